package dev.lockbox.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Puts lines of a stream together: server-sent events (WHATWG HTML, 9.2), whose data is JSON. */
final class SaidLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As much as is taken for one event; the API's are some kilobytes at the most. */
  private static final int CHARS_MAX = 1024 * 1024;

  private String name = "message";
  private Optional<String> id = Optional.empty();
  private final StringBuilder data = new StringBuilder();

  /**
   * What was said once this line is there; empty while it goes on, or where it said nothing.
   *
   * @throws UncheckedIOException when it is no event of the API's
   */
  Optional<Said> line(String line) {
    if (line.isEmpty()) {
      return end();
    }
    var colon = line.indexOf(':');
    var field = colon < 0 ? line : line.substring(0, colon);
    var value = colon < 0 ? "" : line.substring(colon + 1);
    take(field, value.startsWith(" ") ? value.substring(1) : value);
    return Optional.empty();
  }

  private void take(String field, String value) {
    switch (field) {
      case "event" -> name = value;
      case "id" -> id = Optional.of(value);
      case "data" -> add(value);
      default -> {} // a comment, or what a later version says
    }
  }

  private void add(String value) {
    if (data.length() + value.length() > CHARS_MAX) {
      throw new IllegalStateException("the stream says more at once than is taken");
    }
    data.append(value).append('\n');
  }

  private Optional<Said> end() {
    var said = data.isEmpty() ? Optional.<Said>empty() : Optional.of(said(data.toString()));
    name = "message";
    id = Optional.empty();
    data.setLength(0);
    return said;
  }

  private Said said(String text) {
    try {
      return new Said(name, id, JSON.readTree(text));
    } catch (JsonProcessingException garbled) {
      throw new UncheckedIOException("the stream says what is no JSON", garbled);
    }
  }
}
