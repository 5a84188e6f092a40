package dev.lockbox.api.portal;

import dev.lockbox.api.view.SessionJson;
import dev.lockbox.api.view.UseJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sessions.
 *
 * @param request whose they are; null for all that are open
 * @param news where it hears of what happens
 * @param use what was made of its grant; null where nothing was told of it
 */
public record SessionsPage(
    @Nullable String request, List<SessionJson> items, @Nullable UseJson use, String news) {
  public SessionsPage {
    items = List.copyOf(items);
  }
}
