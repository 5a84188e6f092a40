package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.view.EventJson;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a decision, in words.
 *
 * @param tone {@code yes}, {@code no} or {@code later}
 * @param words more about it; null for nothing
 */
public record Notice(String tone, String title, @Nullable String words) {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("RequestApproved", "You said yes, and access is open."),
          Map.entry("AccessScheduled", "You said yes, and access begins later."),
          Map.entry("ApprovalGiven", "You said yes. Others must still agree."),
          Map.entry(
              "PracticeCompleted", "You said yes. This was practice, and nothing was opened."),
          Map.entry("RequestDenied", "You said no. Nothing was opened."),
          Map.entry("RequestRevoked", "Access is revoked."),
          Map.entry("QuestionAsked", "Your question was passed on."),
          Map.entry("CounterOffered", "Your offer was passed on."),
          Map.entry("OfferWithdrawn", "Your offer was taken back."),
          Map.entry("InternalApprovalGiven", "You said yes. Others inside must still agree."),
          Map.entry("RequestOpened", "You said yes, and the customer is asked."),
          Map.entry("ApprovalsRequired", "You said yes, and the customer is asked."),
          Map.entry("ReviewRequired", "You said yes, and the customer is asked."),
          Map.entry("ReviewBegun", "Your review is taken down. It is no yes."),
          Map.entry("RecordRead", "It is taken down that you have read what was done."),
          Map.entry("InternalApprovalDenied", "You said no. The customer is not asked."));

  private static final Notice LATER =
      new Notice(
          "later",
          "Your decision was taken down, and has no verdict yet.",
          "Look again in a moment. It counts once, however often it is sent.");

  /**
   * @param verdict empty while there is none
   */
  static Notice of(Optional<EventJson> verdict) {
    return verdict.map(Notice::of).orElse(LATER);
  }

  /**
   * What became of a change of rules.
   *
   * @param verdict empty while there is none
   */
  static Notice ofRules(Registered customer, Optional<Recorded> verdict) {
    return verdict
        .map(one -> refusal(one.event()).orElseGet(() -> ofAcceptedRules(customer, one)))
        .orElse(LATER);
  }

  private static Notice ofAcceptedRules(Registered customer, Recorded accepted) {
    if (!(accepted.event() instanceof SettingsProposed)) {
      return new Notice("yes", "Your change of the rules was taken down.", null);
    }
    return customer.proposal().filter(one -> one.version() == accepted.version()).isPresent()
        ? new Notice("later", "Your change waits for a second administrator.", null)
        : new Notice(
            "yes",
            "Your change was proposed, and waits no more.",
            "A second administrator agreed to it, or other rules came in its place.");
  }

  /**
   * What became of what was asked for about keys.
   *
   * @param verdict empty while there is none
   */
  static Notice ofKeys(Optional<Recorded> verdict) {
    var accepted =
        new Notice("yes", "It was taken down, and whoever approves or administers is told.", null);
    return verdict.map(one -> refusal(one.event()).orElse(accepted)).orElse(LATER);
  }

  private static Optional<Notice> refusal(Event verdict) {
    return verdict instanceof CommandRefused no
        ? Optional.of(
            new Notice(tone(no.refusal()), Code.of(no.refusal()).title() + ".", no.detail()))
        : Optional.empty();
  }

  /** Who asked for what stands already has it. */
  private static String tone(Refusal refusal) {
    return refusal == Refusal.NOTHING_TO_CHANGE ? "yes" : "no";
  }

  /** The decision of which a path speaks; empty for what cannot be the id of one. */
  static Optional<DecisionId> decision(String id) {
    try {
      return Optional.of(new DecisionId(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static Notice of(EventJson verdict) {
    return verdict.refusal() == null
        ? new Notice("yes", TITLES.getOrDefault(verdict.type(), "It was taken down."), null)
        : new Notice("no", Code.of(verdict.refusal()).title() + ".", verdict.detail());
  }
}
