package dev.lockbox.events.codec;

import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.topic.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Confluent's wire format: a zero byte, the schema's id in four bytes (big-endian), the record in
 * Avro's binary encoding. Schemas are never registered from here.
 */
final class Framing {
  private static final int HEADER_BYTES = 1 + Integer.BYTES;
  private static final byte MAGIC = 0;

  /**
   * The registry's own words for "no such subject" and "no such schema". A bare 404 says less: it
   * may come from a wrong path or a proxy, and must not send every record into quarantine.
   */
  private static final Set<Integer> NO_SUCH_SCHEMA = Set.of(40401, 40403);

  private static final Map<String, Object> SERIALIZER_SETTINGS =
      Map.of(
          // The client below is used; the setting is demanded all the same.
          AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG,
          "mock://not-used",
          AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS,
          false,
          AbstractKafkaSchemaSerDeConfig.VALUE_SUBJECT_NAME_STRATEGY,
          TopicRecordNameStrategy.class,
          KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG,
          true);

  static {
    AvroTrust.establish();
  }

  private final SchemaRegistryClient registry;
  private final KafkaAvroSerializer serializer;
  private final Set<String> learned = ConcurrentHashMap.newKeySet();

  /** What each schema id in use means and how it is read; an id never changes its meaning. */
  private final Map<Integer, Schema> writers = new ConcurrentHashMap<>();

  private final Map<Integer, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

  Framing(SchemaRegistryClient registry) {
    this.registry = registry;
    this.serializer = new KafkaAvroSerializer(registry, SERIALIZER_SETTINGS);
  }

  byte[] frame(Topic topic, SpecificRecord wire) {
    learn(topic, wire.getSchema());
    return serializer.serialize(topic.name(), wire);
  }

  /**
   * Makes sure that the id of this schema is known, so that writing it needs the registry no more.
   */
  void learn(Topic topic, Schema schema) {
    var name = Subject.name(topic, schema);
    if (learned.contains(name)) {
      return;
    }
    try {
      registry.getId(name, Subject.of(topic, schema).schema(), false);
      learned.add(name);
    } catch (IOException | RestClientException noAnswer) {
      throw new RegistryUnavailable(name, noAnswer);
    }
  }

  SpecificRecord unframe(byte[] value, List<Class<? extends SpecificRecord>> expected)
      throws Unreadable {
    if (value.length < HEADER_BYTES || value[0] != MAGIC) {
      throw new Unreadable(
          QuarantineCause.WRONG_MAGIC,
          "a zero byte and a schema id were expected at the front of %s bytes"
              .formatted(value.length));
    }
    var id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    var writer = schemaOf(id);
    for (var type : expected) {
      var reader = SpecificData.get().getSchema(type);
      if (reader.getFullName().equals(writer.getFullName())) {
        return decode(
            value,
            writer,
            readers.computeIfAbsent(
                id,
                first ->
                    new SpecificDatumReader<>(writer, reader, SpecificData.getForSchema(reader))));
      }
    }
    throw new Unreadable(
        QuarantineCause.UNKNOWN_TYPE,
        "schema %s is %s, which does not belong here"
            .formatted(id, Texts.shown(writer.getFullName())));
  }

  private Schema schemaOf(int id) throws Unreadable {
    var known = writers.get(id);
    if (known != null) {
      return known;
    }
    try {
      if (registry.getSchemaById(id) instanceof AvroSchema avro
          && avro.rawSchema().getType() == Schema.Type.RECORD) {
        writers.put(id, avro.rawSchema());
        return avro.rawSchema();
      }
      throw new Unreadable(
          QuarantineCause.UNKNOWN_TYPE, "schema %s is not an Avro record".formatted(id));
    } catch (RestClientException answer) {
      if (NO_SUCH_SCHEMA.contains(answer.getErrorCode())) {
        throw new Unreadable(
            QuarantineCause.UNKNOWN_SCHEMA, "the registry has no schema %s".formatted(id), answer);
      }
      throw new RegistryUnavailable("schema " + id, answer);
    } catch (IOException noAnswer) {
      throw new RegistryUnavailable("schema " + id, noAnswer);
    }
  }

  private static SpecificRecord decode(
      byte[] value, Schema writer, DatumReader<SpecificRecord> datum) throws Unreadable {
    var decoder =
        DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null);
    try {
      var record = datum.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new Unreadable(
            QuarantineCause.UNDECODABLE,
            "bytes are left over behind %s".formatted(writer.getFullName()));
      }
      return record;
    } catch (IOException | RuntimeException garbled) {
      // Avro meets hostile bytes with whatever exception they lead to; all of them mean the same
      // here.
      throw new Unreadable(
          QuarantineCause.UNDECODABLE,
          "not a %s: %s".formatted(writer.getFullName(), Texts.shown(garbled.toString())),
          garbled);
    }
  }
}
