package dev.lockbox.events.codec;

import dev.lockbox.events.topic.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * A record type on a topic, as the registry knows it.
 *
 * @param name both names, so that each type evolves by itself (Confluent's TopicRecordNameStrategy)
 * @param schema without what only our generated classes need
 */
public record Subject(Topic topic, String name, AvroSchema schema) {
  private static final String JAVA_STRING = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";

  /** Every record type of every topic that carries Avro, in the order of the topic table. */
  public static List<Subject> all() {
    return Mappings.all().entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().types().stream()
                    .map(type -> of(entry.getKey(), SpecificData.get().getSchema(type))))
        .toList();
  }

  /**
   * @param generated as a generated class carries it
   */
  static Subject of(Topic topic, Schema generated) {
    var plain = generated.toString().replace(JAVA_STRING, "\"string\"");
    return new Subject(topic, name(topic, generated), new AvroSchema(plain));
  }

  static String name(Topic topic, Schema schema) {
    return topic.name() + "-" + schema.getFullName();
  }

  @Override
  public String toString() {
    return name;
  }
}
