package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Code;
import java.util.List;

/**
 * Whether something may be typed, and by which rules.
 *
 * @param rules the first that allows it; where none does, those for this very verb, sorted. One
 *     without an id is named by its place in the list
 */
public record Typing(boolean isAllowed, List<Code> rules) {
  /** Nothing is typed, or whatever is typed may be. */
  public static final Typing ANYTHING = new Typing(true, List.of());

  public Typing {
    rules = List.copyOf(rules);
  }
}
