package dev.lockbox.api.portal;

import dev.lockbox.api.view.EventJson;
import dev.lockbox.api.view.EventTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a request.
 *
 * @param request its id
 * @param sought what was asked for
 * @param items oldest first
 * @param next path of the rest; null on the last page
 */
public record HistoryPage(
    String request, Sought sought, List<EventJson> items, @Nullable String next) {
  public HistoryPage {
    items = List.copyOf(items);
  }

  /** What can be looked for. */
  public List<String> types() {
    return EventTypes.OF_TIMELINE;
  }
}
