package dev.lockbox.api.security;

/** A JSON object as somebody else would have written it. */
final class Said {
  private Said() {}

  /** The object, and one thing more, which it may say already. */
  static String within(String json, String name, String value) {
    return json.substring(0, json.length() - 1) + ",\"%s\":%s}".formatted(name, value);
  }

  static String without(String json, String name) {
    return json.replaceAll("\"%s\":(\"[^\"]*\"|\\[[^]]*]|[0-9]+),?".formatted(name), "")
        .replace(",}", "}");
  }

  /** The object, saying this and nothing else under the name. */
  static String with(String json, String name, Object value) {
    return within(without(json, name), name, value.toString());
  }
}
