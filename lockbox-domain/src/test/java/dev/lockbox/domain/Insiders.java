package dev.lockbox.domain;

import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.EventBuilder.provenance;

import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AccessLimits;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the provider's own approvers ask, and what comes of it. Unsaid: Mira, Eva's manager, decides
 * on the version that stands.
 */
public final class Insiders {
  private Insiders() {}

  /** Eva says and is known for everything. */
  public static Commands.Open detailedOpen() {
    return Commands.open().saying(DETAILS).knowing(FACTS);
  }

  /** Her manager must say yes, and then one who leads the support. */
  public static Events.Plain awaitingTwo() {
    return Events.evaluated(TWO_INTERNAL_STAGES, Samples.INTERNAL_STAGES).through(detailedOpen());
  }

  public static Yes approveInside() {
    return new Yes();
  }

  public static Commands.Plain denyInside() {
    return new Commands.Plain(
        MIRA, (it, unsaid) -> new DenyInternally(it.request(), it.attempt(unsaid), it.reason()));
  }

  public static Events.Plain yesInside(int stage) {
    return new Events.Plain(
        approveInside(),
        (why, at) ->
            new InternalApprovalGiven(
                why.request(), at, provenance(why), ((ApproveInternally) why).reason(), stage));
  }

  public static Events.Plain lastYesInside(PersonId person) {
    return new Events.Plain(
            approveInside(),
            (why, at) ->
                new InternalApprovalGranted(
                    why.request(), at, provenance(why), ((ApproveInternally) why).reason(), 1))
        .by(person);
  }

  public static Events.Plain noInside() {
    return new Events.Plain(
        denyInside(),
        (why, at) ->
            new InternalApprovalDenied(
                why.request(), at, provenance(why), ((DenyInternally) why).reason()));
  }

  public static Events.Plain expiredInside() {
    return new Events.Plain(
        Commands.enforceDeadline(), (why, at) -> new InternalApprovalExpired(why.request(), at));
  }

  /** The customer's clock starts when the provider's own people are done. */
  public static Events.Plain openedThen(PersonId last) {
    return new Events.Plain(
            approveInside(),
            (why, at) ->
                new RequestOpened(
                    why.request(),
                    at,
                    provenance(why),
                    asked(),
                    AccessLimits.DEFAULTS.accessFor(),
                    Set.of(Cast.ANNA, Cast.BEN),
                    at.plus(AccessLimits.DEFAULTS.pendingWindow())))
        .by(last);
  }

  public static Events.Plain grantedThen(PersonId last, WithoutCustomer cause) {
    return new Events.Plain(
            approveInside(),
            (why, at) ->
                new GrantedWithoutCustomer(
                    why.request(),
                    at,
                    provenance(why),
                    asked(),
                    Set.of(Cast.ANNA, Cast.BEN),
                    cause,
                    at.plus(AccessLimits.DEFAULTS.accessFor())))
        .by(last);
  }

  private static Asked asked() {
    return ((OpenRequest) detailedOpen().build(0)).asked();
  }

  /** One of the provider's approvers says yes. */
  public static final class Yes extends CommandBuilder<Yes> {
    private OptionalLong ifVersion = OptionalLong.empty();

    private Yes() {
      super(MIRA);
    }

    public Yes ifVersion(long told) {
      ifVersion = OptionalLong.of(told);
      return this;
    }

    @Override
    Yes self() {
      return this;
    }

    @Override
    ApproveInternally build(Unsaid unsaid) {
      return new ApproveInternally(
          request(), attempt(unsaid), reason(), ifVersion.orElse(unsaid.version()));
    }
  }
}
