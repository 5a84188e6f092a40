package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.Reply;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether the reason that was given for a refusal is true; several may be. */
final class Reasons {
  private final Story story;
  private final Command command;
  private final When when;

  Reasons(Story story, Command command, When when) {
    this.story = story;
    this.command = command;
    this.when = when;
  }

  boolean isTrue(Refusal given) {
    return switch (command) {
      case ExclusionCommand asked ->
          isOfAnything(given) || new Reported(story).isTrue(given, asked, when);
      case RolesCommand asked ->
          given == Refusal.DECISION_ID_REUSED && story.accepted(command).isPresent()
              || new Hiring(story, when).reasons(asked).contains(given);
      case SessionCommand asked ->
          isOfAnything(given) || new Attending(story).reasons(asked, when).contains(given);
      default -> isOfARequest(given);
    };
  }

  /** Whatever was asked. */
  private boolean isOfAnything(Refusal given) {
    return given == Refusal.UNKNOWN_TENANT && !story.now().isRegistered()
        || given == Refusal.DECISION_ID_REUSED && story.accepted(command).isPresent();
  }

  /** Or of the tenant itself. */
  private boolean isOfARequest(Refusal given) {
    return switch (given) {
      case TOO_LATE -> opened(this::isTooLate);
      case OWN_REQUEST -> opened(request -> story.engineer(request).equals(actor()));
      case NOT_AN_APPROVER -> opened(this::isNoApprover);
      case NOT_THE_ENGINEER ->
          opened(request -> sayingSo().filter(story.engineer(request)::equals).isEmpty());
      case NO_SUCH_REQUEST -> about(request -> story.version(Optional.of(request)) == 0);
      case ALREADY_OPENED -> about(request -> story.opening(request).isPresent());
      case CLOSED_BEFORE_OPENED ->
          about(request -> story.opening(request).isEmpty() && story.end(request).isPresent());
      case ALREADY_DECIDED ->
          about(request -> story.isGranted(request) || story.end(request).isPresent())
              || command instanceof ApproveInternally && opened(one -> !story.isInside(one));
      case STALE_VERSION ->
          readVersion()
                  .filter(read -> opened(one -> !new Rules(story).hasReadTheTerms(one, read)))
                  .isPresent()
              || !story.now().isMadeFromThis(madeFrom());
      case NOTHING_TO_CHANGE ->
          command instanceof TenantCommand asked && new Rules(story).isNoNews(asked);
      case DECISION_ID_REUSED -> story.accepted(command).isPresent();
      case ACCESS_TOO_LONG -> passing().filter(PassingOn::isTooLong).isPresent();
      case ACCESS_NOT_POSITIVE ->
          wanted().filter(asked -> asked.compareTo(Duration.ZERO) <= 0).isPresent();
      case UNSUPPORTED_RESOURCE_TYPE,
          UNSUPPORTED_DEPLOYMENT_MODEL,
          UNSUPPORTED_ACTION,
          ACTION_NOT_ALLOWED_HERE,
          NOT_GRANTABLE ->
          asked().flatMap(Fitting::misfit).equals(Optional.of(given));
      case UNKNOWN_TENANT -> !story.now().isRegistered();
      case TENANT_EXISTS -> story.now().isRegistered() && command instanceof RegisterTenant;
      case NO_APPROVERS -> isNobodyLeft();
      case REQUEST_FAULTED -> about(story::isFaulted);
      case WIDER_THAN_ASKED ->
          opened(request -> story.agreed(request).isExceededBy(wantedTerms(request)));
      case ALREADY_APPROVED -> opened(this::hasSaidYes);
      case TICKET_REQUIRED -> passing().filter(PassingOn::isTicketMissing).isPresent();
      case NOT_AN_ADMIN -> !story.now().isAdmin(actor());
      case SECOND_PERSON_NEEDED ->
          command instanceof ApproverKeyCommand keys
              ? undersigned().isTheirOwn(keys)
              : proposal().filter(one -> one.by().equals(actor())).isPresent();
      case NO_SUCH_PROPOSAL ->
          command instanceof ConfirmSettings confirm
              && proposal().filter(one -> one.version() == confirm.proposal()).isEmpty();
      case EDITOR_MUST_WAIT ->
          command instanceof Approve && story.now().mustWait(actor(), when.appended());
      case REVIEW_FIRST ->
          command instanceof Approve && opened(one -> reviewed().isMissing(one, actor()));
      case REVIEW_TOO_SHORT ->
          command instanceof Approve && opened(one -> reviewed().isTooShort(one, actor(), when));
      case ALREADY_REVIEWING ->
          command instanceof BeginReview && opened(one -> reviewed().isBegun(one, actor()));
      case NOTHING_TO_READ ->
          command instanceof ConfirmRead read && !new LookedBack(story).isOver(read.request());
      case ALREADY_READ ->
          command instanceof ConfirmRead read && new LookedBack(story).isRead(read.request());
      case PLAN_NOT_ELIGIBLE -> isBarred();
      case CONTRADICTING_RULES ->
          command instanceof ChangeSettings change
              && (Contradicting.of(change.settings(), story.now().settings()).isTrue()
                  || Railings.areLeftBy(change.settings(), story.now().settings().enrolment()));
      case SCOPE_TOO_WIDE -> passing().filter(PassingOn::isTooWide).isPresent();
      case REASON_CODE_REQUIRED -> passing().filter(PassingOn::isReasonMissing).isPresent();
      case NOT_DUE -> command instanceof EnforceDeadline;
      case CLOCK_SUSPECT -> when.suspect();
      case GRANTS_FROZEN -> story.isFrozen();
      case SIGNATURE_REQUIRED, SIGNATURE_INVALID, KEY_UNKNOWN, KEY_EXISTS, TOO_MANY_KEYS ->
          undersigned().isTrue(given, command);
      case NOT_OF_THE_CUSTOMER ->
          (command instanceof RegisterApproverKey || command instanceof StartPractice)
                  && !story.now().isOfTheCustomer(actor())
              || command instanceof ConfirmRead
                  && opened(one -> !new LookedBack(story).mayRead(one, actor()));
      case TOO_MUCH_PRACTICE ->
          command instanceof StartPractice && new Rules(story).isTooMuchPractice();
      case NAME_OF_PRACTICE ->
          command instanceof OpenRequest open && Practising.isNobody(open.asked().engineer());
      case NOT_GRANTED,
          OTHERS_GRANT,
          NO_SUCH_SESSION,
          SESSION_EXISTS,
          SESSION_LIMIT,
          TARGET_NOT_ALLOWED,
          GATEWAY_NEEDED,
          CHANNEL_NOT_ALLOWED,
          SOURCE_NOT_ALLOWED,
          MFA_REQUIRED,
          CREDENTIAL_NOT_ALLOWED,
          DEVICE_NOT_ALLOWED,
          CRYPTO_NOT_ALLOWED,
          COUNTRY_NOT_ALLOWED,
          OBLIGATION_NOT_KEPT ->
          false;
      case NOT_FROZEN ->
          command instanceof ReleaseGrants release && !story.isFrozenBy(release.quarantine());
      case NO_SUCH_QUESTION ->
          command instanceof AnswerQuestion answer && !new Talk(story).isOpenQuestion(answer);
      case NO_SUCH_OFFER ->
          opened(
              request ->
                  namedOffer()
                      .filter(one -> !new Talk(story).isStanding(request, one))
                      .isPresent());
      case OFFERS_NO_LESS ->
          command instanceof CounterOffer offer
              && opened(request -> !new Talk(story).isOfLess(offer));
      case SAID_ENOUGH -> command instanceof DialogueCommand said && new Talk(story).isEnough(said);
      case INTERNAL_APPROVAL_FIRST -> opened(story::isInside);
      case NOT_THE_PROVIDER,
          NO_SUCH_ROLE,
          ROLE_WITHDRAWN,
          ROLE_PREREQUISITE,
          NO_SUCH_ENGINEER,
          NO_SUCH_MEMBERSHIP,
          ALREADY_ASKED,
          MEMBERSHIP_TOO_LONG,
          TOO_MANY_MEMBERSHIPS,
          NOT_THE_MANAGER,
          OWN_MEMBERSHIP,
          NO_SUCH_EXCLUSION,
          EXCLUSION_EXISTS,
          NOTHING_TO_CONFIRM,
          ALREADY_ACKNOWLEDGED ->
          false;
      case CLOSING_NOT_AWAITED ->
          command instanceof AcknowledgeClosing said && !new Shutting(story).isTaken(said);
      case TOO_MANY_OPEN -> command instanceof OpenRequest open && new Haste(story, open).isFull();
      case COOLING_DOWN ->
          command instanceof OpenRequest open && new Haste(story, open).isCooling(when.appended());
      case STARTS_TOO_LATE -> passing().filter(PassingOn::isTooFar).isPresent();
      case DENIED_BY_RULES -> isDenied();
      case OUTSIDE_HOURS -> isOutsideHours();
      case NO_WAY_IN_LEFT -> isNoWayIn();
    };
  }

  private boolean about(Predicate<RequestId> fact) {
    return command.about().filter(fact).isPresent();
  }

  private boolean opened(Predicate<RequestId> fact) {
    return about(request -> story.opening(request).isPresent() && fact.test(request));
  }

  private PersonId actor() {
    return command.attempt().orElseThrow().actor();
  }

  /** Who takes a request back, or is done with it. */
  private Optional<PersonId> sayingSo() {
    return switch (command) {
      case Withdraw withdraw -> Optional.of(withdraw.engineer());
      case FinishAccess finish -> Optional.of(finish.engineer());
      case Reply reply -> Optional.of(reply.engineer());
      default -> Optional.empty();
    };
  }

  /** The version that whoever asks this must have read. */
  private Optional<Long> readVersion() {
    return switch (command) {
      case Approve approve -> Optional.of(approve.ifVersion());
      case ApproveInternally yes -> Optional.of(yes.ifVersion());
      case CounterOffer offer -> Optional.of(offer.ifVersion());
      case BeginReview begin -> Optional.of(begin.ifVersion());
      default -> Optional.empty();
    };
  }

  /** The version that whoever changes something of the tenant's says they have read. */
  private Optional<Long> madeFrom() {
    return switch (command) {
      case ReplaceMembers replace -> replace.ifVersion();
      case ChangePlan change -> change.ifVersion();
      case ChangeIssuers change -> change.ifVersion();
      case ChangeSettings change -> change.ifVersion();
      default -> Optional.empty();
    };
  }

  /** What is to be granted, or would be. */
  private Terms wantedTerms(RequestId request) {
    var agreed = story.agreed(request);
    return switch (command) {
      case Approve approve -> agreed.as(approve.narrowing());
      case CounterOffer offer -> agreed.as(Optional.of(offer.narrowing()));
      default -> agreed.terms();
    };
  }

  /** What was asked for on its way to the customer, where this would bring it there. */
  private Optional<PassingOn> passing() {
    return switch (command) {
      case OpenRequest open -> Optional.of(story.opening(open, when).passing());
      case StartPractice start -> Optional.of(story.practising(start, when));
      case ApproveInternally yes when inside().isLast(yes) -> Optional.of(inside().passing(yes));
      default -> Optional.empty();
    };
  }

  private Reviewed reviewed() {
    return new Reviewed(story);
  }

  private Undersigned undersigned() {
    return new Undersigned(story, when);
  }

  private Inside inside() {
    return new Inside(story, when);
  }

  private boolean isDenied() {
    return passing().filter(PassingOn::isDenied).isPresent()
        || command instanceof Approve
            && opened(
                request -> {
                  var terms = wantedTerms(request);
                  return new Preset(story.now()).isDenied(terms.actions(), terms.resources());
                });
  }

  private boolean isOutsideHours() {
    return passing().filter(one -> !one.mayBegin()).isPresent()
        || command instanceof Approve
            && opened(
                request ->
                    !new Preset(story.now())
                        .mayBegin(Later.begins(story.open(request), when.appended())));
  }

  private boolean isNoWayIn() {
    return passing().filter(PassingOn::isNoWayIn).isPresent()
        || asked().isEmpty()
            && opened(request -> Preset.isNoWayIn(wantedTerms(request).conditions()));
  }

  private Optional<Long> namedOffer() {
    return switch (command) {
      case AcceptOffer accept -> Optional.of(accept.offer());
      case WithdrawOffer withdraw -> Optional.of(withdraw.offer());
      default -> Optional.empty();
    };
  }

  private boolean isTooLate(RequestId request) {
    return when.isTooLateFor(story.decideBy(request))
        || story.end(request).filter(end -> end.command() instanceof EnforceDeadline).isPresent();
  }

  private boolean isNoApprover(RequestId request) {
    return switch (command) {
      case ApproveInternally yes ->
          story.isInside(request) && !inside().isEntitled(request, actor());
      case DenyInternally no -> !inside().maySayNo(request, actor());
      case Approve yes when story.isAsked(request) ->
          !new Rules(story).isEntitled(request, actor());
      default -> !new Rules(story).maySayNo(request, actor());
    };
  }

  private boolean hasSaidYes(RequestId request) {
    return command instanceof ApproveInternally
        ? inside().hasSaidYes(request, actor())
        : story.approvals(request).stream()
            .anyMatch(yes -> yes.command().attempt().orElseThrow().actor().equals(actor()));
  }

  private boolean isBarred() {
    return switch (command) {
      case ChangeSettings change -> story.now().isBarred(change.settings());
      case ConfirmSettings confirm ->
          proposal().filter(one -> story.now().isBarred(one.settings())).isPresent();
      default -> false;
    };
  }

  private Optional<Governance.Proposal> proposal() {
    return story.now().proposal();
  }

  private Optional<Duration> wanted() {
    return asked().flatMap(Asked::accessFor);
  }

  /** What is asked for with it, in earnest or for practice. */
  private Optional<Asked> asked() {
    return switch (command) {
      case OpenRequest open -> Optional.of(open.asked());
      case StartPractice start -> Optional.of(start.asked());
      default -> Optional.empty();
    };
  }

  private boolean isNobodyLeft() {
    return switch (command) {
      case OpenRequest open -> !story.opening(open, when).passing().canBeApproved();
      case StartPractice start -> !story.practising(start, when).canBeApproved();
      case ApproveInternally yes -> passing().filter(one -> !one.canBeApproved()).isPresent();
      case RegisterTenant register -> register.membership().approvers().equals(Set.<Member>of());
      case ReplaceApprovers replace -> replace.approvers().equals(Set.<Member>of());
      case ReplaceMembers replace -> replace.approvers().equals(Set.<Member>of());
      default -> false;
    };
  }
}
