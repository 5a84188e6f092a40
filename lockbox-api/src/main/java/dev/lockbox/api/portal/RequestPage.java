package dev.lockbox.api.portal;

import dev.lockbox.api.view.ActivityJson;
import dev.lockbox.api.view.EventJson;
import dev.lockbox.api.view.Page;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.ReadableSessions;
import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.ReviewJson;
import dev.lockbox.api.view.WireState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request, and all that an approver needs to decide on it.
 *
 * @param me who reads it, by their id
 * @param decides whether they may decide on any request
 * @param saysTheyRead whether they may say of anything that they read what was done
 * @param readsEverything whether they may read everything of the customer's
 * @param stepUp where they prove once more who they are, which a yes takes; null where they just
 *     did
 * @param signing whether a yes of theirs is signed, and what with
 * @param notice what became of the decision they just made; null for none
 * @param before other requests of the same engineer, newest first; with a next page where it is not
 *     known whether more are theirs
 * @param deeds what the engineer did at the customer, newest first, as far as the reader may read
 *     it
 * @param history what happened to it, newest first
 * @param hasMore whether more happened before than is shown
 * @param news where it hears of what happens
 */
public record RequestPage(
    RequestJson request,
    String me,
    boolean decides,
    boolean saysTheyRead,
    boolean readsEverything,
    @Nullable URI stepUp,
    Signatures signing,
    @Nullable Notice notice,
    Page<RequestJson> before,
    Page<ActivityJson> deeds,
    List<EventJson> history,
    boolean hasMore,
    String news)
    implements Asking {
  private static final List<Duration> USUAL =
      Stream.of(15, 30, 60, 120, 240, 480, 720).map(Duration::ofMinutes).toList();

  /** Requests that were looked at for others of the same engineer, where there are so many. */
  public int requestsLookedAt() {
    return ReadableRequests.LOOKED_AT_MAX;
  }

  /** Things done that were looked at for those of the engineer, where there are so many. */
  public int deedsLookedAt() {
    return ReadableSessions.LOOKED_AT_MAX;
  }

  public boolean isWaiting() {
    return request.state() == WireState.CUSTOMER_NOTIFIED;
  }

  /** Whether there is a grant to take back. */
  public boolean isGranted() {
    return switch (request.state()) {
      case ACTIVE, ACTIVE_UNDER_CONDITIONS, FROZEN, SCHEDULED -> true;
      case CUSTOMER_NOTIFIED,
          DENIED,
          EXPIRED,
          WITHDRAWN,
          CANCELLED,
          REVOKED,
          ENDED,
          FAULTED,
          EVALUATED,
          AWAITING_INTERNAL_APPROVAL,
          REJECTED,
          COMPLETED,
          PRACTISED,
          CLOSING,
          FAILED_TO_CLOSE ->
          false;
    };
  }

  /** Shorter times that an approver can choose, ISO 8601. */
  public List<String> shorter() {
    var full = request.accessFor() == null ? Duration.ZERO : Duration.parse(request.accessFor());
    return USUAL.stream().filter(one -> one.compareTo(full) < 0).map(Duration::toString).toList();
  }

  /** How long access lasts by one of them, as a passkey signs it. */
  public long millis(String less) {
    return Duration.parse(less).toMillis();
  }

  /** Whether the reader is among those whose yes the next stage waits for. */
  public boolean isMyTurn() {
    var approvals = request.approvals();
    return approvals != null && approvals.stages().get(approvals.stage()).approvers().contains(me);
  }

  /** Whether a yes of the reader's takes that they say first that they review what stands. */
  public boolean mustReview() {
    var review = request.review();
    return review != null && review.dwell() != null && mine() == null;
  }

  /** What the reader has begun to review of what stands; null where that is nothing. */
  public ReviewJson.@Nullable ReadingJson mine() {
    var review = request.review();
    return review == null
        ? null
        : review.begun().stream().filter(one -> one.by().equals(me)).findFirst().orElse(null);
  }

  /** Whether what was done waits for somebody to say that they read it. */
  public boolean isUnread() {
    var lookback = request.lookback();
    return lookback != null && lookback.readBy() == null;
  }

  /** Whether the reader said yes already. */
  public boolean saidYes() {
    var approvals = request.approvals();
    return approvals != null && approvals.given().stream().anyMatch(one -> one.by().equals(me));
  }
}
