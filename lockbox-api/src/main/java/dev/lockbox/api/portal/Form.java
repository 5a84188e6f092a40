package dev.lockbox.api.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a form of ours sent ({@code application/x-www-form-urlencoded}). Every method throws {@link
 * ProblemException} INVALID_REQUEST for what no form of ours sends.
 */
final class Form {
  /** More than any form of ours has: of each request's actions and resources, and a few. */
  private static final int FIELDS_MAX = 128;

  private final Map<String, List<String>> fields = new HashMap<>();

  private Form() {}

  static Form parse(String body) {
    var parts = body.split("&", FIELDS_MAX + 1);
    if (parts.length > FIELDS_MAX) {
      throw notOurs();
    }
    var form = new Form();
    for (var part : parts) {
      var field = part.split("=", 2);
      form.fields
          .computeIfAbsent(decoded(field[0]), name -> new ArrayList<>())
          .add(decoded(field.length == 1 ? "" : field[1]));
    }
    return form;
  }

  /** Refuses more than these: what else somebody says with a yes, they mean something by. */
  void mayHoldOnly(Set<String> names) {
    if (!names.containsAll(fields.keySet())) {
      throw notOurs();
    }
  }

  /** The field, which must be there once. */
  String one(String name) {
    var given = all(name);
    if (given.size() != 1) {
      throw notOurs();
    }
    return given.getFirst();
  }

  /** What was written into the field; empty for nothing, or for spaces. */
  Optional<String> text(String name) {
    return Optional.of(one(name).replace("\r\n", "\n")).filter(text -> !text.isBlank());
  }

  /** Every word that was written into the field, each once; commas are spaces. */
  List<String> words(String name) {
    return all(name).stream()
        .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** All that were chosen. */
  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  long number(String name) {
    try {
      return Long.parseLong(one(name));
    } catch (NumberFormatException notOne) {
      throw notOurs();
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException garbled) {
      throw notOurs();
    }
  }

  static ProblemException notOurs() {
    return new ProblemException(Code.INVALID_REQUEST, "That came from no form of this page.");
  }
}
