package dev.lockbox.api.view;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Subject;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The real fold and the real stores, without Kafka: events are piped in, and can be read. */
public final class ViewRig implements ViewStores, AutoCloseable {
  private static final int PARTITION = 0;

  private final OpenStores open = new OpenStores();
  private final Vitals vitals = new Vitals();
  private final Reached reached = new Reached();
  private final Formats formats = new Formats(registry(), topic -> 1);
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> events;
  private volatile Mood mood = Mood.OPEN;

  /** What becomes of whoever reads. */
  public enum Mood {
    /** They are told what was folded. */
    OPEN,
    /** As while the view is restored, or has not caught up. */
    CLOSED,
    /** What nobody expects. */
    BROKEN
  }

  public ViewRig() {
    var reader = new PatientReader<>(formats.events(), new RegistryPatience(vitals));
    var settings = new Properties();
    settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/view-rig-" + System.nanoTime());
    driver =
        new TopologyTestDriver(
            ViewTopology.topology(reader, new CatchUp(vitals), open, reached), settings);
    events =
        driver.createInputTopic(
            Topics.EVENTS.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A registry that knows every schema of ours. */
  private static MockSchemaRegistryClient registry() {
    var registry = new MockSchemaRegistryClient();
    try {
      for (var subject : Subject.all()) {
        registry.register(subject.name(), subject.schema());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (RestClientException impossible) {
      throw new IllegalStateException(impossible);
    }
    return registry;
  }

  public Formats formats() {
    return formats;
  }

  public Reached reached() {
    return reached;
  }

  public View view(InstantSource clock) {
    return new View(this, formats, reached, clock);
  }

  public SignedYeses signedYeses(InstantSource clock) {
    return new SignedYeses(view(clock), this);
  }

  /** These events stand on the topic, and are folded. */
  public synchronized void pipe(List<Recorded> recorded) {
    for (var one : recorded) {
      pipe(formats.events().key(one), formats.events().value(one));
    }
  }

  public void be(Mood now) {
    mood = now;
  }

  /** The stores are empty again, and can be read. */
  public synchronized void forget() {
    mood = Mood.OPEN;
    ViewStores.ALL.forEach(this::forget);
  }

  /** As where it did not exist while this was folded. */
  void forget(String name) {
    KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(name);
    var keys = new ArrayList<Bytes>();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    keys.forEach(store::delete);
  }

  void pipe(byte[] key, byte[] value) {
    events.pipeInput(key, value);
  }

  String describe() {
    return ViewTopology.topology(
            new PatientReader<>(formats.events(), new RegistryPatience(vitals)),
            new CatchUp(vitals),
            new OpenStores(),
            reached)
        .describe()
        .toString();
  }

  /** As they are read in earnest: the driver is for one thread, and whoever pipes is on it. */
  @Override
  public ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, TenantId tenant) {
    return switch (mood) {
      case OPEN -> open.of(store, PARTITION).orElseThrow();
      case CLOSED -> throw new InvalidStateStoreException("the view has not caught up yet");
      case BROKEN -> throw new IllegalStateException("the secret of " + store);
    };
  }

  @Override
  public void close() {
    driver.close();
  }
}
