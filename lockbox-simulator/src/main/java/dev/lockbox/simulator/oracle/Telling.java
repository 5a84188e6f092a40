package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
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
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.RevocationCause;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.simulator.record.Provenances;
import dev.lockbox.simulator.record.Written;
import java.util.List;
import java.util.Optional;

/** Whether an event tells what its command did, given the story up to that command. */
final class Telling {
  private final Story story;

  Telling(Story story) {
    this.story = story;
  }

  boolean isOf(Event event, int place, Written.Readable read, When when, Expected expected) {
    var command = read.command();
    if (expected == Expected.EFFECT) {
      var beside = beside(read, when);
      return place < beside.size()
          ? event.equals(beside.get(place))
          : isOwn(event, place - beside.size(), read, when);
    }
    return isAbout(event, command, when)
        && (expected == Expected.REFUSAL
            ? event instanceof CommandRefused no && isRefusal(no, command, when)
            : event instanceof RequestFaulted);
  }

  /** What of engineers' sessions and roles is told because of it, before anything else. */
  List<? extends Event> beside(Written.Readable read, When when) {
    return read.command() instanceof RolesCommand asked
        ? new Hired(story, when).of(asked, read.content())
        : sessions(read, when);
  }

  List<SessionEvent> sessions(Written.Readable read, When when) {
    return new Attending(story).events(read.command(), read.content(), when);
  }

  private boolean isOwn(Event event, int place, Written.Readable read, When when) {
    return isAbout(event, read.command(), when)
        && isMade(event, read.command(), place, when)
        && isTheirs(event, read);
  }

  private static boolean isAbout(Event event, Command command, When when) {
    return event.about().equals(command.about())
        && event.tenant().equals(command.tenant())
        && event.at().equals(when.appended());
  }

  private static boolean isTheirs(Event event, Written.Readable read) {
    var command = read.command();
    return Provenances.of(event)
        .map(
            by ->
                command.attempt().filter(by.attempt()::equals).isPresent()
                    && by.content().equals(read.content()))
        .orElseGet(() -> command instanceof EnforceDeadline || command instanceof EnforceExclusion);
  }

  private boolean isRefusal(CommandRefused no, Command command, When when) {
    return command.attempt().filter(no.attempt()::equals).isPresent()
        && no.command().equals(command.name())
        && new Reasons(story, command, when).isTrue(no.refusal())
        && new Refusing(story, command, when).isToldBy(no);
  }

  /** Where somebody must close behind it, that stands first; then that it is to be read. */
  private boolean isMade(Event event, Command command, int place, When when) {
    var shutting = new Shutting(story);
    if (!shutting.isRequiredBy(command)) {
      return isReadOrMade(event, command, place, when);
    }
    return place == 0
        ? shutting.isRequirement(event)
        : isReadOrMade(event, command, place - 1, when);
  }

  private boolean isReadOrMade(Event event, Command command, int place, When when) {
    var lookedBack = new LookedBack(story);
    if (!lookedBack.isRequiredBy(command)) {
      return isEffect(event, command, place, when);
    }
    return place == 0 ? lookedBack.isRequirement(event) : isEffect(event, command, place - 1, when);
  }

  /** Whether the event at this place is the one that stands there, of those that it made. */
  private boolean isEffect(Event event, Command command, int place, When when) {
    return switch (command) {
      case OpenRequest open -> story.opening(open, when).isToldBy(event, place);
      case StartPractice start -> story.practising(start, when).isToldBy(event, place);
      case Approve approve -> isYes(event, approve, place, when);
      case BeginReview begin -> new Reviewed(story).isToldBy(event, begin, when);
      case ConfirmRead read -> event instanceof RecordRead;
      case Deny deny -> isNo(event, deny, RevocationCause.DENIED_AFTER_GRANT);
      case Revoke revoke -> isNo(event, revoke, RevocationCause.REVOKED_BY_APPROVER);
      case Withdraw withdraw -> event instanceof RequestWithdrawn;
      case ResolveTicket resolve ->
          story.isGranted(resolve.request())
              ? isRevocation(event, RevocationCause.TICKET_RESOLVED)
              : event instanceof RequestCancelled;
      case EnforceDeadline alarm -> isRung(event, alarm.request(), when);
      case RegisterTenant register ->
          place == 0
              ? event instanceof TenantRegistered registered
                  && registered.membership().equals(register.membership())
              : place == 1 && !register.issuers().isEmpty()
                  ? event instanceof IssuersChanged named
                      && named.issuers().equals(register.issuers())
                  : event instanceof SettingsChanged changed
                      && changed.settings().equals(Governance.atFirst(false));
      case ReplaceApprovers replace ->
          event instanceof ApproversReplaced replaced
              && replaced.approvers().equals(replace.approvers());
      case ReplaceMembers replace ->
          event instanceof MembersReplaced replaced
              && replaced.approvers().equals(replace.approvers())
              && replaced.admins().equals(replace.admins())
              && replaced.auditors().equals(replace.auditors());
      case ChangePlan change ->
          event instanceof PlanChanged changed && changed.plan().equals(change.plan());
      case ChangeIssuers change ->
          event instanceof IssuersChanged changed && changed.issuers().equals(change.issuers());
      case ChangeSettings change -> isChange(event, change);
      case ConfirmSettings confirm -> isConfirmation(event);
      case ApproverKeyCommand keys -> new Undersigned(story, when).isToldBy(event, keys);
      case FinishAccess finish ->
          story.isGranted(finish.request()) && !story.isScheduled(finish.request())
              ? event instanceof AccessFinished
              : event instanceof RequestWithdrawn;
      case RolesCommand asked -> false; // all that is told of it is told beside
      case SessionCommand asked -> false; // all that is told of it is told beside
      case FreezeGrants freeze ->
          event instanceof GrantsFrozen frozen
              && frozen.quarantine().equals(freeze.quarantine())
              && frozen.cause().equals(freeze.cause());
      case ReleaseGrants release ->
          event instanceof GrantsReleased released
              && released.quarantine().equals(release.quarantine())
              && released.reason().equals(release.reason());
      case DialogueCommand said -> new Talk(story).isToldBy(event, said, when);
      case EvaluationCommand said -> new Inside(story, when).isToldBy(event, said, place);
      case ExclusionCommand asked -> new Reported(story).isToldBy(event, asked);
      case AcknowledgeClosing closed -> new Shutting(story).isToldBy(event, closed);
    };
  }

  private boolean isRung(Event event, RequestId request, When when) {
    if (story.isScheduled(request) && when.isBefore(story.accessUntil(request))) {
      return event instanceof AccessStarted;
    }
    if (story.isGranted(request)) {
      return event instanceof AccessEnded;
    }
    if (story.end(request).isPresent()) {
      return new Shutting(story).isDue(request, when)
          ? new Shutting(story).isFailure(event, request)
          : event instanceof RecordUnread;
    }
    return story.isInside(request)
        ? event instanceof InternalApprovalExpired
        : event instanceof RequestExpired;
  }

  private boolean isChange(Event event, ChangeSettings change) {
    return story.now().needsSecond(change.settings())
        ? event instanceof SettingsProposed proposed
            && proposed.settings().equals(change.settings())
        : event instanceof SettingsChanged changed
            && changed.proposedBy().isEmpty()
            && changed.settings().equals(change.settings());
  }

  private boolean isConfirmation(Event event) {
    var waiting = story.now().proposal().orElseThrow();
    return event instanceof SettingsChanged changed
        && changed.proposedBy().equals(Optional.of(waiting.by()))
        && changed.settings().equals(waiting.settings());
  }

  private boolean isNo(Event event, RequestCommand no, RevocationCause cause) {
    return story.isGranted(no.request())
        ? isRevocation(event, cause)
        : event instanceof RequestDenied;
  }

  private static boolean isRevocation(Event event, RevocationCause cause) {
    return event instanceof RequestRevoked revoked && revoked.cause() == cause;
  }

  /** Where it is signed, that stands first. */
  private boolean isYes(Event event, Approve approve, int place, When when) {
    if (approve.proof().isEmpty()) {
      return isYes(event, approve, place);
    }
    return place == 0
        ? new Undersigned(story, when).isToldBy(event, approve)
        : isYes(event, approve, place - 1);
  }

  private boolean isYes(Event event, Approve approve, int place) {
    var request = approve.request();
    var before = story.agreed(request);
    var terms = before.as(approve.narrowing());
    if (before.isMoreThan(terms) && place == 0) {
      return event instanceof RequestNarrowed narrowed && narrowed.terms().equals(terms);
    }
    if (story.approvals(request).size() + 1 < story.needed(request)) {
      return event instanceof ApprovalGiven given && given.stage() == story.stage(request);
    }
    return story.isPractice(request)
        ? event instanceof PracticeCompleted
        : Later.isGrant(event, story.open(request), terms.accessFor());
  }

  /** How many events this effect makes. */
  int events(Command command, When when) {
    return made(command, when)
        + (new Shutting(story).isRequiredBy(command) ? 1 : 0)
        + (new LookedBack(story).isRequiredBy(command) ? 1 : 0);
  }

  private int made(Command command, When when) {
    return switch (command) {
      case OpenRequest open -> story.opening(open, when).events();
      case StartPractice start -> story.practising(start, when).events();
      case Approve approve ->
          (story.agreed(approve.request()).isNarrowedBy(approve) ? 2 : 1)
              + (approve.proof().isPresent() ? 1 : 0);
      case EvaluationCommand said -> new Inside(story, when).events(said);
      case RequestCommand other -> 1;
      case RegisterTenant register ->
          1
              + (register.issuers().isEmpty() ? 0 : 1)
              + (story.isOffered(register.membership().plan()) ? 0 : 1);
      case TenantCommand other -> 1;
      case SessionCommand told -> 0;
      case GrantsCommand other -> 1;
      case RolesCommand told -> 0;
      case ExclusionCommand other -> 1;
    };
  }
}
