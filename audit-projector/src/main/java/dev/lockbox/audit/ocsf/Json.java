package dev.lockbox.audit.ocsf;

import java.util.List;

/** A JSON value. There is no null, and there are no fractions: an audit record needs neither. */
sealed interface Json permits Json.Text, Json.Whole, Json.Flag, Json.Items, Fields {
  record Text(String value) implements Json {}

  /** A whole number that every reader of JSON gets exactly: at most 2^53 - 1 either way. */
  record Whole(long value) implements Json {
    static final long MAX = (1L << 53) - 1;

    public Whole {
      if (value < -MAX || value > MAX) {
        throw new IllegalArgumentException(
            "a number in an audit record must be within ±%s, was %s".formatted(MAX, value));
      }
    }
  }

  record Flag(boolean value) implements Json {}

  record Items(List<Json> values) implements Json {
    public Items {
      values = List.copyOf(values);
    }
  }
}
