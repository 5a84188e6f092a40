package dev.lockbox.api.portal;

import dev.lockbox.api.view.ExclusionJson;
import dev.lockbox.domain.exclusion.Exclusion.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accesses that no approval covers.
 *
 * @param mayAcknowledge whether their reader is one of those who take note for the customer
 * @param next path of the rest; null on the last page
 * @param news where it hears of what happens
 */
public record ExclusionsPage(
    List<ExclusionJson> items, boolean mayAcknowledge, @Nullable String next, String news)
    implements Asking {
  public ExclusionsPage {
    items = List.copyOf(items);
  }

  /** Whether it waits for somebody of the customer's to take note. */
  public boolean isToBeAcknowledged(ExclusionJson one) {
    return one.stage() == Stage.INVOKED || one.stage() == Stage.OVERDUE;
  }
}
