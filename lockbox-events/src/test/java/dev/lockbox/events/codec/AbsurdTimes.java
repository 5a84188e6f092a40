package dev.lockbox.events.codec;

import dev.lockbox.events.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;

/**
 * Messages of which one instant or duration is not as anybody can mean it (T9): as a writer that is
 * hostile or broken would put them on a topic, in bytes that follow their schema.
 */
public final class AbsurdTimes {
  private static final long EIGHT_HOURS_AND_A_MILLISECOND = 8 * 3_600_000 + 1;
  private static final long YEAR_292277026 = 9_223_372_017_043_200_000L;

  /** Of milliseconds. */
  private static final List<Long> TOLD =
      List.of(
          0L,
          -1L,
          EIGHT_HOURS_AND_A_MILLISECOND,
          YEAR_292277026,
          Long.MAX_VALUE - 1,
          Long.MAX_VALUE,
          Long.MIN_VALUE);

  private AbsurdTimes() {}

  /**
   * A message with one of them.
   *
   * @param place by type and fields, for example {@code Approve.reason}
   */
  public record Absurd(String place, long told, byte[] key, byte[] value) {
    @Override
    public String toString() {
      return "%s = %s".formatted(place, told);
    }
  }

  /**
   * All that one message can be turned into; none where no time stands in it.
   *
   * @param format by which the good one is written, to the topic that it is of
   */
  public static <T> List<Absurd> of(Format<T> format, T message) throws IOException {
    var good = format.value(message);
    var header = Arrays.copyOf(good, Wire.HEADER_BYTES);
    var wire = Wire.generic(format.topic(), message);
    var absurd = new ArrayList<Absurd>();
    for (var told : TOLD) {
      eachTime(
          wire.getSchema().getName(),
          wire,
          told,
          place -> absurd.add(written(place, told, format.key(message), header, wire)));
    }
    return absurd;
  }

  private static Absurd written(
      String place, long told, byte[] key, byte[] header, GenericRecord wire) {
    try {
      return new Absurd(
          place,
          told,
          key,
          Wire.written(
              out -> {
                out.writeFixed(header);
                out.writeFixed(Wire.binary(wire));
              }));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Sets one time after the other, each for as long as it is looked at. */
  private static void eachTime(
      String place, GenericRecord record, long told, Consumer<String> look) {
    for (var field : record.getSchema().getFields()) {
      var before = record.get(field.pos());
      var here = place + "." + field.name();
      if (isTime(field)) {
        record.put(field.pos(), told);
        look.accept(here);
        record.put(field.pos(), before);
      } else {
        within(here, before, told, look);
      }
    }
  }

  private static void within(String place, Object value, long told, Consumer<String> look) {
    switch (value) {
      case GenericRecord part -> eachTime(place, part, told, look);
      case GenericData.Array<?> parts when !parts.isEmpty() ->
          within(place + "[]", parts.getFirst(), told, look);
      case null, default -> {}
    }
  }

  /** Times of one topic's messages, by the schemas alone: the paths that {@link #of} can reach. */
  public static List<String> placesOf(Topic topic) {
    var places = new ArrayList<String>();
    for (var type : Mappings.of(topic).types()) {
      var schema = SpecificData.get().getSchema(type);
      places(schema.getName(), schema, places);
    }
    return places;
  }

  private static void places(String place, Schema schema, List<String> places) {
    switch (schema.getType()) {
      case RECORD -> {
        for (var field : schema.getFields()) {
          var here = place + "." + field.name();
          if (isTime(field)) {
            places.add(here);
          } else {
            places(here, field.schema(), places);
          }
        }
      }
      case ARRAY -> places(place + "[]", schema.getElementType(), places);
      case UNION -> schema.getTypes().forEach(one -> places(place, one, places));
      default -> {}
    }
  }

  private static boolean isTime(Schema.Field field) {
    var types = field.schema().isUnion() ? field.schema().getTypes() : List.of(field.schema());
    return types.stream()
        .filter(type -> type.getType() == Schema.Type.LONG)
        .anyMatch(type -> type.getLogicalType() != null || field.name().endsWith("Millis"));
  }
}
