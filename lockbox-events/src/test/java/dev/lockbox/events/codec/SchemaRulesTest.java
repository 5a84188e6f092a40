package dev.lockbox.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.wire.state.ExclusionState;
import dev.lockbox.wire.state.FreezeState;
import dev.lockbox.wire.state.SessionState;
import dev.lockbox.wire.state.TenantState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every schema of ours keeps to. */
class SchemaRulesTest {
  private static final int DOC_CHARS_MAX = 200;

  /** How many there were of what the name says. */
  private static final Set<String> COUNTS =
      Set.of("Usage.sessions", "Usage.flagged", "Usage.prevented", "PerformedAction.times");

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordAndEveryFieldSaysWhatItIs(Schema record) {
    assertThat(record.getDoc()).isNotBlank();
    assertThat(record.getFields())
        .allSatisfy(
            field ->
                assertThat(field.doc())
                    .as(field.name())
                    .isNotBlank()
                    .endsWith(".")
                    .hasSizeLessThan(DOC_CHARS_MAX));
  }

  @ParameterizedTest
  @MethodSource("records")
  void nothingIsEitherThisOrThatButPresentOrNot(Schema record) {
    assertThat(record.getFields().stream().filter(field -> field.schema().isUnion()))
        .allSatisfy(
            field -> {
              assertThat(field.schema().getTypes()).as(field.name()).hasSize(2);
              assertThat(field.schema().getTypes().getFirst().getType()).isEqualTo(Type.NULL);
              assertThat(field.hasDefaultValue()).as("absent by default").isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("records")
  void aQuantityCarriesItsUnit(Schema record) {
    assertThat(record.getFields().stream().filter(field -> isLong(field.schema())))
        .allSatisfy(
            field ->
                assertThat(field.name())
                    .satisfiesAnyOf(
                        name ->
                            assertThat(name)
                                .matches(".*Millis|.*[vV]ersion|sequence|offset|bytes[A-Z].*"),
                        name -> assertThat(record.getName() + "." + name).isIn(COUNTS)));
  }

  private static boolean isLong(Schema schema) {
    var plain = schema.isUnion() ? schema.getTypes().getLast() : schema;
    return plain.getType() == Type.LONG && plain.getLogicalType() == null;
  }

  @ParameterizedTest
  @MethodSource("enums")
  void everyEnumHasAWordForWhatIsNewer(Schema words) {
    assertThat(words.getDoc()).isNotBlank();
    assertThat(words.getEnumDefault()).isEqualTo("UNKNOWN");
    assertThat(words.getEnumSymbols()).contains("UNKNOWN");
  }

  static Stream<Schema> records() {
    return named(Type.RECORD);
  }

  static Stream<Schema> enums() {
    return named(Type.ENUM);
  }

  private static Stream<Schema> named(Type type) {
    var named = new HashMap<String, Schema>();
    var stored =
        Stream.of(
            TenantState.getClassSchema(),
            FreezeState.getClassSchema(),
            ExclusionState.getClassSchema(),
            SessionState.getClassSchema());
    var topics = Subject.all().stream().map(subject -> subject.schema().rawSchema());
    Stream.concat(topics, stored).forEach(schema -> collect(schema, named));
    return named.values().stream().filter(schema -> schema.getType() == type);
  }

  private static void collect(Schema schema, Map<String, Schema> named) {
    switch (schema.getType()) {
      case RECORD -> {
        if (named.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), named));
        }
      }
      case ENUM -> named.put(schema.getFullName(), schema);
      case UNION -> schema.getTypes().forEach(type -> collect(type, named));
      case ARRAY -> collect(schema.getElementType(), named);
      case STRING, BYTES, INT, LONG, BOOLEAN, NULL -> {}
      case MAP, FIXED, FLOAT, DOUBLE ->
          throw new AssertionError("no schema of ours has a " + schema.getType());
    }
  }
}
