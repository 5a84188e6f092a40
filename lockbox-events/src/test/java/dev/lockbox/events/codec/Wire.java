package dev.lockbox.events.codec;

import dev.lockbox.events.message.Found;
import dev.lockbox.events.registry.SchemaAdmin;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The wire in a test: a registry with our schemas in it, the formats over it, and raw bytes. */
final class Wire {
  static final int HEADER_BYTES = 5;

  final SchemaRegistryClient registry;
  private final Framing framing;

  Wire() {
    this(new MockSchemaRegistryClient());
  }

  Wire(SchemaRegistryClient registry) {
    this.registry = registry;
    new SchemaAdmin(registry).register();
    this.framing = new Framing(registry);
  }

  Format<Object> format(Topic topic) {
    return new AvroFormat<>(topic, topic.partitions(), mapping(topic), framing);
  }

  @SuppressWarnings("unchecked") // a topic's messages are of the type its mapping takes
  private static Mapping<Object> mapping(Topic topic) {
    return (Mapping<Object>) Mappings.of(topic);
  }

  /** The message as it would be found where it belongs. */
  Found found(Topic topic, Object message) {
    var format = format(topic);
    return new Found(
        topic.name(), partition(topic, message), 1, 1, format.key(message), format.value(message));
  }

  private static int partition(Topic topic, Object message) {
    return mapping(topic)
        .partitionedBy(message)
        .map(tenant -> Topics.partitionOf(tenant, topic.partitions()))
        .orElse(0);
  }

  static SpecificRecord wire(Topic topic, Object message) {
    return mapping(topic).toWire(message);
  }

  /** What a value means, wherever it was found. */
  Object meaning(Topic topic, byte[] value) throws Unreadable {
    return mapping(topic).toDomain(framing.unframe(value, mapping(topic).types()));
  }

  /** Registers this schema under the type's subject, and puts its id in front. */
  byte[] framed(Topic topic, Schema schema, byte[] binary) throws IOException, RestClientException {
    var subject = Subject.of(topic, schema);
    registry.updateCompatibility(subject.name(), "NONE"); // what a hostile writer does is not ours
    var id = registry.register(subject.name(), subject.schema());
    return framed(id, binary);
  }

  static byte[] framed(int id, byte[] binary) {
    return ByteBuffer.allocate(HEADER_BYTES + binary.length)
        .put((byte) 0)
        .putInt(id)
        .put(binary)
        .array();
  }

  static byte[] binary(byte[] framed) {
    return Arrays.copyOfRange(framed, HEADER_BYTES, framed.length);
  }

  static byte[] binary(GenericRecord record) throws IOException {
    return written(encoder -> new GenericDatumWriter<>(record.getSchema()).write(record, encoder));
  }

  static byte[] written(Writing writing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    writing.to(encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  /** What a message is on the wire, to be tampered with. */
  static GenericRecord generic(Topic topic, Object message) throws IOException {
    var wire = wire(topic, message);
    var schema = Subject.of(topic, wire.getSchema()).schema().rawSchema();
    var binary =
        written(encoder -> new SpecificDatumWriter<>(wire.getSchema()).write(wire, encoder));
    return new GenericDatumReader<GenericRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(binary, null));
  }

  @FunctionalInterface
  interface Writing {
    void to(BinaryEncoder encoder) throws IOException;
  }
}
