package dev.lockbox.api.access;

import java.util.Arrays;
import java.util.Locale;

/** How far several questions are answered. */
enum Semantic {
  /** All of them. */
  EXECUTE_ALL,
  /** Up to the first no. */
  DENY_ON_FIRST_DENY,
  /** Up to the first yes. */
  PERMIT_ON_FIRST_PERMIT;

  /** Whether nothing is answered behind this answer. */
  boolean endsWith(boolean decision) {
    return switch (this) {
      case EXECUTE_ALL -> false;
      case DENY_ON_FIRST_DENY -> !decision;
      case PERMIT_ON_FIRST_PERMIT -> decision;
    };
  }

  /** Throws {@link IllegalArgumentException} for what is none. */
  static Semantic named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("options.evaluations_semantic is not known"));
  }
}
