package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Code;
import java.util.List;

/**
 * Whether something may be typed, and by which rules.
 *
 * @param rules the first that allows it; where none does, those for this very verb, sorted. Such as
 *     have no id are left out
 */
public record Typing(boolean isAllowed, List<Code> rules) {
  /** Nothing is typed, or whatever is typed may be. */
  public static final Typing ANYTHING = new Typing(true, List.of());

  public Typing {
    rules = List.copyOf(rules);
  }
}
