package dev.lockbox.api.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other rules, as somebody writes them.
 *
 * @param written so far
 * @param version of the rules that hold, with which it was compared
 * @param compared in what it differs from them; null where it was not compared
 * @param notice why it was not taken; null for nothing
 */
public record ChangeRulesPage(
    String written, long version, @Nullable List<String> compared, @Nullable Notice notice)
    implements Asking {
  /** Whether there is something to set. */
  public boolean changesSomething() {
    return compared != null && !compared.isEmpty();
  }
}
