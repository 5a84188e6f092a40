package dev.lockbox.adapter;

import static dev.lockbox.adapter.Story.MINUTE;
import static dev.lockbox.adapter.Story.POINT;
import static dev.lockbox.adapter.Story.UNTIL;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.adapter.target.DirectoryTarget;
import dev.lockbox.adapter.target.DirectoryTargetSettings;
import dev.lockbox.adapter.target.HttpSettings;
import dev.lockbox.adapter.target.HttpTarget;
import dev.lockbox.adapter.target.HttpTargetSettings;
import dev.lockbox.adapter.target.ScimServer;
import dev.lockbox.adapter.target.Target;
import dev.lockbox.adapter.target.TargetServer;
import dev.lockbox.adapter.target.UserBy;
import dev.lockbox.broker.BrokerSettings;
import dev.lockbox.broker.LocalBroker;
import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.admin.Durability;
import dev.lockbox.events.admin.TopicAdmin;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and a target over HTTP; both the adapter and the broker go and come back. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class GrantAdapterIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final HandClock clock = new HandClock();
  private final Vitals vitals = new Vitals();
  private final Formats formats = Wire.formats();
  private final TargetServer target = TargetServer.start();
  private final ScimServer people = ScimServer.start();
  private Optional<Plant> plant = Optional.empty();
  private Optional<LocalBroker> broker = Optional.empty();

  @AfterEach
  void stop() {
    plant.ifPresent(Plant::close);
    broker.ifPresent(LocalBroker::close);
    target.close();
    people.close();
  }

  @Test
  void theTargetIsAsTheLogHasItWhateverIsStartedAnew() {
    startBroker();
    createTopics();
    write(Story.active());
    startAdapter();
    awaitTarget(granted());
    await("the adapter to be well").atMost(SOON).until(() -> vitals.wrong().isEmpty());
    await("the log to be told").atMost(SOON).until(() -> told().contains(ReportProvisioned.class));

    // Both are gone; meanwhile somebody lets themselves in.
    stopAdapter();
    stopBroker();
    target.put(
        "by-hand",
        "{\"tenant\": \"contoso\", \"engineer\": \"eva\", "
            + "\"action\": \"secret.view\", \"resource\": \"/keyvaults/prod\"}");
    startBroker();
    startAdapter();
    awaitTarget(granted());
    await("the log to be told").atMost(SOON).until(() -> told().contains(ReportUngranted.class));

    // Without a broker nobody says that the time is over, and over it is.
    stopBroker();
    clock.advance(Duration.between(NOON, UNTIL));
    awaitTarget(List.of());

    startBroker();
    write(Story.closing(POINT));
    await("the end to be said")
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(read(formats.requests()))
                    .extracting(submission -> submission.command())
                    .contains(
                        new AcknowledgeClosing(
                            REQUEST,
                            new Attempt(
                                new PersonId(POINT.value()), new DecisionId("closed-" + POINT)),
                            POINT)));
  }

  /** Two grants of one membership, a stranger, a kill, and the end by our own clock alone. */
  @Test
  void aDirectoryHasWhomTheLogGrantsWhateverIsStartedAnew() {
    var group = "g-logs";
    people.group(group);
    people.user("2819c223", "eva");
    people.user("902c246b", "femi");
    startBroker();
    createTopics();
    write(Story.active());
    write(Story.another());
    startAdapter(directory());
    awaitMembers(group, Set.of("2819c223"));
    await("the log to be told").atMost(SOON).until(() -> told().contains(ReportProvisioned.class));

    stopAdapter();
    people.put(group, "902c246b");
    clock.advance(Duration.between(NOON, UNTIL));
    write(Story.closing(POINT));
    startAdapter(directory());
    awaitMembers(group, Set.of("2819c223"));
    await("the log to be told").atMost(SOON).until(() -> told().contains(ReportUngranted.class));
    await("the end to be said").atMost(SOON).until(() -> !read(formats.requests()).isEmpty());
    assertThat(people.members(group)).containsExactly("2819c223");

    stopBroker();
    clock.advance(Duration.between(UNTIL, Story.LATER));
    awaitMembers(group, Set.of());
  }

  private void awaitMembers(String group, Set<String> members) {
    await("the group to have whom it should")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(people.members(group)).isEqualTo(members));
  }

  private DirectoryTarget directory() {
    var patience = Duration.ofSeconds(5);
    var http = new HttpSettings(people.base(), Optional.empty(), patience, patience);
    return new DirectoryTarget(
        new DirectoryTargetSettings(http, UserBy.USER_NAME, Story.groups()), clock);
  }

  private void startAdapter() {
    var patience = Duration.ofSeconds(5);
    var http = new HttpSettings(target.base(), Optional.empty(), patience, patience);
    startAdapter(new HttpTarget(new HttpTargetSettings(http, 100)));
  }

  private void startAdapter(Target at) {
    var practice = new Practice(POINT, Conditions.NONE, Duration.ofSeconds(1), MINUTE, MINUTE);
    plant =
        Optional.of(
            new Plant.Plan(
                    kafka(),
                    practice,
                    Optional.empty(),
                    Duration.ofSeconds(10),
                    at,
                    formats,
                    new RegistryPatience(vitals),
                    vitals,
                    new SimpleMeterRegistry(),
                    clock)
                .open());
  }

  private void stopAdapter() {
    plant.orElseThrow().close();
    plant = Optional.empty();
  }

  private void startBroker() {
    broker = Optional.of(LocalBroker.start(BrokerSettings.in(directory)));
  }

  private void stopBroker() {
    broker.orElseThrow().close();
    broker = Optional.empty();
  }

  private KafkaSettings kafka() {
    return new KafkaSettings(broker.orElseThrow().bootstrapServers(), Map.of());
  }

  private void createTopics() {
    try (var admin = Admin.create(kafka().client())) {
      new TopicAdmin(admin).create(Durability.SINGLE);
    }
  }

  private void awaitTarget(List<String> ids) {
    await("the target to have what it should")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(target.ids()).containsExactlyInAnyOrderElementsOf(ids));
  }

  private static List<String> granted() {
    return Story.assignments().stream().map(Assignment::id).toList();
  }

  private void write(RequestSnapshot snapshot) {
    var format = formats.states();
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(kafka().client(), bytes, bytes)) {
      producer.send(
          new ProducerRecord<>(
              Topics.STATE.name(),
              format.partitionOf(REQUEST.tenant()),
              format.key(snapshot),
              format.value(snapshot)));
    }
  }

  /** The kinds of what was told so far. */
  private List<Class<?>> told() {
    return read(formats.activity()).stream()
        .<Class<?>>map(activity -> activity.told().getClass())
        .toList();
  }

  private <T> List<T> read(Format<T> format) {
    var bytes = new ByteArrayDeserializer();
    var messages = new ArrayList<T>();
    try (var consumer = new KafkaConsumer<>(kafka().committedOnly(), bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(format.topic().name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          messages.add(format.read(Consumed.found(record)));
        }
      }
    } catch (Unreadable ours) {
      throw new AssertionError(ours);
    }
    return messages;
  }
}
