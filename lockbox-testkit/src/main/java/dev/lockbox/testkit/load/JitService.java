package dev.lockbox.testkit.load;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.testkit.run.ClientHistory;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The upstream service through which engineers ask, which signs what it publishes. Safe for several
 * threads.
 */
public final class JitService implements AutoCloseable {
  /** As whom it publishes. */
  public static final PersonId NAME = new PersonId("jit-service");

  /** What each request asks for. */
  public static final ActionName ACTION = new ActionName("k8s.pod.logs");

  public static final ResourceName RESOURCE = new ResourceName("/clusters/c1/ns/openshift-etcd");

  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(30);

  private final Producer<byte[], byte[]> producer;
  private final Format<Submission> format;
  private final SigningKey key;
  private final ClientHistory history;

  /**
   * @param client how Kafka is reached, by its own names
   */
  public JitService(
      Map<String, Object> client,
      Format<Submission> format,
      SigningKey key,
      ClientHistory history) {
    var settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(GIVE_UP_AFTER.toMillis()));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.format = format;
    this.key = key;
    this.history = history;
  }

  /**
   * An engineer asks for access; for as long as the tenant grants when {@code accessFor} is empty.
   */
  public CompletableFuture<Operation> open(
      RequestId request, PersonId engineer, Optional<Duration> accessFor) {
    var asked =
        new Asked(
            engineer,
            new PersonalText(engineer, "etcd lost its quorum, its logs should say why"),
            Optional.of(new Ticket("servicedesk", "INC-4711", Optional.empty())),
            List.of(ACTION),
            List.of(RESOURCE),
            accessFor);
    return publish(new OpenRequest(request, by("open"), asked));
  }

  public CompletableFuture<Operation> withdraw(RequestId request, PersonId engineer) {
    return publish(new Withdraw(request, by("withdraw"), engineer));
  }

  public CompletableFuture<Operation> resolveTicket(RequestId request) {
    return publish(new ResolveTicket(request, by("resolve")));
  }

  @Override
  public void close() {
    producer.close();
  }

  private CompletableFuture<Operation> publish(Submitted command) {
    var invoked = Instant.now();
    var submission = new Submission(command, invoked);
    var publication =
        new Publication(format.topic().name(), format.key(submission), format.value(submission));
    var record = new ProducerRecord<>(publication.topic(), publication.key(), publication.value());
    record.headers().add(Headers.SIGNATURE, key.sign(publication).header());
    var done = new CompletableFuture<Operation>();
    producer.send(
        record,
        (there, failure) ->
            done.complete(
                history.record(
                    new Operation(
                        command.request(),
                        command.by(),
                        command.name(),
                        invoked,
                        Instant.now(),
                        outcome(there, failure)))));
    return done;
  }

  private static Outcome outcome(RecordMetadata there, @Nullable Exception failure) {
    return failure == null
        ? new Outcome.Published(there.partition(), there.offset())
        : new Outcome.Unknown(failure.toString());
  }

  private static Attempt by(String id) {
    return new Attempt(NAME, new DecisionId(id));
  }
}
