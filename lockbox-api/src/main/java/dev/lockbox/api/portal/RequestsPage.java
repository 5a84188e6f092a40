package dev.lockbox.api.portal;

import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.WireState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All requests, or those in one state.
 *
 * @param sought what was asked for
 * @param next path of the rest; null on the last page
 * @param news where it hears of what happens
 */
public record RequestsPage(
    Sought sought, List<RequestJson> items, @Nullable String next, String news) {
  public RequestsPage {
    items = List.copyOf(items);
  }

  /** What can be looked for; what is still with the provider is not shown here. */
  public List<WireState> states() {
    return Arrays.stream(WireState.values())
        .filter(
            state -> state != WireState.EVALUATED && state != WireState.AWAITING_INTERNAL_APPROVAL)
        .toList();
  }
}
