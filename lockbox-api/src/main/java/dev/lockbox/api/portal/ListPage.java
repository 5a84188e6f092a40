package dev.lockbox.api.portal;

import dev.lockbox.api.view.RequestJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests in a list.
 *
 * @param decides whether the reader may decide on any
 * @param practises whether they may start practice
 * @param next path of the rest; null on the last page
 * @param news where it hears of what happens; null for one that follows nothing
 */
public record ListPage(
    List<RequestJson> items,
    boolean decides,
    boolean practises,
    @Nullable String next,
    @Nullable String news)
    implements Asking {
  public ListPage {
    items = List.copyOf(items);
  }
}
