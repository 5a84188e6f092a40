package dev.lockbox.domain;

import static dev.lockbox.domain.EventBuilder.provenance;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What can happen to a request. Unsaid: Eva asked, Anna and Ben may decide and Anna did, within
 * four days, for eight hours.
 */
public final class Events {
  private Events() {}

  public static Opened opened() {
    return new Opened();
  }

  public static Approved approved() {
    return new Approved();
  }

  /** The request needs these stages' yes, one after the other. */
  public static Plain approvalsRequired(ApproverMode mode, Stage... stages) {
    return new Plain(
        Commands.open(),
        (why, at) ->
            new ApprovalsRequired(why.request(), at, provenance(why), List.of(stages), mode));
  }

  /** Anna said yes to no more than these terms. */
  public static Plain narrowed(Terms terms) {
    return new Plain(
        Commands.approve(),
        (why, at) -> new RequestNarrowed(why.request(), at, provenance(why), terms));
  }

  /** This yes was signed; of what stood when it was. */
  public static Plain signed(CommandBuilder<?> yes, Payload payload) {
    return new Plain(
        yes,
        (why, at) ->
            new DecisionSigned(
                why.request(),
                at,
                provenance(why),
                payload,
                ((RequestCommand.Approve) why).proof().orElseThrow()));
  }

  /** Anna said yes, and others must. */
  public static Plain approvalGiven(int stage) {
    return new Plain(
        Commands.approve(),
        (why, at) -> new ApprovalGiven(why.request(), at, provenance(why), reason(why), stage));
  }

  /**
   * What Eva asked for is not behind the lockbox; it lasts for eight hours, and Anna or Ben may end
   * it.
   */
  public static Plain grantedWithoutCustomer() {
    return new Plain(
        Commands.open(),
        (why, at) ->
            new GrantedWithoutCustomer(
                why.request(),
                at,
                provenance(why),
                ((OpenRequest) why).asked(),
                Set.of(Cast.ANNA, Cast.BEN),
                WithoutCustomer.NOT_ENROLLED,
                at.plus(AccessLimits.DEFAULTS.accessFor())));
  }

  /** The provider's side checked what Eva asked for, by these rules; what it found stands there. */
  public static Plain evaluated(EvaluationRules rules, Stage... internalStages) {
    return new Plain(
        Commands.open(),
        (why, at) -> {
          var open = (OpenRequest) why;
          return new RequestEvaluated(
              why.request(),
              at,
              provenance(why),
              open.asked(),
              open.asked().accessFor().orElse(AccessLimits.DEFAULTS.accessFor()),
              Evaluations.evaluation(open, rules),
              List.of(internalStages),
              internalStages.length == 0 ? at : at.plus(rules.internalWindow()));
        });
  }

  /** As {@link #grantedWithoutCustomer()}, if these are kept. */
  public static Plain grantedWithoutCustomer(Conditions conditions) {
    return new Plain(
        Commands.open(),
        (why, at) ->
            new GrantedWithoutCustomer(
                why.request(),
                at,
                provenance(why),
                ((OpenRequest) why).asked(),
                Set.of(Cast.ANNA, Cast.BEN),
                WithoutCustomer.NOT_ENROLLED,
                conditions,
                at.plus(AccessLimits.DEFAULTS.accessFor())));
  }

  /** The tenant's rules grant what Eva asked for under conditions only. */
  public static Plain conditionsRequired(Conditions conditions, Code... rules) {
    return new Plain(
        Commands.open(),
        (why, at) ->
            new ConditionsRequired(why.request(), at, provenance(why), conditions, List.of(rules)));
  }

  /** For eight hours, and Anna or Ben may end it. */
  public static Plain grantedByRule(Code rule, Conditions conditions) {
    return new Plain(
        Commands.open(),
        (why, at) ->
            new GrantedByRule(
                why.request(),
                at,
                provenance(why),
                ((OpenRequest) why).asked(),
                Set.of(Cast.ANNA, Cast.BEN),
                rule,
                conditions,
                at.plus(AccessLimits.DEFAULTS.accessFor())));
  }

  /** It would have been for eight hours. */
  public static Plain deniedByRule(Code rule) {
    return new Plain(
        Commands.open(),
        (why, at) ->
            new DeniedByRule(
                why.request(),
                at,
                provenance(why),
                ((OpenRequest) why).asked(),
                AccessLimits.DEFAULTS.accessFor(),
                Set.of(Cast.ANNA, Cast.BEN),
                rule));
  }

  public static Plain denied() {
    return new Plain(
        Commands.deny(),
        (why, at) -> new RequestDenied(why.request(), at, provenance(why), reason(why)));
  }

  public static Plain expired() {
    return new Plain(
        Commands.enforceDeadline(), (why, at) -> new RequestExpired(why.request(), at));
  }

  public static Plain withdrawn() {
    return new Plain(
        Commands.withdraw(), (why, at) -> new RequestWithdrawn(why.request(), at, provenance(why)));
  }

  public static Plain cancelled() {
    return new Plain(
        Commands.resolveTicket(),
        (why, at) -> new RequestCancelled(why.request(), at, provenance(why)));
  }

  /** Through a revocation, unless the cause says otherwise. */
  public static Plain revoked(RevocationCause cause) {
    var command =
        switch (cause) {
          case REVOKED_BY_APPROVER -> Commands.revoke();
          case DENIED_AFTER_GRANT -> Commands.deny();
          case TICKET_RESOLVED -> Commands.resolveTicket();
        };
    return new Plain(
        command,
        (why, at) -> new RequestRevoked(why.request(), at, provenance(why), cause, reason(why)));
  }

  public static Plain ended() {
    return new Plain(Commands.enforceDeadline(), (why, at) -> new AccessEnded(why.request(), at));
  }

  public static Plain finished() {
    return new Plain(
        Commands.finish(), (why, at) -> new AccessFinished(why.request(), at, provenance(why)));
  }

  /** Anna said yes, to access that begins later. */
  public static Plain scheduled(Instant startsAt, Instant accessUntil) {
    return new Plain(
        Commands.approve(),
        (why, at) ->
            new AccessScheduled(
                why.request(), at, provenance(why), reason(why), startsAt, accessUntil));
  }

  public static Plain started() {
    return new Plain(Commands.enforceDeadline(), (why, at) -> new AccessStarted(why.request(), at));
  }

  /** The time is up, and these must say that they closed. */
  public static Plain closingRequired(Instant by, PointId... points) {
    return new Plain(
        Commands.enforceDeadline(),
        (why, at) ->
            new ClosingRequired(
                why.request(),
                at,
                why.attempt().map(attempt -> provenance(why)),
                new ClosingDue(Set.of(points), by)));
  }

  /** The gateway said so. */
  public static Plain closingAcknowledged(Duration late) {
    return new Plain(
        Commands.acknowledgeClosing(),
        (why, at) ->
            new ClosingAcknowledged(
                why.request(), at, provenance(why), ((AcknowledgeClosing) why).point(), late));
  }

  public static Plain closingFailed(PointId... missing) {
    return new Plain(
        Commands.enforceDeadline(),
        (why, at) -> new ClosingFailed(why.request(), at, Set.of(missing)));
  }

  public static Plain faulted() {
    return new Plain(
        Commands.enforceDeadline(),
        (why, at) -> new RequestFaulted(why.request(), at, "an approval met nothing opened"));
  }

  private static Optional<PersonalText> reason(RequestCommand command) {
    return switch (command) {
      case RequestCommand.Approve approve -> approve.reason();
      case RequestCommand.Deny deny -> deny.reason();
      case RequestCommand.Revoke revoke -> revoke.reason();
      case RequestCommand.OpenRequest open -> Optional.empty();
      case RequestCommand.BeginReview begin -> Optional.empty();
      case RequestCommand.ConfirmRead read -> Optional.empty();
      case RequestCommand.StartPractice start -> Optional.empty();
      case RequestCommand.Withdraw withdraw -> Optional.empty();
      case RequestCommand.ResolveTicket resolve -> Optional.empty();
      case RequestCommand.EnforceDeadline alarm -> Optional.empty();
      case AccessCommand access -> Optional.empty();
      case DialogueCommand said -> Optional.empty();
      case EvaluationCommand inside -> Optional.empty();
    };
  }

  /** The request waits for Anna and Ben. */
  public static final class Opened extends EventBuilder<Opened> {
    private Set<PersonId> approvers = Set.of(Cast.ANNA, Cast.BEN);
    private Optional<Instant> decideBy = Optional.empty();
    private Optional<Duration> accessFor = Optional.empty();

    private Opened() {
      super(Commands.open());
    }

    public Opened approvers(PersonId... told) {
      approvers = Set.of(told);
      return this;
    }

    public Opened decideBy(Instant told) {
      decideBy = Optional.of(told);
      return this;
    }

    /** An approval will grant this; unsaid, what was asked for, or else eight hours. */
    public Opened accessFor(Duration told) {
      accessFor = Optional.of(told);
      return this;
    }

    @Override
    Opened self() {
      return this;
    }

    @Override
    RequestOpened build(RequestCommand command, Instant at) {
      var asked = ((OpenRequest) command).asked();
      return new RequestOpened(
          command.request(),
          at,
          provenance(command),
          asked,
          accessFor.or(asked::accessFor).orElse(AccessLimits.DEFAULTS.accessFor()),
          approvers,
          decideBy.orElse(at.plus(AccessLimits.DEFAULTS.pendingWindow())));
    }
  }

  /** Anna said yes. */
  public static final class Approved extends EventBuilder<Approved> {
    private Optional<Instant> accessUntil = Optional.empty();

    private Approved() {
      super(Commands.approve());
    }

    public Approved accessUntil(Instant told) {
      accessUntil = Optional.of(told);
      return this;
    }

    @Override
    Approved self() {
      return this;
    }

    @Override
    RequestApproved build(RequestCommand command, Instant at) {
      return new RequestApproved(
          command.request(),
          at,
          provenance(command),
          reason(command),
          accessUntil.orElse(at.plus(AccessLimits.DEFAULTS.accessFor())));
    }
  }

  /** An event with nothing to say but what caused it, and when. */
  public static final class Plain extends EventBuilder<Plain> {
    private final BiFunction<RequestCommand, Instant, RequestEvent> event;

    Plain(CommandBuilder<?> cause, BiFunction<RequestCommand, Instant, RequestEvent> event) {
      super(cause);
      this.event = event;
    }

    @Override
    Plain self() {
      return this;
    }

    @Override
    RequestEvent build(RequestCommand command, Instant at) {
      return event.apply(command, at);
    }
  }
}
