package dev.lockbox.api.portal;

import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.WireState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Access that is open, or will be.
 *
 * @param items what ends first comes first
 * @param state of which alone it shows some; null for all
 * @param decides whether the reader may take any of it back
 * @param rest where there is more than is shown
 * @param news where it hears of what happens
 */
public record GrantsPage(
    List<RequestJson> items,
    @Nullable WireState state,
    boolean decides,
    List<Rest> rest,
    String news)
    implements Asking {
  /** Older access in one state, and where it is shown. */
  public record Rest(WireState state, String path) {}

  public GrantsPage {
    items = List.copyOf(items);
    rest = List.copyOf(rest);
  }
}
