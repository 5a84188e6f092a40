package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.broker.BrokerSettings;
import dev.lockbox.broker.LocalBroker;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.events.admin.Durability;
import dev.lockbox.events.admin.TopicAdmin;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.fault.ClockAlarm;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.fault.UnreadRoles;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.DurabilitySettings;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.ServiceSettings;
import dev.lockbox.service.StreamsPlan;
import dev.lockbox.service.StreamsRunner;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology under Kafka Streams on a real broker, exactly once, stopped and started midway. */
class ProcessorIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final StreamsPlan PLAN =
      new StreamsPlan(
          "lockbox-processor", 1, Duration.ofMillis(10), 0, Optional.of("it"), Optional.empty());

  /** Long enough to be seen waiting on a machine that is busy with something else. */
  private static final LimitSettings SECONDS =
      new LimitSettings(Duration.ofSeconds(10), Duration.ofHours(8), Optional.empty());

  private static final TimerSettings OFTEN = new TimerSettings(Duration.ofMillis(100), 1000);

  private final Formats formats = new Formats(new LenientRegistry());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<AlarmLog> alarms = new ArrayList<>();
  private LocalBroker broker;
  private Path directory;

  @BeforeEach
  void startABroker(@TempDir Path temporary) {
    directory = temporary;
    broker = LocalBroker.start(BrokerSettings.temporary());
    try (var admin = Admin.create(client())) {
      new TopicAdmin(admin).create(Durability.SINGLE);
    }
  }

  @AfterEach
  void stopIt() {
    alarms.forEach(AlarmLog::close);
    broker.close();
  }

  @Test
  void aRestartLosesNothingAndAResetOfTheOffsetsDoublesNothing() throws Exception {
    try (var running = start(Rig.LIMITS)) {
      append(Say.register(CONTOSO, "anna"));
      append(Say.open("r1"));
      awaitEvents(TenantRegistered.class, RequestOpened.class);
    }
    setTheOffsetsBack();
    try (var running = start(Rig.LIMITS)) {
      append(Say.approve("r1", ANNA, "d1", 1));
      awaitEvents(TenantRegistered.class, RequestOpened.class, RequestApproved.class);
    }
    assertThat(events()).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L);
    var again = meters.get("lockbox.replays").tag("topic", Topics.COMMANDS.name()).counter();
    assertThat(again.count()).isEqualTo(2);
  }

  @Test
  void aRequestExpiresAlsoWhenItsTimeRunsOutWhileNobodyIsThere() throws Exception {
    try (var running = start(SECONDS)) {
      append(Say.register(CONTOSO, "anna"));
      append(Say.open("r1"));
      awaitEvents(TenantRegistered.class, RequestOpened.class);
    }
    try (var running = start(SECONDS)) {
      awaitEvents(TenantRegistered.class, RequestOpened.class, RequestExpired.class);
    }
    var opened = (RequestOpened) events().get(1).event();
    var expired = events().get(2).event();
    assertThat(expired.at()).isAfterOrEqualTo(opened.decideBy());
  }

  /** Also after a restart: what is known is read anew before the first request is. */
  @Test
  void whatIsKnownOfAnEngineerIsKnownBeforeTheFirstRequestIsLookedAt() throws Exception {
    put(FactsTest.READERS_ROLE);
    put(FactsTest.evaReads(tomorrow()));
    append(Say.register(CONTOSO, "anna"));
    publish(Say.open("r1"));
    try (var running = start(Deployment.DEFAULTS.with(FactsTest.WANTED))) {
      awaitEvents(TenantRegistered.class, RequestEvaluated.class, RequestOpened.class);
    }
    publish(Say.open("r2"));
    try (var running = start(Deployment.DEFAULTS.with(FactsTest.WANTED))) {
      awaitEvents(
          TenantRegistered.class,
          RequestEvaluated.class,
          RequestOpened.class,
          RequestEvaluated.class,
          RequestOpened.class);
    }
  }

  private static Instant tomorrow() {
    return Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
  }

  private StreamsRunner.Running start(LimitSettings limits) {
    return start(Deployment.DEFAULTS.with(limits.accessLimits()));
  }

  private StreamsRunner.Running start(Deployment deployment) {
    var vitals = new Vitals();
    var faults = new Faults(vitals);
    var metrics = new ProcessorMetrics(meters, faults);
    alarms.add(AlarmLog.open(kafka(), formats, metrics));
    var tasks =
        new Tasks(
            formats,
            new RegistryPatience(vitals),
            deployment,
            OfferSettings.TO_EVERYBODY,
            Rig.PROVIDER,
            Publishers.NOBODY,
            Rig.NOBODY_ASKED,
            Rig.NOBODY_SIGNS,
            OFTEN,
            alarms.getLast(),
            AccessRequest::evolve,
            faults,
            new ClockAlarm(vitals, meters),
            Rig.QUARANTINES,
            new UnreadRoles(vitals, meters),
            metrics);
    return new StreamsRunner(
            kafka(),
            new DurabilitySettings(1, 1),
            new ServiceSettings(ProcessorService.NAME, directory.toString()),
            vitals,
            meters,
            InstantSource.system())
        .start(PLAN, LockboxTopology.topology(tasks));
  }

  private void append(Command command) throws Exception {
    write(
        formats.commands(),
        new LoggedCommand(new CommandId(UUID.randomUUID().toString()), command));
  }

  private void publish(RequestCommand.Submitted command) throws Exception {
    write(formats.requests(), new Submission(command, Instant.now()));
  }

  private void put(RolesSnapshot snapshot) throws Exception {
    write(formats.roles(), snapshot);
  }

  private <T> void write(Format<T> format, T message) throws Exception {
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(client(), bytes, bytes)) {
      producer
          .send(
              new ProducerRecord<>(
                  format.topic().name(), format.key(message), format.value(message)))
          .get();
    }
  }

  private void awaitEvents(Class<?>... types) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(events()).extracting(Recorded::event).hasExactlyElementsOfTypes(types));
  }

  /** Everything that is committed, up to the end; all of it is one tenant's, so in order. */
  private List<Recorded> events() {
    var bytes = new ByteArrayDeserializer();
    var settings = client();
    settings.put("isolation.level", "read_committed");
    var found = new ArrayList<Recorded>();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      var partitions = partitionsOf(Topics.EVENTS.name(), Topics.EVENTS.partitions());
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(read(record)));
      }
    }
    return found;
  }

  private Recorded read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return formats.events().read(Consumed.found(record));
    } catch (Unreadable ours) {
      throw new AssertionError("the processor wrote what nobody can read", ours);
    }
  }

  private void setTheOffsetsBack() throws Exception {
    var earliest =
        partitionsOf(Topics.COMMANDS.name(), Topics.COMMANDS.partitions()).stream()
            .collect(toMap(one -> one, one -> new OffsetAndMetadata(0)));
    try (var admin = Admin.create(client())) {
      await()
          .atMost(LIMIT)
          .ignoreExceptions() // a static member's seat is kept until its session ends
          .until(
              () ->
                  admin
                      .alterConsumerGroupOffsets(PLAN.applicationId(), earliest)
                      .all()
                      .thenApply(done -> true)
                      .get());
    }
  }

  private static List<TopicPartition> partitionsOf(String topic, int count) {
    return IntStream.range(0, count).mapToObj(n -> new TopicPartition(topic, n)).toList();
  }

  private KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrapServers(), Map.of());
  }

  private Map<String, Object> client() {
    return kafka().client();
  }
}
