package dev.lockbox.bench.bed;

import dev.lockbox.api.ApiService;
import dev.lockbox.broker.ChildBroker;
import dev.lockbox.events.admin.Durability;
import dev.lockbox.events.admin.TopicAdmin;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.ProcessorService;
import dev.lockbox.service.Vitals;
import dev.lockbox.testkit.rig.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * A broker in a process of its own with empty topics, and what runs against it in this JVM. Leaves
 * nothing behind.
 */
public final class Bed implements AutoCloseable {
  /** More than any bench asks: who measures is not to be sent away. */
  private static final int CALLS_PER_MINUTE = 10_000_000;

  /** Its code is compiled as in earnest: half of what is measured is what the broker does. */
  private static final List<String> BROKER_JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");

  private static final Duration RUNS_WITHIN = Duration.ofMinutes(1);

  private final Path directory;
  private final ChildBroker broker;
  private final SchemaDesk schemas;
  private final Admin admin;
  private final TopicMaker topics;
  private final Formats formats;

  private Bed(Path directory, ChildBroker broker, SchemaDesk schemas) {
    this.directory = directory;
    this.broker = broker;
    this.schemas = schemas;
    this.admin = Admin.create(client(broker));
    this.topics = new TopicMaker(admin);
    this.formats =
        new Formats(RegistryConnection.connect(schemas.url(), directory.resolve("bench-schemas")));
  }

  /** Takes a few seconds. */
  public static Bed make() {
    var directory = temporary();
    var broker = ChildBroker.start(directory.resolve("kafka"), BROKER_JVM);
    var bed = new Bed(directory, broker, SchemaDesk.open());
    var made = false;
    try {
      new TopicAdmin(bed.admin).create(new Durability(1, 1));
      bed.topics.make(PassThrough.topics());
      made = true;
      return bed;
    } finally {
      if (!made) {
        bed.close();
      }
    }
  }

  /** What a Kafka client needs to know; a fresh map to add to. */
  public Map<String, Object> client() {
    return client(broker);
  }

  public Formats formats() {
    return formats;
  }

  /** Where every topic that is not Kafka's own ends just now. */
  public Map<TopicPartition, Long> ends() {
    return topics.ends();
  }

  /**
   * Starts the processor and returns when it runs.
   *
   * @param settings beyond where things are
   */
  public ProcessorService startProcessor(Pace pace, Map<String, Object> settings) {
    var all = new HashMap<>(whereabouts());
    all.put("lockbox.processor.threads", pace.threads());
    all.put("lockbox.processor.commit-interval", pace.commitInterval().toString());
    all.putAll(settings);
    var processor = ProcessorService.start(all, Optional.empty());
    awaitWell("the processor", processor.context().bean(Vitals.class));
    return processor;
  }

  /** Starts the topology that decides nothing and returns when it runs. */
  public PassThrough startPassThrough(Pace pace) {
    var passThrough = PassThrough.start(whereabouts(), pace);
    awaitWell("the pass-through", passThrough.vitals());
    return passThrough;
  }

  /** Opens the API to approvers and returns when it has caught up. */
  public Door openDoor(Cases cases) {
    var issuer = Issuer.start();
    return new Door(startApi(issuer, Map.of(), RUNS_WITHIN), issuer, cases);
  }

  /**
   * Opens the API to readers and gateways and returns when it has caught up.
   *
   * @param within how long that may take
   */
  public Shelf openShelf(Duration within) {
    var issuer = Issuer.start();
    var asked =
        Map.<String, Object>of(
            "lockbox.provider", Shelf.PROVIDER.value(), "lockbox.gateways", Shelf.GATEWAY.value());
    return new Shelf(startApi(issuer, asked, within), issuer);
  }

  private ApiService startApi(Issuer issuer, Map<String, Object> settings, Duration within) {
    var all = new HashMap<>(whereabouts());
    all.putAll(issuer.settings());
    for (var budget : List.of("noes", "changes", "reads", "questions")) {
      all.put("lockbox.api.rates." + budget, CALLS_PER_MINUTE);
    }
    all.putAll(settings);
    var api = ApiService.start(all, Optional.empty());
    awaitWell("the API", within, api.context().bean(Vitals.class));
    return api;
  }

  /** Appends what happened to the events, where nobody has decided it. Returns how many. */
  public long write(Past past) {
    var format = formats.events();
    var written = new AtomicLong();
    try (var feed = Feed.gathering(client())) {
      feed.send(
          Topics.EVENTS.name(),
          past.recorded()
              .peek(one -> written.incrementAndGet())
              .map(one -> Encoded.of(format, one)));
    }
    return written.get();
  }

  @Override
  public void close() {
    admin.close();
    broker.close();
    schemas.close();
    delete();
  }

  private Map<String, Object> whereabouts() {
    return Map.of(
        "lockbox.kafka.bootstrap-servers",
        broker.bootstrapServers(),
        "lockbox.registry.url",
        schemas.url().toString(),
        "lockbox.data-dir",
        directory.resolve("data").toString(),
        "lockbox.durability.replication-factor",
        1,
        "lockbox.durability.min-insync-replicas",
        1,
        "micronaut.server.port",
        -1);
  }

  private static void awaitWell(String what, Vitals vitals) {
    awaitWell(what, RUNS_WITHIN, vitals);
  }

  private static void awaitWell(String what, Duration within, Vitals vitals) {
    Await.until(what + " runs", within, () -> vitals.wrong().isEmpty());
  }

  private static Map<String, Object> client(ChildBroker broker) {
    var client = new HashMap<String, Object>();
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    return client;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("lockbox-bench-");
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot make a temporary directory", refused);
    }
  }

  private void delete() {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot delete " + directory, refused);
    }
  }
}
