package dev.lockbox.domain.exclusion;

import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * The state folded from one exclusion's events.
 *
 * <pre>
 *   Unknown ─▶ Proposed ─▶ Lapsed
 *      └──────────┴─▶ Invoked ─▶ Overdue
 *                        └──────────┴─▶ Acknowledged
 * </pre>
 *
 * @param stage where it stands
 * @param report what was reported; empty of one that is unknown
 * @param proposedBy the first person of a break-glass
 * @param deadline by when something must be said of it; empty when nothing must
 */
public record Exclusion(
    Stage stage,
    Optional<ExclusionReport> report,
    Optional<PersonId> proposedBy,
    Optional<PersonId> reportedBy,
    Optional<Instant> since,
    Optional<Instant> deadline,
    Optional<PersonId> acknowledgedBy,
    Trail trail) {
  public static final Exclusion UNKNOWN =
      new Exclusion(
          Stage.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Trail.EMPTY);

  /** Where it stands. */
  public enum Stage {
    /** Nothing is known of this id. */
    UNKNOWN,
    /** A break-glass waits for its second person. */
    PROPOSED,
    /** Nobody came, so no glass was broken. */
    LAPSED,
    /** The customer is told, and has not taken note. */
    INVOKED,
    /** As that, for longer than it should. */
    OVERDUE,
    /** Somebody of the customer has taken note. */
    ACKNOWLEDGED
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  public static Exclusion evolve(Exclusion state, ExclusionEvent event) {
    return switch (event) {
      case BreakGlassProposed proposed -> state.during(event, Stage.UNKNOWN).proposed(proposed);
      case ExclusionInvoked invoked ->
          state.during(event, Stage.UNKNOWN, Stage.PROPOSED).invoked(invoked);
      case BreakGlassLapsed lapsed -> state.during(event, Stage.PROPOSED).over(Stage.LAPSED);
      case AcknowledgementOverdue overdue -> state.during(event, Stage.INVOKED).over(Stage.OVERDUE);
      case ExclusionAcknowledged acknowledged ->
          state.during(event, Stage.INVOKED, Stage.OVERDUE).acknowledged(acknowledged);
    };
  }

  private Exclusion during(ExclusionEvent event, Stage... expected) {
    for (var one : expected) {
      if (stage == one) {
        return this;
      }
    }
    throw new ImpossibleHistory(this, event);
  }

  private Exclusion proposed(BreakGlassProposed event) {
    return new Exclusion(
        Stage.PROPOSED,
        Optional.of(event.report()),
        Optional.of(event.by().actor()),
        Optional.of(event.by().actor()),
        Optional.of(event.at()),
        Optional.of(event.confirmBy()),
        Optional.empty(),
        trail.next(event.by()));
  }

  private Exclusion invoked(ExclusionInvoked event) {
    return new Exclusion(
        Stage.INVOKED,
        Optional.of(event.report()),
        event.proposedBy(),
        Optional.of(event.by().actor()),
        Optional.of(event.at()),
        Optional.of(event.acknowledgeBy()),
        Optional.empty(),
        trail.next(event.by()));
  }

  private Exclusion over(Stage after) {
    return new Exclusion(
        after,
        report,
        proposedBy,
        reportedBy,
        since,
        Optional.empty(),
        acknowledgedBy,
        trail.next());
  }

  private Exclusion acknowledged(ExclusionAcknowledged event) {
    return new Exclusion(
        Stage.ACKNOWLEDGED,
        report,
        proposedBy,
        reportedBy,
        since,
        Optional.empty(),
        Optional.of(event.by().actor()),
        trail.next(event.by()));
  }
}
