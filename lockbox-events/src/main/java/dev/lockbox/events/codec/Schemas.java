package dev.lockbox.events.codec;

import dev.lockbox.events.topic.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.avro.Schema;

/** Schemas as the registry knows them. */
final class Schemas {
  private static final String JAVA_STRING = "\"avro.java.string\":\"String\"";

  private Schemas() {}

  /** The subject of a record type on a topic: both names, so that each type evolves by itself. */
  static String subject(Topic topic, Schema schema) {
    return topic.name() + "-" + schema.getFullName();
  }

  /** The schema without what only our generated classes need. */
  static AvroSchema registered(Schema generated) {
    var plain =
        generated.toString().replace("{\"type\":\"string\"," + JAVA_STRING + "}", "\"string\"");
    return new AvroSchema(plain);
  }
}
