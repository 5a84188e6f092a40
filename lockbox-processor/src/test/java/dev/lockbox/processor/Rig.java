package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.fault.ClockAlarm;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.fault.UnreadRoles;
import dev.lockbox.processor.publisher.OwnKeys;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.processor.store.Clock;
import dev.lockbox.processor.store.IntakeProgress;
import dev.lockbox.processor.store.Progress;
import dev.lockbox.processor.store.Requests;
import dev.lockbox.processor.store.Stores;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The whole topology in this thread, on one partition of each topic. Its wall clock stands still
 * until it is moved; a command's append time is whatever the test says.
 */
final class Rig implements AutoCloseable {
  static final TimerSettings TIMERS = new TimerSettings(Duration.ofSeconds(1), 1000);
  static final LimitSettings LIMITS =
      new LimitSettings(Duration.ofDays(4), Duration.ofHours(8), Optional.empty());
  static final ProviderSettings PROVIDER =
      new ProviderSettings(Optional.of("provider"), ProviderSettings.RolesFrom.COMMANDS);

  static final AssertionSettings NOBODY_ASKED = new AssertionSettings(Optional.empty());

  static final ReporterSettings NOBODY_SIGNS =
      new ReporterSettings(Publishers.NOBODY, OwnKeys.NONE);

  /** What the provider sets for its own side. */
  record Provider(
      EvaluationRules wants,
      ProviderSettings roles,
      Publishers publishers,
      AssertionSettings requesters,
      ReporterSettings reporters) {
    static final Provider WANTS_NOTHING = new Provider(EvaluationRules.NONE, PROVIDER);

    /** Whose services need not sign. */
    Provider(EvaluationRules wants, ProviderSettings roles) {
      this(wants, roles, Publishers.NOBODY, NOBODY_ASKED, NOBODY_SIGNS);
    }

    static Provider of(Publishers publishers) {
      return new Provider(EvaluationRules.NONE, PROVIDER, publishers, NOBODY_ASKED, NOBODY_SIGNS);
    }

    static Provider of(AssertionSettings requesters) {
      return new Provider(
          EvaluationRules.NONE, PROVIDER, Publishers.NOBODY, requesters, NOBODY_SIGNS);
    }

    static Provider of(ReporterSettings reporters) {
      return new Provider(
          EvaluationRules.NONE, PROVIDER, Publishers.NOBODY, NOBODY_ASKED, reporters);
    }
  }

  static final QuarantineSettings QUARANTINES = new QuarantineSettings(100);
  private static final String APPLICATION = "rig";

  /** All but those of intake, whose keys are numbers. */
  private static final List<String> CHANGELOGGED =
      List.of(
          Stores.REQUESTS,
          Stores.TENANTS,
          Stores.PROGRESS,
          Stores.CLOCK,
          Stores.FREEZES,
          Stores.ROLES,
          Stores.EXCLUSIONS,
          Stores.SESSIONS,
          Stores.DENIALS,
          Stores.POSTURES,
          Stores.SEATS);

  private final Path directory;
  private final Formats formats;
  private final Vitals vitals = new Vitals();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Provider provider;
  private final MockProducer<byte[], byte[]> kafka = kafkaForAlarms();
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> requests;
  private final TestInputTopic<byte[], byte[]> activity;
  private final TestInputTopic<byte[], byte[]> commands;
  private final TestInputTopic<byte[], byte[]> roles;
  private final List<LoggedCommand> rung = new ArrayList<>();
  private Instant now;
  private int named;

  private Rig(
      Path directory,
      Formats formats,
      Fold fold,
      TimerSettings timers,
      Instant now,
      Provider provider) {
    this.directory = directory;
    this.formats = formats;
    this.provider = provider;
    this.now = now;
    var faults = new Faults(vitals);
    var metrics = new ProcessorMetrics(meters, faults);
    var tasks =
        new Tasks(
            formats,
            new RegistryPatience(vitals),
            Deployment.DEFAULTS.with(LIMITS.accessLimits()).with(provider.wants()),
            OfferSettings.TO_EVERYBODY,
            provider.roles(),
            provider.publishers(),
            provider.requesters(),
            provider.reporters(),
            timers,
            new AlarmLog(kafka, formats, metrics),
            fold,
            faults,
            new ClockAlarm(vitals, meters),
            QUARANTINES,
            new UnreadRoles(vitals, meters),
            metrics);
    keepStoresOverARestart(directory);
    driver = new TopologyTestDriver(LockboxTopology.topology(tasks), properties(directory), now);
    requests = input(Topics.REQUESTS);
    activity = input(Topics.ACTIVITY);
    commands = input(Topics.COMMANDS);
    roles = input(Topics.ROLES);
  }

  static Rig at(Path directory, Instant now) {
    return at(directory, now, AccessRequest::evolve, TIMERS);
  }

  static Rig at(Path directory, Instant now, Fold fold, TimerSettings timers) {
    var formats = new Formats(new LenientRegistry(), topic -> 1);
    return new Rig(directory, formats, fold, timers, now, Provider.WANTS_NOTHING);
  }

  /** On partition 0 of as many as the topic table says. */
  static Rig amongSeveralPartitions(Path directory, Instant now) {
    return amongSeveralPartitions(directory, now, Provider.WANTS_NOTHING);
  }

  /** The same for a provider. */
  static Rig amongSeveralPartitions(Path directory, Instant now, Provider provider) {
    var formats = new Formats(new LenientRegistry());
    return new Rig(directory, formats, AccessRequest::evolve, TIMERS, now, provider);
  }

  /** For a provider who looks at requests. */
  static Rig at(Path directory, Instant now, Provider provider) {
    var formats = new Formats(new LenientRegistry(), topic -> 1);
    return new Rig(directory, formats, AccessRequest::evolve, TIMERS, now, provider);
  }

  /**
   * Stopped, and started on the stores that were left behind. Offsets begin at zero again, as after
   * an operator has set them back to the earliest.
   */
  Rig restartedFromTheEarliest() {
    close();
    return new Rig(directory, formats, AccessRequest::evolve, TIMERS, now, provider);
  }

  /** Stopped, and started where it had stopped. */
  Rig restarted() {
    var next = restartedFromTheEarliest();
    var progress = new Progress(next.store(Stores.PROGRESS), new Clock(next.store(Stores.CLOCK)));
    for (var offset = 0; progress.isReplay(offset); offset++) {
      next.appendRaw(new byte[0], new byte[0]);
    }
    var told = new IntakeProgress(next.store(Stores.ACTIVITY_PROGRESS));
    for (var offset = 0; told.isReplay(0, offset); offset++) {
      next.tellRaw(new byte[0], new byte[0]);
    }
    return next;
  }

  /** Stopped, and started on another machine, with what the changelogs hold and nothing else. */
  Rig restored(Path elsewhere) {
    var held = CHANGELOGGED.stream().collect(toMap(name -> name, this::changes));
    close();
    var next = new Rig(elsewhere, formats, AccessRequest::evolve, TIMERS, now, provider);
    held.forEach((name, changes) -> changes.forEach(one -> next.restore(name, one)));
    return next.restarted();
  }

  private void restore(String store, TestRecord<byte[], byte[]> change) {
    this.<String, byte[]>store(store).put(new String(change.key(), UTF_8), change.value());
  }

  /** Appends a command at the wall clock's time; returns its id. */
  CommandId append(Command command) {
    return append(command, now);
  }

  CommandId append(Command command, Instant at) {
    var id = new CommandId("c-" + ++named);
    append(new LoggedCommand(id, command), at);
    return id;
  }

  void append(LoggedCommand logged, Instant at) {
    commands.pipeInput(formats.commands().key(logged), formats.commands().value(logged), at);
  }

  /** A host puts what its clock shows on the log, at the wall clock's time. */
  void tick(String host, Instant shown) {
    tick(host, shown, now);
  }

  void tick(String host, Instant shown, Instant at) {
    var log = formats.commandLog();
    var tick = Tick.of(0, host, shown);
    commands.pipeInput(log.key(tick), log.value(tick), at);
  }

  void appendRaw(byte[] key, byte[] value) {
    commands.pipeInput(new TestRecord<>(key, value, now));
  }

  /** As an identity system writes what it says of a role or an engineer. */
  void say(RolesSnapshot snapshot) {
    sayRaw(formats.roles().key(snapshot), formats.roles().value(snapshot));
  }

  /**
   * @param value null to take back what was said
   */
  void sayRaw(byte[] key, byte @Nullable [] value) {
    roles.pipeInput(new TestRecord<>(key, value, now));
  }

  /** Publishes to the intake topic, as a JIT service does. */
  void publish(RequestCommand.Submitted command) {
    var submission = new Submission(command, now);
    publishRaw(formats.requests().key(submission), formats.requests().value(submission));
  }

  void publishRaw(byte[] key, byte[] value) {
    publishRaw(key, value, new RecordHeaders());
  }

  void publishRaw(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    requests.pipeInput(new TestRecord<>(key, value, headers, now));
  }

  /** Publishes to the topic of gateways, as a gateway does. */
  void tell(SessionCommand.Told told) {
    var message = new Activity(told, now);
    tellRaw(formats.activity().key(message), formats.activity().value(message));
  }

  /** Publishes to the topic of gateways what was found of a device for every customer. */
  void tell(Posture posture) {
    var message = new PostureFound(posture, now);
    tellRaw(formats.activityLog().key(message), formats.activityLog().value(message));
  }

  void tellRaw(byte[] key, byte[] value) {
    tellRaw(key, value, new RecordHeaders());
  }

  void tellRaw(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    activity.pipeInput(new TestRecord<>(key, value, headers, now));
  }

  /**
   * Moves the wall clock, and lets whatever is scheduled happen on the way, once; alarms that were
   * sent meanwhile stand on the command log then.
   */
  void pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
    var sent = kafka.history();
    kafka.clear();
    for (var alarm : sent) {
      var record = new TestRecord<>(alarm.key(), alarm.value(), now);
      rung.add(read(formats.commands(), record));
      commands.pipeInput(record);
    }
  }

  /** As {@link #pass}, with a Kafka that acknowledges no alarm. */
  void passUnacknowledged(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
    while (kafka.errorNext(new NotEnoughReplicasException("too few copies"))) {}
    kafka.clear();
  }

  /** As {@link #pass}, with no Kafka to be found. */
  void passUnreachable(Duration time) {
    kafka.partitionsForException = new TimeoutException("nobody answers");
    pass(time);
    kafka.partitionsForException = null;
  }

  /** What happened since this was asked last. */
  List<Recorded> recorded() {
    return drain(formats.events());
  }

  List<? extends Event> events() {
    return recorded().stream().map(Recorded::event).toList();
  }

  List<RequestSnapshot> states() {
    return drain(formats.states());
  }

  List<RolesSnapshot> roles() {
    return drain(formats.roles());
  }

  List<Quarantined> quarantined() {
    return drain(formats.quarantine());
  }

  /** Alarms that were appended since this was asked last. */
  List<LoggedCommand> rung() {
    var all = List.copyOf(rung);
    rung.clear();
    return all;
  }

  /** Commands that intake appended since this was asked last. */
  List<LoggedCommand> appended() {
    return drain(formats.commands());
  }

  /** All that stands on the command log since this was asked last. */
  List<CommandLogEntry> log() {
    return drain(formats.commandLog());
  }

  /** Whatever was written to a topic since this was asked last, by its name. */
  List<TestRecord<byte[], byte[]>> raw(String topic) {
    return output(topic).readRecordsToList();
  }

  List<TestRecord<byte[], byte[]>> changes(String store) {
    return raw(APPLICATION + "-" + store + "-changelog");
  }

  AccessRequest stored(RequestId request) {
    return new Requests(store(Stores.REQUESTS)).find(request);
  }

  <K, V> KeyValueStore<K, V> store(String name) {
    return driver.getKeyValueStore(name);
  }

  Formats formats() {
    return formats;
  }

  Vitals vitals() {
    return vitals;
  }

  /** The sum over all tags; zero when it was never counted. */
  double counted(String name, String... tags) {
    return meters.find(name).tags(tags).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  MeterRegistry meters() {
    return meters;
  }

  @Override
  public void close() {
    driver.close();
  }

  private <T> List<T> drain(Format<T> format) {
    return raw(format.topic().name()).stream().map(record -> read(format, record)).toList();
  }

  private static <T> T read(Format<T> format, TestRecord<byte[], byte[]> record) {
    var found =
        new Found(format.topic().name(), 0, 0, record.timestamp(), record.key(), record.value());
    try {
      return format.read(found);
    } catch (Unreadable ours) {
      throw new AssertionError("the topology wrote what nobody can read", ours);
    }
  }

  private TestInputTopic<byte[], byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static MockProducer<byte[], byte[]> kafkaForAlarms() {
    var topic = Topics.COMMANDS.name();
    var nowhere = new Node[0];
    var partitions =
        IntStream.range(0, Topics.COMMANDS.partitions())
            .mapToObj(n -> new PartitionInfo(topic, n, null, nowhere, nowhere))
            .collect(toMap(one -> new TopicPartition(topic, one.partition()), one -> one));
    var bytes = new ByteArraySerializer();
    return new MockProducer<>(
        Cluster.empty().withPartitions(partitions), false, null, bytes, bytes);
  }

  private static Properties properties(Path directory) {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    return properties;
  }

  /** The driver deletes its task's directory when it is closed; of a link, only the link. */
  private static void keepStoresOverARestart(Path directory) {
    try {
      var kept = Files.createDirectories(directory.resolve("kept"));
      var task = Files.createDirectories(directory.resolve(APPLICATION)).resolve("0_0");
      Files.createSymbolicLink(task, kept);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
