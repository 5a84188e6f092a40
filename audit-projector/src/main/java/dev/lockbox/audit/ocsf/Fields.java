package dev.lockbox.audit.ocsf;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON object while it is put together. What is absent is left out; a name is given once. */
final class Fields implements Json {
  private final SortedMap<String, Json> members = new TreeMap<>();

  /** By name, in the order of UTF-16 code units. */
  SortedMap<String, Json> members() {
    return Collections.unmodifiableSortedMap(members);
  }

  Fields text(String name, String value) {
    return put(name, new Text(value));
  }

  Fields text(String name, Optional<String> value) {
    value.ifPresent(given -> text(name, given));
    return this;
  }

  Fields number(String name, long value) {
    return put(name, new Whole(value));
  }

  Fields number(String name, Optional<Long> value) {
    value.ifPresent(given -> number(name, given));
    return this;
  }

  Fields flag(String name, boolean value) {
    return put(name, new Flag(value));
  }

  Fields flag(String name, Optional<Boolean> value) {
    value.ifPresent(given -> flag(name, given));
    return this;
  }

  Fields object(String name, Fields value) {
    return put(name, value);
  }

  Fields object(String name, Optional<Fields> value) {
    value.ifPresent(given -> object(name, given));
    return this;
  }

  /** In the order given. */
  Fields texts(String name, List<String> values) {
    return put(name, new Items(values.stream().<Json>map(Text::new).toList()));
  }

  Fields texts(String name, Optional<List<String>> values) {
    values.ifPresent(given -> texts(name, given));
    return this;
  }

  Fields objects(String name, Fields... values) {
    return objects(name, List.of(values));
  }

  /** In the order given. */
  Fields objects(String name, List<Fields> values) {
    return put(name, new Items(List.copyOf(values)));
  }

  /** Everything that the other object holds. */
  Fields all(Fields other) {
    other.members.forEach(this::put);
    return this;
  }

  private Fields put(String name, Json value) {
    if (members.putIfAbsent(name, value) != null) {
      throw new IllegalStateException("field %s is given twice".formatted(name));
    }
    return this;
  }
}
