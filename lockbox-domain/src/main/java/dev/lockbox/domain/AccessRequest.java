package dev.lockbox.domain;

import static dev.lockbox.domain.During.during;

import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.review.Reading;
import dev.lockbox.domain.review.Review;
import dev.lockbox.domain.rules.Terms;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

/**
 * The state folded from a request's events. Each state has one method per event that can happen to
 * it; any other event is an {@link ImpossibleHistory}.
 *
 * <pre>
 *   Unopened ─▶ Pending ─▶ Granted ─▶ Closed          any ─▶ Faulted
 *      ├───────────┴──────────────────▶ Closed
 *      └─ what is not behind the lockbox ─▶ Granted
 *
 *   Unopened ─▶ Evaluated ─▶ Passed ─▶ Pending or Granted      where the provider's side checks
 *      ├────────────┴────────────────▶ Closed                  first; Passed within a transaction
 *      └─▶ Passed
 *
 *   Pending or Granted ─▶ Scheduled ─▶ Granted        where access begins later
 *                             └──────▶ Closed
 *
 *   Granted ─▶ Closing ─▶ Closed                      where enforcement points must say they closed
 *
 *   Unopened ─▶ Pending ─▶ Closed                     for practice, whatever is said to it
 *
 *   Closed ─▶ Closed                                  where somebody says that they read what was
 *                                                     done, or nobody has in time
 * </pre>
 */
public sealed interface AccessRequest {
  AccessRequest UNOPENED = new Unopened();

  Trail trail();

  /**
   * What was settled at opening; empty when the request was closed or found faulty before it was
   * opened.
   */
  Optional<Opening> opened();

  /** The instant by which the state must have moved on; empty when it never has to. */
  default Optional<Instant> deadline() {
    return Optional.empty();
  }

  default long version() {
    return trail().version();
  }

  /** Nothing is known of this id. */
  record Unopened() implements AccessRequest {
    @Override
    public Trail trail() {
      return Trail.EMPTY;
    }

    @Override
    public Optional<Opening> opened() {
      return Optional.empty();
    }
  }

  /**
   * Waits for the provider's own approvers; no customer has been asked.
   *
   * @param opening whose {@code decideBy} is theirs, and whose approvers are none
   */
  record Evaluated(Opening opening, Approvals approvals, Trail trail) implements AccessRequest {
    /** Whether who read it in this version has read it: what is asked for stays the same. */
    boolean isReadAt(long version) {
      return version >= 1 && version <= version();
    }

    @Override
    public Optional<Opening> opened() {
      return Optional.of(opening);
    }

    @Override
    public Optional<Instant> deadline() {
      return Optional.of(opening.decideBy());
    }
  }

  /**
   * Nothing on the provider's side stands in the way. What comes of it follows in the same
   * transaction, so nobody finds a request like this but between two events.
   */
  record Passed(Opening opening, Trail trail) implements AccessRequest {
    @Override
    public Optional<Opening> opened() {
      return Optional.of(opening);
    }
  }

  /**
   * Waits for the customer's approvers: <em>Customer Notified</em>.
   *
   * @param terms what a yes grants
   * @param termsVersion the version in which the terms were settled; who read an older one has not
   *     read them
   * @param dialogue what was said about it
   * @param review what must be read before a yes, and who has begun to
   */
  record Pending(
      Opening opening,
      Terms terms,
      long termsVersion,
      Approvals approvals,
      Dialogue dialogue,
      Review review,
      Trail trail)
      implements AccessRequest {
    @Override
    public Optional<Opening> opened() {
      return Optional.of(opening);
    }

    @Override
    public Optional<Instant> deadline() {
      return Optional.of(decideBy());
    }

    /** From this instant on it is too late: as settled at opening, unless questions moved it. */
    public Instant decideBy() {
      return dialogue.decideBy().orElse(opening.decideBy());
    }

    /**
     * Whether who read it in this version has read the terms that stand. A yes of somebody else in
     * between, or a question, does not change what was read; other terms do.
     */
    boolean isReadAt(long version) {
      return version >= termsVersion && version <= version();
    }

    Pending approvalsRequired(ApprovalsRequired event) {
      var after = trail.next(event.by());
      var needed = Approvals.needed(event.stages(), event.mode());
      return new Pending(opening, terms, after.version(), needed, dialogue, review, after);
    }

    Pending conditionsRequired(ConditionsRequired event) {
      var after = trail.next(event.by());
      return new Pending(
          opening,
          terms.under(event.conditions()),
          after.version(),
          approvals,
          dialogue,
          review,
          after);
    }

    /** Of other terms, nobody has offered a part. */
    Pending narrowed(RequestNarrowed event) {
      var after = trail.next(event.by());
      return new Pending(
          opening,
          event.terms(),
          after.version(),
          approvals,
          dialogue.withoutOffer(),
          review,
          after);
    }

    /** Only an accepted offer leaves other terms; all else leaves what was read as it was. */
    Pending said(DialogueEvent event) {
      var after = trail.next(event.by());
      var now = Saying.after(this, event, after.version());
      return event instanceof OfferAccepted accepted
          ? new Pending(opening, accepted.terms(), after.version(), approvals, now, review, after)
          : new Pending(opening, terms, termsVersion, approvals, now, review, after);
    }

    /** What is to be read stays as it was; what is asked of its readers is settled with it. */
    Pending reviewed(ReviewEvent event) {
      var after = trail.next(event.by());
      return switch (event) {
        case ReviewRequired required ->
            new Pending(
                opening,
                terms,
                after.version(),
                approvals,
                dialogue,
                review.requiring(required.dwell()),
                after);
        case ReviewBegun begun -> {
          var reading =
              new Reading(begun.by().actor(), begun.at(), begun.version(), begun.approveFrom());
          yield new Pending(
              opening, terms, termsVersion, approvals, dialogue, review.with(reading), after);
        }
      };
    }

    /** What was read stays as it was. */
    Pending signed(SigningEvent event) {
      return new Pending(
          opening, terms, termsVersion, approvals, dialogue, review, trail.next(event.by()));
    }

    Pending approvalGiven(ApprovalGiven event) {
      var yes = new Approval(event.by().actor(), event.at(), event.stage());
      return new Pending(
          opening,
          terms,
          termsVersion,
          approvals.with(yes),
          dialogue,
          review,
          trail.next(event.by()));
    }

    Granted approved(RequestApproved event) {
      mustBeInEarnest(event);
      return new Granted(opening, terms, event.accessUntil(), trail.next(event.by()));
    }

    Scheduled scheduled(AccessScheduled event) {
      mustBeInEarnest(event);
      return Scheduled.of(opening, terms, event, trail);
    }

    /** All that a yes to practice leads to. */
    Closed practised(PracticeCompleted event) {
      if (!opening.isPractice()) {
        throw new ImpossibleHistory(this, event);
      }
      return ungranted(this, event, Outcome.PRACTISED, trail.next(event.by()));
    }

    private void mustBeInEarnest(RequestEvent event) {
      if (opening.isPractice()) {
        throw new ImpossibleHistory(this, event);
      }
    }
  }

  /**
   * Granted, and nobody has access yet.
   *
   * @param startsAt from this instant on the engineer may have it, once an event has said so
   * @param accessUntil from this instant on nobody has any, whenever it began
   */
  record Scheduled(Opening opening, Terms terms, Instant startsAt, Instant accessUntil, Trail trail)
      implements AccessRequest {
    public Scheduled {
      mustBeGrantable(opening);
    }

    private static Scheduled of(Opening opening, Terms terms, AccessScheduled event, Trail trail) {
      return new Scheduled(
          opening, terms, event.startsAt(), event.accessUntil(), trail.next(event.by()));
    }

    @Override
    public Optional<Opening> opened() {
      return Optional.of(opening);
    }

    @Override
    public Optional<Instant> deadline() {
      return Optional.of(startsAt);
    }

    Granted started() {
      return new Granted(opening, terms, accessUntil, trail.next());
    }
  }

  /**
   * The engineer has access to what the terms say until {@code accessUntil}, that excluded.
   *
   * @param closing who must say that they closed once it ends; empty but for the moment in which it
   *     does
   * @param lookback by when it is to be read what was done; nothing but for that moment
   */
  record Granted(
      Opening opening,
      Terms terms,
      Instant accessUntil,
      Optional<ClosingDue> closing,
      Lookback lookback,
      Trail trail)
      implements AccessRequest {
    public Granted {
      mustBeGrantable(opening);
    }

    public Granted(Opening opening, Terms terms, Instant accessUntil, Trail trail) {
      this(opening, terms, accessUntil, Optional.empty(), Lookback.NONE, trail);
    }

    @Override
    public Optional<Opening> opened() {
      return Optional.of(opening);
    }

    @Override
    public Optional<Instant> deadline() {
      return Optional.of(accessUntil);
    }

    /** What was granted without asking may begin later too. */
    Scheduled scheduled(AccessScheduled event) {
      return Scheduled.of(opening, terms, event, trail);
    }

    /** Whether access is over once it was used. */
    public boolean isForOneUse() {
      return opening.isForOneUse(terms);
    }

    Granted closingRequired(ClosingRequired event) {
      var after = event.attempted().map(trail::next).orElseGet(trail::next);
      return new Granted(opening, terms, accessUntil, Optional.of(event.due()), lookback, after);
    }

    Granted readingRequired(ReadingRequired event) {
      var after = event.attempted().map(trail::next).orElseGet(trail::next);
      var due = Lookback.dueAt(event.remindAt());
      return new Granted(opening, terms, accessUntil, closing, due, after);
    }

    AccessRequest revoked(RequestRevoked event) {
      return closed(Outcome.REVOKED, event.at(), trail.next(event.by()));
    }

    AccessRequest ended(AccessEnded event) {
      return closed(Outcome.ENDED, event.at(), trail.next());
    }

    AccessRequest finished(AccessFinished event) {
      return closed(Outcome.COMPLETED, event.at(), trail.next(event.by()));
    }

    /**
     * A command may come after the grant's end and before the alarm: access was over at the earlier
     * of the two.
     */
    AccessRequest closed(Outcome outcome, Instant at, Trail after) {
      var until = at.isBefore(accessUntil) ? at : accessUntil;
      var bare = new Terms(terms.actions(), terms.resources(), terms.accessFor());
      var less = Optional.of(bare).filter(granted -> !granted.equals(opening.terms()));
      var end = new Closed(outcome, opened(), at, Optional.of(until), less, lookback, after);
      return closing.<AccessRequest>map(due -> new Closing(end, due, false)).orElse(end);
    }
  }

  /**
   * Access is over, and not all have said yet that what they opened for it is closed.
   *
   * @param end as it will stand once they have
   * @param due who has not
   * @param isOverdue whether it is too late, which an operator must look into
   */
  record Closing(Closed end, ClosingDue due, boolean isOverdue) implements AccessRequest {
    @Override
    public Trail trail() {
      return end.trail();
    }

    @Override
    public Optional<Opening> opened() {
      return end.opened();
    }

    @Override
    public Optional<Instant> deadline() {
      return isOverdue ? end.deadline() : Optional.of(due.by());
    }

    Closing with(Closed other) {
      return new Closing(other, due, isOverdue);
    }

    AccessRequest acknowledged(ClosingAcknowledged event) {
      var closed = end.with(trail().next(event.by()));
      var missing = new HashSet<>(due.points());
      missing.remove(event.point());
      return missing.isEmpty()
          ? closed
          : new Closing(closed, new ClosingDue(missing, due.by()), isOverdue);
    }

    Closing failed(ClosingFailed event) {
      return new Closing(end.with(trail().next()), due, true);
    }
  }

  /**
   * Over for good.
   *
   * @param opened empty when it was closed before it was opened
   * @param accessUntil when access really ended; empty when there never was any
   * @param narrowed what was granted, under whatever conditions, where that was not all that was
   *     asked for
   * @param lookback what the customer's people made of it; nothing where there never was any access
   */
  record Closed(
      Outcome outcome,
      Optional<Opening> opened,
      Instant closedAt,
      Optional<Instant> accessUntil,
      Optional<Terms> narrowed,
      Lookback lookback,
      Trail trail)
      implements AccessRequest {
    public Closed {
      accessUntil.flatMap(until -> opened).ifPresent(AccessRequest::mustBeGrantable);
      if (accessUntil.isEmpty() && !lookback.equals(Lookback.NONE)) {
        throw new IllegalArgumentException("nothing was done where there never was any access");
      }
    }

    /** Of what was granted as it was asked for, or not at all. */
    public Closed(
        Outcome outcome,
        Optional<Opening> opened,
        Instant closedAt,
        Optional<Instant> accessUntil,
        Trail trail) {
      this(outcome, opened, closedAt, accessUntil, Optional.empty(), Lookback.NONE, trail);
    }

    /** By when somebody is to have read what was done; nothing else is left to wait for. */
    @Override
    public Optional<Instant> deadline() {
      return lookback.remindAt();
    }

    /** Whether there is something to be read, and nobody has said that they did. */
    boolean isUnread() {
      return accessUntil.isPresent() && lookback.readBy().isEmpty();
    }

    Closed read(RecordRead event) {
      return with(Lookback.by(event.by().actor()), trail.next(event.by()));
    }

    Closed unread() {
      return with(Lookback.NONE, trail.next());
    }

    /** What there was access to; empty when there never was any. */
    public Optional<Terms> granted() {
      return accessUntil.flatMap(until -> narrowed.or(() -> opened.map(Opening::terms)));
    }

    private Closed with(Trail after) {
      return with(lookback, after);
    }

    private Closed with(Lookback now, Trail after) {
      return new Closed(outcome, opened, closedAt, accessUntil, narrowed, now, after);
    }
  }

  /** Its history is impossible. Grants nothing, and takes no command. */
  record Faulted(Optional<Opening> opened, Instant faultedAt, Trail trail)
      implements AccessRequest {}

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  static AccessRequest evolve(AccessRequest state, RequestEvent event) {
    return switch (event) {
      case EvaluationEvent evaluated -> EvaluationFold.after(state, evaluated);
      case RequestOpened opened -> opened(state, opened);
      case GrantedWithoutCustomer granted -> grantedWithoutCustomer(state, granted);
      case ApprovalsRequired required ->
          during(Pending.class, state, event).approvalsRequired(required);
      case RulesEvent ofRules -> RulesFold.after(state, ofRules);
      case RequestNarrowed narrowed -> during(Pending.class, state, event).narrowed(narrowed);
      case DialogueEvent said -> during(Pending.class, state, event).said(said);
      case ReadingEvent read -> LookingBack.evolve(state, read);
      case ReviewEvent reviewed -> during(Pending.class, state, event).reviewed(reviewed);
      case SigningEvent signed -> during(Pending.class, state, event).signed(signed);
      case ApprovalGiven given -> during(Pending.class, state, event).approvalGiven(given);
      case RequestApproved approved -> during(Pending.class, state, event).approved(approved);
      case PracticeCompleted done -> during(Pending.class, state, event).practised(done);
      case RequestDenied denied ->
          waiting(state, event, Outcome.DENIED, state.trail().next(denied.by()));
      case RequestExpired expired -> waiting(state, event, Outcome.EXPIRED, state.trail().next());
      case RequestWithdrawn withdrawn -> withdrawn(state, withdrawn);
      case RequestCancelled cancelled -> cancelled(state, cancelled);
      case RequestRevoked revoked when state instanceof Scheduled scheduled ->
          ungranted(scheduled, event, Outcome.REVOKED, state.trail().next(revoked.by()));
      case AccessEnded ended when state instanceof Scheduled scheduled ->
          ungranted(scheduled, event, Outcome.ENDED, state.trail().next());
      case RequestRevoked revoked -> during(Granted.class, state, event).revoked(revoked);
      case AccessEnded ended -> during(Granted.class, state, event).ended(ended);
      case RequestFaulted faulted ->
          new Faulted(state.opened(), faulted.at(), state.trail().next());
      case AccessEvent access -> AccessEvolution.evolve(state, access);
    };
  }

  private static Pending opened(AccessRequest state, RequestOpened event) {
    var before = EvaluationFold.before(state, event);
    if (event.isPractice() && before.isPresent()) {
      throw new ImpossibleHistory(state, event);
    }
    var opening = Opening.of(event, before);
    var after = state.trail().next(event.by());
    var approvals = Approvals.ofAnyOneOf(opening.approvers());
    return new Pending(
        opening, opening.terms(), after.version(), approvals, Dialogue.NONE, Review.NONE, after);
  }

  /** No value of a state that grants, or granted, is of a request for practice. */
  private static void mustBeGrantable(Opening opening) {
    if (opening.isPractice()) {
      throw new IllegalArgumentException("a request for practice grants nothing");
    }
  }

  private static Granted grantedWithoutCustomer(AccessRequest state, GrantedWithoutCustomer event) {
    var opening = Opening.of(event, EvaluationFold.before(state, event));
    var after = state.trail().next(event.by());
    return new Granted(
        opening, opening.terms().under(event.conditions()), event.accessUntil(), after);
  }

  /** Nothing was granted yet, and nothing will be. */
  private static Closed waiting(
      AccessRequest state, RequestEvent event, Outcome outcome, Trail after) {
    return switch (state) {
      case Evaluated evaluated -> ungranted(evaluated, event, outcome, after);
      case Passed passed -> ungranted(passed, event, outcome, after);
      case Pending pending -> ungranted(pending, event, outcome, after);
      case Unopened none -> throw new ImpossibleHistory(none, event);
      case Scheduled scheduled -> throw new ImpossibleHistory(scheduled, event);
      case Granted granted -> throw new ImpossibleHistory(granted, event);
      case Closing closing -> throw new ImpossibleHistory(closing, event);
      case Closed closed -> throw new ImpossibleHistory(closed, event);
      case Faulted faulted -> throw new ImpossibleHistory(faulted, event);
    };
  }

  /** There never was any access. */
  private static Closed ungranted(
      AccessRequest state, RequestEvent event, Outcome outcome, Trail after) {
    return new Closed(outcome, state.opened(), event.at(), Optional.empty(), after);
  }

  private static AccessRequest withdrawn(AccessRequest state, RequestWithdrawn event) {
    var after = state.trail().next(event.by());
    return switch (state) {
      case Unopened none -> ungranted(none, event, Outcome.WITHDRAWN, after);
      case Evaluated evaluated -> ungranted(evaluated, event, Outcome.WITHDRAWN, after);
      case Passed passed -> ungranted(passed, event, Outcome.WITHDRAWN, after);
      case Pending pending -> ungranted(pending, event, Outcome.WITHDRAWN, after);
      case Scheduled scheduled -> ungranted(scheduled, event, Outcome.WITHDRAWN, after);
      case Granted granted -> granted.closed(Outcome.WITHDRAWN, event.at(), after);
      case Closing closing -> throw new ImpossibleHistory(closing, event);
      case Closed closed -> throw new ImpossibleHistory(closed, event);
      case Faulted faulted -> throw new ImpossibleHistory(faulted, event);
    };
  }

  private static Closed cancelled(AccessRequest state, RequestCancelled event) {
    var after = state.trail().next(event.by());
    return switch (state) {
      case Unopened none -> ungranted(none, event, Outcome.CANCELLED, after);
      case Evaluated evaluated -> ungranted(evaluated, event, Outcome.CANCELLED, after);
      case Passed passed -> ungranted(passed, event, Outcome.CANCELLED, after);
      case Pending pending -> ungranted(pending, event, Outcome.CANCELLED, after);
      case Scheduled scheduled -> throw new ImpossibleHistory(scheduled, event);
      case Granted granted -> throw new ImpossibleHistory(granted, event);
      case Closing closing -> throw new ImpossibleHistory(closing, event);
      case Closed closed -> throw new ImpossibleHistory(closed, event);
      case Faulted faulted -> throw new ImpossibleHistory(faulted, event);
    };
  }
}
