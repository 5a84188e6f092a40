package dev.lockbox.api.portal;

import dev.lockbox.api.view.EventOperations;
import dev.lockbox.api.view.EventTypes;
import dev.lockbox.api.view.StreamedJson;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened at the customer.
 *
 * @param sought what was asked for
 * @param items newest first
 * @param there the requests among these that have a page; one that was refused has none
 * @param next path of the rest; null on the last page
 * @param news where it hears of what happens; null on pages behind the first
 */
public record HappeningsPage(
    Sought sought,
    List<StreamedJson> items,
    Set<String> there,
    @Nullable String next,
    @Nullable String news) {
  public HappeningsPage {
    items = List.copyOf(items);
    there = Set.copyOf(there);
  }

  /** What can be looked for. */
  public List<String> types() {
    return EventTypes.OF_CUSTOMER;
  }

  /** The same by their names in the audit record. */
  public List<String> operations() {
    return EventOperations.OF_CUSTOMER;
  }
}
