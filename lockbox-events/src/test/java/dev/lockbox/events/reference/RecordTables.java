package dev.lockbox.events.reference;

import dev.lockbox.events.codec.Subject;
import dev.lockbox.events.topic.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;

/** Every record type as Markdown, those of a topic under the topic, those shared at the end. */
final class RecordTables {
  private final List<Subject> subjects;

  RecordTables(List<Subject> subjects) {
    this.subjects = subjects;
  }

  String markdown() {
    var byTopic =
        subjects.stream()
            .collect(
                Collectors.groupingBy(Subject::topic, LinkedHashMap::new, Collectors.toList()));
    var topics = byTopic.entrySet().stream().map(one -> onTopic(one.getKey(), one.getValue()));
    var parts = parts().values().stream().map(RecordTables::described);
    return Stream.of(topics, Stream.of("### Parts of records\n"), parts)
        .flatMap(one -> one)
        .collect(Collectors.joining("\n"));
  }

  private static String onTopic(Topic topic, List<Subject> subjects) {
    return subjects.stream()
        .map(subject -> described(subject.schema().rawSchema()))
        .collect(Collectors.joining("\n", "### Records on `%s`\n\n".formatted(topic), ""));
  }

  private static String described(Schema schema) {
    var heading = "#### %s\n\n%s\n\n".formatted(schema.getName(), schema.getDoc());
    return heading + (schema.getType() == Type.ENUM ? symbols(schema) : fields(schema));
  }

  private static String symbols(Schema words) {
    return words.getEnumSymbols().stream().collect(Collectors.joining("`, `", "`", "`\n"));
  }

  private static String fields(Schema schema) {
    return schema.getFields().stream()
        .map(field -> "| `%s` | %s | %s |\n".formatted(field.name(), type(field), field.doc()))
        .collect(Collectors.joining("", "| Field | Type | |\n|---|---|---|\n", ""));
  }

  private static String type(Schema.Field field) {
    return type(field.schema());
  }

  private static String type(Schema schema) {
    if (schema.getLogicalType() != null) {
      return schema.getLogicalType().getName();
    }
    return switch (schema.getType()) {
      case RECORD, ENUM ->
          "[%s](#%s)".formatted(schema.getName(), schema.getName().toLowerCase(Locale.ROOT));
      case ARRAY -> "array of " + type(schema.getElementType());
      case UNION ->
          schema.getTypes().stream().map(RecordTables::type).collect(Collectors.joining(" or "));
      case NULL, STRING, BYTES, INT, LONG, MAP, FIXED, FLOAT, DOUBLE, BOOLEAN ->
          schema.getType().getName();
    };
  }

  /** Records and enums inside others, by name. */
  private Map<String, Schema> parts() {
    var parts = new TreeMap<String, Schema>();
    subjects.forEach(
        subject ->
            subject
                .schema()
                .rawSchema()
                .getFields()
                .forEach(field -> collect(field.schema(), parts)));
    return parts;
  }

  private static void collect(Schema schema, Map<String, Schema> parts) {
    switch (schema.getType()) {
      case RECORD -> {
        if (parts.put(schema.getName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), parts));
        }
      }
      case ENUM -> parts.put(schema.getName(), schema);
      case UNION -> schema.getTypes().forEach(type -> collect(type, parts));
      case ARRAY -> collect(schema.getElementType(), parts);
      case NULL, STRING, BYTES, INT, LONG, MAP, FIXED, FLOAT, DOUBLE, BOOLEAN -> {}
    }
  }
}
