package dev.lockbox.simulator.oracle;

import static dev.lockbox.simulator.oracle.Expected.EFFECT;
import static dev.lockbox.simulator.oracle.Expected.REFUSAL;
import static dev.lockbox.simulator.oracle.Expected.SILENCE;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
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
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.simulator.record.Written;

/**
 * The rules once more, from their description (glossary, decisions 5, 6, 12 and 23), as questions
 * to the {@link Story}. One row per command; a new command does not compile without one.
 */
final class Rules {
  private final Story story;

  Rules(Story story) {
    this.story = story;
  }

  Expected answerTo(Written.Readable read, When when) {
    var command = read.command();
    var earlier = command.attempt().flatMap(by -> story.accepted(command));
    return switch (command) {
      case EnforceDeadline alarm -> isDue(alarm.request(), when) ? EFFECT : SILENCE;
      case RequestCommand asked when !story.now().isRegistered() -> REFUSAL;
      case RequestCommand asked when story.isFaulted(asked.request()) -> REFUSAL;
      case RequestCommand asked when earlier.isPresent() -> again(earlier.get(), read);
      case RequestCommand asked -> takesEffect(asked, when) ? EFFECT : REFUSAL;
      case TenantCommand asked when earlier.isPresent() -> again(earlier.get(), read);
      case TenantCommand asked when isNoNews(asked) -> REFUSAL;
      case ApproverKeyCommand asked -> new Undersigned(story, when).answerTo(asked);
      case TenantCommand asked -> takesEffect(asked) ? EFFECT : REFUSAL;
      case RolesCommand asked ->
          new Hiring(story, when).answerTo(asked, earlier.map(one -> again(one, read)));
      case SessionCommand asked ->
          new Attending(story).answerTo(asked, earlier.map(one -> again(one, read)), when);
      case GrantsCommand asked when !story.now().isRegistered() -> REFUSAL;
      case GrantsCommand asked when earlier.isPresent() -> again(earlier.get(), read);
      case ExclusionCommand asked ->
          new Reported(story).answerTo(asked, earlier.map(one -> again(one, read)), when);
      case FreezeGrants asked -> story.isFrozenBy(asked.quarantine()) ? SILENCE : EFFECT;
      case ReleaseGrants asked -> story.isFrozenBy(asked.quarantine()) ? EFFECT : REFUSAL;
    };
  }

  private static Expected again(Effect earlier, Written.Readable read) {
    return earlier.content().equals(read.content()) ? SILENCE : REFUSAL;
  }

  /** Nothing helps towards access while nobody vouches for the clock, or grants are frozen. */
  private boolean isGrantingTime(When when) {
    return !when.suspect() && !story.isFrozen();
  }

  private boolean takesEffect(RequestCommand command, When when) {
    var request = command.request();
    return switch (command) {
      case OpenRequest open -> mayOpen(open, when);
      case StartPractice start -> mayPractise(start, when);
      case Approve approve -> mayApprove(approve, when);
      case BeginReview begin ->
          isGrantingTime(when) && new Reviewed(story).takesEffect(begin, when);
      case ConfirmRead read -> new LookedBack(story).takesEffect(read);
      case Deny deny -> story.isOpen(request) && maySayNo(request, deny.by().actor());
      case Revoke revoke -> story.isOpen(request) && maySayNo(request, revoke.by().actor());
      case Withdraw withdraw -> mayWithdraw(request, withdraw.engineer());
      case FinishAccess finish -> mayWithdraw(request, finish.engineer());
      case AcknowledgeClosing closed -> new Shutting(story).isTaken(closed);
      case ResolveTicket resolve -> story.end(request).isEmpty();
      case EnforceDeadline alarm -> isDue(request, when);
      case DialogueCommand said -> new Talk(story).takesEffect(said, when);
      case EvaluationCommand said -> new Inside(story, when).takesEffect(said);
    };
  }

  private boolean takesEffect(TenantCommand command) {
    var now = story.now();
    return switch (command) {
      case RegisterTenant register ->
          !now.isRegistered() && !register.membership().approvers().isEmpty();
      case ReplaceApprovers replace -> now.isRegistered() && !replace.approvers().isEmpty();
      case ReplaceMembers replace ->
          now.isRegistered()
              && !replace.approvers().isEmpty()
              && now.isMadeFromThis(replace.ifVersion());
      case ChangeIssuers change -> now.isRegistered() && now.isMadeFromThis(change.ifVersion());
      case ChangePlan change -> now.isRegistered() && now.isMadeFromThis(change.ifVersion());
      case ChangeSettings change ->
          now.isAdmin(change.by().actor())
              && now.isMadeFromThis(change.ifVersion())
              && !now.isBarred(change.settings())
              && !Contradicting.of(change.settings(), now.settings()).isTrue()
              && !Railings.areLeftBy(change.settings(), now.settings().enrolment());
      case ConfirmSettings confirm ->
          now.isAdmin(confirm.by().actor())
              && now.proposal()
                  .filter(waiting -> waiting.version() == confirm.proposal())
                  .filter(waiting -> !waiting.by().equals(confirm.by().actor()))
                  .filter(waiting -> !now.isBarred(waiting.settings()))
                  .isPresent();
      case ApproverKeyCommand keys -> throw new IllegalStateException("it was answered");
    };
  }

  /** Whether what is asked for stands already, and whoever asks may ask for it. */
  boolean isNoNews(TenantCommand command) {
    return switch (command) {
      case ChangeSettings asked -> isSetAlready(asked);
      case ReplaceMembers asked -> story.now().isNamed(asked);
      case ChangePlan asked -> story.now().hasPlan(asked.plan());
      case ChangeIssuers asked -> story.now().isSpokenForBy(asked.issuers());
      case ApproverKeyCommand asked -> Undersigned.isNoNews(story, asked);
      default -> false;
    };
  }

  private boolean isSetAlready(ChangeSettings change) {
    var now = story.now();
    return now.isAdmin(change.by().actor()) && now.settings().equals(change.settings());
  }

  private boolean mayOpen(OpenRequest open, When when) {
    var request = open.request();
    return story.opening(request).isEmpty()
        && story.end(request).isEmpty()
        && Fitting.misfit(open.asked()).isEmpty()
        && !Practising.isNobody(open.asked().engineer())
        && !new Haste(story, open).isFull()
        && !new Haste(story, open).isCooling(when.appended())
        && story.opening(open, when).isTaken();
  }

  private boolean mayPractise(StartPractice start, When when) {
    var request = start.request();
    return story.now().isOfTheCustomer(start.by().actor())
        && story.opening(request).isEmpty()
        && story.end(request).isEmpty()
        && Fitting.misfit(start.asked()).isEmpty()
        && !isTooMuchPractice()
        && story.practising(start, when).isTaken();
  }

  /** Whether as many wait for practice, whoever started them, as may at once. */
  boolean isTooMuchPractice() {
    var waiting = story.requests().stream().filter(story::isPractice).filter(story::isAsked);
    return waiting.count() >= Practising.AT_ONCE;
  }

  private boolean mayApprove(Approve approve, When when) {
    var request = approve.request();
    return isGrantingTime(when)
        && story.isAsked(request)
        && hasNotYet(approve)
        && isEntitled(request, approve.by().actor())
        && !story.now().mustWait(approve.by().actor(), when.appended())
        && when.isBefore(story.decideBy(request))
        && hasReadTheTerms(request, approve.ifVersion())
        && !new Reviewed(story).isMissing(request, approve.by().actor())
        && !new Reviewed(story).isTooShort(request, approve.by().actor(), when)
        && !story.agreed(request).isExceededBy(approve)
        && new Undersigned(story, when).isEnough(approve)
        && isAllowed(request, story.agreed(request).as(approve.narrowing()), when);
  }

  /** By what the tenant denies by now, by its hours, and by the ways in that are left. */
  private boolean isAllowed(RequestId request, Terms terms, When when) {
    var preset = new Preset(story.now());
    return !Preset.isNoWayIn(terms.conditions())
        && !preset.isDenied(terms.actions(), terms.resources())
        && (!isLastYes(request)
            || preset.mayBegin(Later.begins(story.open(request), when.appended())));
  }

  private boolean isLastYes(RequestId request) {
    return story.approvals(request).size() + 1 >= story.needed(request);
  }

  private boolean hasNotYet(Approve approve) {
    return story.approvals(approve.request()).stream()
        .noneMatch(yes -> ((Approve) yes.command()).by().actor().equals(approve.by().actor()));
  }

  /** What others said in between is no change of what was read, unless the terms changed. */
  boolean hasReadTheTerms(RequestId request, long readVersion) {
    var agreed = story.agreed(request);
    return readVersion >= agreed.version() && readVersion <= agreed.events();
  }

  /** In the stage that is to be passed next, and not by who said yes inside the provider. */
  boolean isEntitled(RequestId request, PersonId who) {
    return !story.insiders(request).contains(who) && isOfTheStage(request, who);
  }

  private boolean isOfTheStage(RequestId request, PersonId who) {
    var panel = story.panels(request).get(story.stage(request));
    var isNamed = panel.named().contains(who);
    return switch (story.mode(request)) {
      case SNAPSHOT -> story.now().approvers().contains(who) && isNamed;
      case LIVE ->
          Panel.able(story.now(), story.asked(request), panel.group()).contains(who)
              && (isNamed || story.now().changedBy(who).isEmpty());
    };
  }

  boolean maySayNo(RequestId request, PersonId who) {
    return story.named(request).contains(who) || story.now().approvers().contains(who);
  }

  private boolean mayWithdraw(RequestId request, PersonId engineer) {
    return story.end(request).isEmpty()
        && (story.opening(request).isEmpty() || story.engineer(request).equals(engineer));
  }

  private boolean isDue(RequestId request, When when) {
    if (!story.isOpen(request)) {
      return new Shutting(story).isDue(request, when) || new LookedBack(story).isDue(request, when);
    }
    if (story.isScheduled(request) && when.isBefore(story.accessUntil(request))) {
      return isGrantingTime(when) && story.isTimeToBegin(request, when);
    }
    var due = story.isGranted(request) ? story.accessUntil(request) : story.decideBy(request);
    return !when.isBefore(due);
  }
}
