package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.view.EventJson;
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
      Map.of(
          "RequestApproved", "You said yes, and access is open.",
          "AccessScheduled", "You said yes, and access begins later.",
          "ApprovalGiven", "You said yes. Others must still agree.",
          "RequestDenied", "You said no. Nothing was opened.",
          "RequestRevoked", "Access is revoked.",
          "QuestionAsked", "Your question was passed on.",
          "CounterOffered", "Your offer was passed on.",
          "OfferWithdrawn", "Your offer was taken back.");

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

  private static Notice of(EventJson verdict) {
    return verdict.refusal() == null
        ? new Notice("yes", TITLES.getOrDefault(verdict.type(), "It was taken down."), null)
        : new Notice("no", Code.of(verdict.refusal()).title() + ".", verdict.detail());
  }
}
