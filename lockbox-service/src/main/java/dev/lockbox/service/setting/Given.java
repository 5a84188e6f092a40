package dev.lockbox.service.setting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One part of the settings, as YAML gave it. Whatever nobody asked for is refused at the end: a
 * restriction that is misspelt must not become a restriction that is missing.
 */
public final class Given {
  private final String place;
  private final Map<Object, Object> left;

  private Given(String place, Map<?, ?> values) {
    this.place = place;
    this.left = new HashMap<>(values);
  }

  /** Reads a part to its end; what goes wrong is told with its place. */
  public static <T> T read(String place, Object given, Function<Given, T> reader) {
    if (!(given instanceof Map<?, ?> values)) {
      throw wrong(place, "must be names with values, was %s".formatted(given));
    }
    var part = new Given(place, values);
    try {
      var read = reader.apply(part);
      part.mustBeEmpty();
      return read;
    } catch (Misplaced deeper) {
      throw deeper;
    } catch (IllegalArgumentException wrong) {
      throw new Misplaced("%s: %s".formatted(place, wrong.getMessage()), wrong);
    }
  }

  public String text(String key) {
    return maybeText(key).orElseThrow(() -> wrong(place, "%s is missing".formatted(key)));
  }

  public Optional<String> maybeText(String key) {
    return Optional.ofNullable(left.remove(key)).map(value -> text(at(key), value));
  }

  /** In their order; at least one. */
  public List<String> texts(String key) {
    return list(key, (at, value) -> text(at, value))
        .orElseThrow(() -> wrong(place, "%s is missing".formatted(key)));
  }

  /** In their order; empty where nothing is said. */
  public Optional<List<String>> maybeTexts(String key) {
    return list(key, (at, value) -> text(at, value));
  }

  public Optional<Integer> maybeNumber(String key) {
    return Optional.ofNullable(left.remove(key))
        .map(
            value -> {
              if (value instanceof Integer number) {
                return number;
              }
              throw wrong(at(key), "must be a whole number, was %s".formatted(value));
            });
  }

  public Optional<Boolean> maybeFlag(String key) {
    return Optional.ofNullable(left.remove(key))
        .map(
            value -> {
              if (value instanceof Boolean flag) {
                return flag;
              }
              throw wrong(at(key), "must be true or false, was %s".formatted(value));
            });
  }

  /** In their order; none where nothing is said. */
  public <T> List<T> parts(String key, Function<Given, T> reader) {
    return list(key, (at, value) -> read(at, value, reader)).orElse(List.of());
  }

  /** Empty where nothing is said. */
  public <T> Optional<T> maybePart(String key, Function<Given, T> reader) {
    return Optional.ofNullable(left.remove(key)).map(value -> read(at(key), value, reader));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T at(String place, Object value);
  }

  private <T> Optional<List<T>> list(String key, Reading<T> reading) {
    var value = left.remove(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof List<?> values)) {
      throw wrong(at(key), "must be a list, was %s".formatted(value));
    }
    return Optional.of(
        IntStream.range(0, values.size())
            .mapToObj(i -> reading.at("%s[%s]".formatted(at(key), i), values.get(i)))
            .toList());
  }

  private static String text(String at, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(at, "must be text, was %s".formatted(value));
  }

  private String at(String key) {
    return place + "." + key;
  }

  private void mustBeEmpty() {
    if (!left.isEmpty()) {
      throw wrong(place, "has what is not understood: %s".formatted(left.keySet()));
    }
  }

  private static Misplaced wrong(String place, String what) {
    return new Misplaced("%s %s".formatted(place, what), null);
  }

  /** Says already where. */
  private static final class Misplaced extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Misplaced(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
