package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
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
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.rules.Conditions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A state as readers see it. The names are public; the codes stand in the index's keys, so a
 * released code never changes.
 */
public enum WireState {
  CUSTOMER_NOTIFIED(1),
  ACTIVE(2),
  DENIED(3),
  EXPIRED(4),
  WITHDRAWN(5),
  CANCELLED(6),
  REVOKED(7),
  ENDED(8),
  FAULTED(9),
  /** A grant that opens nothing while the tenant's grants are frozen. */
  FROZEN(10),
  /** Checked by the provider's side; lasts for the blink between two events. */
  EVALUATED(11),
  AWAITING_INTERNAL_APPROVAL(12),
  REJECTED(13),
  /** The engineer was done before the time was up. */
  COMPLETED(14),
  /** Access is over, and not every enforcement point has said yet that it closed. */
  CLOSING(15),
  /** The same, and it is too late. */
  FAILED_TO_CLOSE(16),
  /** A grant that opens what it says only to who keeps its conditions. */
  ACTIVE_UNDER_CONDITIONS(17),
  /** Granted, and access begins later. */
  SCHEDULED(18),
  /** It was for practice, and everybody who had to said yes: nothing was granted. */
  PRACTISED(19);

  private final byte code;

  WireState(int code) {
    this.code = (byte) code;
  }

  /**
   * @throws ProblemException INVALID_REQUEST for the name of none
   */
  public static WireState known(String name) {
    return Arrays.stream(values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Code.INVALID_REQUEST, "state must be one of %s".formatted(List.of(values()))));
  }

  byte code() {
    return code;
  }

  /** Under which state such requests stand in the index. */
  WireState indexed() {
    return this == FROZEN || this == ACTIVE_UNDER_CONDITIONS ? ACTIVE : this;
  }

  /** What the log has recorded, however late its alarm is. */
  static WireState recorded(AccessRequest state) {
    return switch (state) {
      case Unopened none -> throw new IllegalArgumentException("nothing is known of this request");
      case Evaluated evaluated -> AWAITING_INTERNAL_APPROVAL;
      case Passed passed -> EVALUATED;
      case Pending pending -> CUSTOMER_NOTIFIED;
      case Scheduled scheduled -> SCHEDULED;
      case Granted granted -> ACTIVE;
      case Closing closing -> closing.isOverdue() ? FAILED_TO_CLOSE : CLOSING;
      case Closed closed -> of(closed.outcome());
      case Faulted faulted -> FAULTED;
    };
  }

  /**
   * What holds at {@code now}: past its deadline a request is over, whether or not its alarm has
   * rung.
   *
   * @param frozen whether the tenant's grants are
   */
  static WireState effective(AccessRequest state, boolean frozen, Instant now) {
    return switch (state) {
      case Evaluated evaluated when !now.isBefore(evaluated.opening().decideBy()) -> EXPIRED;
      case Pending pending when !now.isBefore(pending.decideBy()) -> EXPIRED;
      case Scheduled scheduled when !now.isBefore(scheduled.accessUntil()) -> ENDED;
      case Granted granted when !now.isBefore(granted.accessUntil()) -> ENDED;
      case Granted granted when frozen -> FROZEN;
      case Granted granted when !granted.terms().conditions().equals(Conditions.NONE) ->
          ACTIVE_UNDER_CONDITIONS;
      case Closing closing when !now.isBefore(closing.due().by()) -> FAILED_TO_CLOSE;
      case Closing closing -> recorded(closing);
      case Unopened none -> recorded(none);
      case Evaluated evaluated -> recorded(evaluated);
      case Passed passed -> recorded(passed);
      case Pending pending -> recorded(pending);
      case Scheduled scheduled -> recorded(scheduled);
      case Granted granted -> recorded(granted);
      case Closed closed -> recorded(closed);
      case Faulted faulted -> recorded(faulted);
    };
  }

  private static WireState of(Outcome outcome) {
    return switch (outcome) {
      case REJECTED -> REJECTED;
      case DENIED -> DENIED;
      case EXPIRED -> EXPIRED;
      case WITHDRAWN -> WITHDRAWN;
      case CANCELLED -> CANCELLED;
      case REVOKED -> REVOKED;
      case ENDED -> ENDED;
      case COMPLETED -> COMPLETED;
      case PRACTISED -> PRACTISED;
    };
  }
}
