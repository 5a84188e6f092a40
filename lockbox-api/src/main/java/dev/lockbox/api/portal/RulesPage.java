package dev.lockbox.api.portal;

import dev.lockbox.api.view.ComplianceJson;
import dev.lockbox.api.view.TenantSettingsJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer's rules.
 *
 * @param whole all of them, as the API has them
 * @param me who reads it, by their id
 * @param changesRules whether they may ask for other rules
 * @param proposed in what a proposal differs from what holds; empty for none
 * @param compliance how subscriptions stand to the guard rails; null for who may not read that
 * @param notice what became of the change they just asked for; null for none
 * @param news where it hears of what happens; null for who may not follow it
 */
public record RulesPage(
    TenantSettingsJson now,
    String whole,
    String me,
    boolean changesRules,
    List<String> proposed,
    @Nullable ComplianceJson compliance,
    @Nullable Notice notice,
    @Nullable String news)
    implements Asking {
  public RulesPage {
    proposed = List.copyOf(proposed);
  }

  /** Whether the reader may agree to what is proposed: nobody does to a proposal of their own. */
  public boolean mayConfirm() {
    return changesRules && now.proposal() != null && !now.proposal().by().equals(me);
  }
}
