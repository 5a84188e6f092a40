package dev.lockbox.api.azure;

import dev.lockbox.api.view.ClosingJson;
import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.WireState;
import dev.lockbox.domain.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a request stands, in the thirteen words of Azure's. Of these {@code Approving}, {@code
 * Denying} and {@code Unknown} are never said: a decision is answered once it is made, and no state
 * is one that nobody knows.
 */
enum Status {
  INITIALIZING("Initializing"),
  PENDING("Pending"),
  APPROVING("Approving"),
  DENYING("Denying"),
  APPROVED("Approved"),
  DENIED("Denied"),
  EXPIRED("Expired"),
  REVOKING("Revoking"),
  REVOKED("Revoked"),
  ERROR("Error"),
  UNKNOWN("Unknown"),
  COMPLETED("Completed"),
  COMPLETING("Completing");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** As Azure spells it. */
  String word() {
    return word;
  }

  /** The one that is called so; empty for any other word. */
  static Optional<Status> called(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  static Status of(RequestJson request) {
    return of(request.state(), Optional.ofNullable(request.closing()).map(ClosingJson::outcome));
  }

  /**
   * Whatever was granted and is not over is {@code Approved}, also while it opens nothing, so that
   * nobody takes a grant for gone that may open again. Access that was given up or called off is
   * {@code Completed}, and so is a request whose engineer or ticket needed it no more.
   *
   * @param ending how access ended that enforcement points are closing
   */
  static Status of(WireState state, Optional<Outcome> ending) {
    return switch (state) {
      case EVALUATED, AWAITING_INTERNAL_APPROVAL -> INITIALIZING;
      case CUSTOMER_NOTIFIED -> PENDING;
      case SCHEDULED, ACTIVE, ACTIVE_UNDER_CONDITIONS, FROZEN -> APPROVED;
      case REJECTED, DENIED -> DENIED;
      case EXPIRED -> EXPIRED;
      case REVOKED -> REVOKED;
      case CLOSING -> ending.filter(Outcome.REVOKED::equals).isPresent() ? REVOKING : COMPLETING;
      case ENDED, COMPLETED, WITHDRAWN, CANCELLED, PRACTISED -> COMPLETED;
      case FAILED_TO_CLOSE, FAULTED -> ERROR;
    };
  }

  /** The state whose requests are those of this status; empty where they stand in several. */
  Optional<WireState> state() {
    var states = states();
    return states.size() == 1 ? Optional.of(states.getFirst()) : Optional.empty();
  }

  private List<WireState> states() {
    return Arrays.stream(WireState.values())
        .filter(
            state ->
                of(state, Optional.empty()) == this
                    || of(state, Optional.of(Outcome.REVOKED)) == this)
        .toList();
  }
}
