package dev.lockbox.api.portal;

import dev.lockbox.api.view.RequestJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests in a list.
 *
 * @param decides whether the reader may decide on any
 * @param next path of the rest; null on the last page
 */
public record ListPage(List<RequestJson> items, boolean decides, @Nullable String next)
    implements Asking {
  public ListPage {
    items = List.copyOf(items);
  }
}
