package dev.lockbox.audit;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology under a test driver, on stores of its own. */
final class AuditRun implements AutoCloseable {
  private static final Instant WHENEVER = Instant.parse("2001-01-01T00:00:00Z");

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Vitals vitals = new Vitals();
  final Formats formats = new Formats(new ObligingRegistry(), topic -> 1);
  private final Topology topology;
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> events;
  private final TestInputTopic<byte[], byte[]> quarantine;
  private final TestOutputTopic<byte[], byte[]> audit;

  AuditRun(Path stores) {
    var patience = new RegistryPatience(vitals);
    this.topology =
        AuditTopology.topology(
            new PatientReader<>(formats.events(), patience),
            new PatientReader<>(formats.quarantine(), patience),
            new AuditWatch(meters, vitals));
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, AuditTopology.APPLICATION);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stores.toString());
    this.driver = new TopologyTestDriver(topology, properties, WHENEVER);
    this.events = input(Topics.EVENTS);
    this.quarantine = input(Topics.QUARANTINE);
    this.audit =
        driver.createOutputTopic(
            Topics.AUDIT.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private TestInputTopic<byte[], byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  void happened(Recorded... recorded) {
    happened(List.of(recorded));
  }

  void happened(List<Recorded> recorded) {
    recorded.forEach(each -> pipe(events, formats.events(), each));
  }

  void quarantined(Quarantined... entries) {
    List.of(entries).forEach(each -> pipe(quarantine, formats.quarantine(), each));
  }

  private <T> void pipe(TestInputTopic<byte[], byte[]> topic, Format<T> format, T message) {
    topic.pipeInput(new TestRecord<>(format.key(message), format.value(message), WHENEVER));
  }

  void eventBytes(byte[] key, byte[] value) {
    events.pipeInput(key, value);
  }

  void quarantineBytes(byte[] key, byte[] value) {
    quarantine.pipeInput(key, value);
  }

  /** What was put on record since the last look. */
  List<TestRecord<byte[], byte[]>> told() {
    return audit.readRecordsToList();
  }

  String description() {
    return topology.describe().toString();
  }

  double count(String meter) {
    return meters.get(meter).counter().count();
  }

  @Override
  public void close() {
    driver.close();
  }

  /** A registry that has every schema it is asked for: that they are registered is not at issue. */
  private static final class ObligingRegistry extends MockSchemaRegistryClient {
    @Override
    public int getId(String subject, ParsedSchema schema, boolean normalize)
        throws IOException, RestClientException {
      return register(subject, schema, normalize);
    }
  }
}
