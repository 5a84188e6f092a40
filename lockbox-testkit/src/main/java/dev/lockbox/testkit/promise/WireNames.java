package dev.lockbox.testkit.promise;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.rules.Conditions;
import java.time.Instant;
import java.util.Set;

/** What a reader may call a state. */
final class WireNames {
  private WireNames() {}

  /**
   * One name; two around a deadline, since past it the request is over whether or not the log has
   * said so yet.
   *
   * @param frozen whether the tenant's grants are
   */
  static Set<String> of(AccessRequest state, boolean frozen, Instant readAt) {
    var isDue = state.deadline().filter(deadline -> !deadline.isAfter(readAt)).isPresent();
    return switch (state) {
      case Unopened none -> Set.of();
      case Evaluated evaluated ->
          isDue
              ? Set.of("EXPIRED", "AWAITING_INTERNAL_APPROVAL")
              : Set.of("AWAITING_INTERNAL_APPROVAL");
      case Passed passed -> Set.of("EVALUATED");
      case Pending pending ->
          isDue ? Set.of("EXPIRED", "CUSTOMER_NOTIFIED") : Set.of("CUSTOMER_NOTIFIED");
      case Scheduled scheduled when !scheduled.accessUntil().isAfter(readAt) ->
          Set.of("ENDED", "SCHEDULED");
      case Scheduled scheduled -> Set.of("SCHEDULED");
      case Granted granted ->
          isDue ? Set.of("ENDED") : Set.of(frozen ? "FROZEN" : active(granted), "ENDED");
      case Closing closing when closing.isOverdue() -> Set.of("FAILED_TO_CLOSE");
      case Closing closing ->
          isDue ? Set.of("FAILED_TO_CLOSE") : Set.of("CLOSING", "FAILED_TO_CLOSE");
      case Closed closed -> Set.of(closed.outcome().name());
      case Faulted faulted -> Set.of("FAULTED");
    };
  }

  private static String active(Granted granted) {
    return granted.terms().conditions().equals(Conditions.NONE)
        ? "ACTIVE"
        : "ACTIVE_UNDER_CONDITIONS";
  }
}
