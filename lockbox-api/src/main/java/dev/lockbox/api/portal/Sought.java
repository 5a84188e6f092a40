package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is looked for on a page: the fields of its form, as they were filled in. */
public final class Sought {
  private final Map<String, String> fields;

  private Sought(Map<String, String> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /** Whatever the query says of these fields; all else in it says nothing. */
  static Sought in(HttpRequest<?> request, String... names) {
    var fields = new LinkedHashMap<String, String>();
    for (var name : names) {
      fields.put(name, request.getParameters().getFirst(name).orElse("").strip());
    }
    return new Sought(fields);
  }

  /** As it was filled in; empty for nothing. */
  public String field(String name) {
    return said(name).orElse("");
  }

  Optional<String> said(String name) {
    return Optional.ofNullable(fields.get(name)).filter(text -> !text.isEmpty());
  }

  /** A time in UTC, as the form says. */
  Optional<Instant> instant(String name) {
    return said(name).map(Sought::parsed);
  }

  /** The page's path with what is looked for; a link to the same again. */
  String on(String path) {
    return fields.values().stream().allMatch(String::isEmpty) ? path : path + "?" + query();
  }

  private String query() {
    return fields.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> field.getKey() + "=" + Paths.encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Instant parsed(String text) {
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notATime) {
      throw new ProblemException(
          Code.INVALID_REQUEST, "from and until must be times, as 2030-01-31T12:00");
    }
  }
}
