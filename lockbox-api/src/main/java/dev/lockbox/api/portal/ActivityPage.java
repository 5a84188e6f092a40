package dev.lockbox.api.portal;

import dev.lockbox.api.view.ActivityJson;
import dev.lockbox.api.view.EventTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What engineers did.
 *
 * @param sought what was asked for
 * @param next path of the rest; null on the last page
 * @param news where it hears of what happens; null on pages behind the first
 */
public record ActivityPage(
    Sought sought, List<ActivityJson> items, @Nullable String next, @Nullable String news) {
  public ActivityPage {
    items = List.copyOf(items);
  }

  /** What can be looked for. */
  public List<String> types() {
    return EventTypes.OF_ACTIVITY;
  }
}
