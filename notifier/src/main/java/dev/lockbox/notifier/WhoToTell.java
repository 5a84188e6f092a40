package dev.lockbox.notifier;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
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
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Mails;
import dev.lockbox.events.message.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is told of an event. Pure: the same event and the same knowledge name the same people.
 *
 * <p>Refusals are not mailed: whoever was refused has the answer, the record has the attempt, and a
 * mail for each would let anybody fill the approvers' inboxes. A change of a tenant's rules is told
 * to all who approve and administer, and cannot be muted: least of all by who made it. Who does so
 * no more is told that by the address they had. Of the provider's roles nobody is told.
 */
public final class WhoToTell {
  private final EngineerMail engineers;

  public WhoToTell(EngineerMail engineers) {
    this.engineers = engineers;
  }

  /** Each person once, in the order of their ids; only people that mail can reach. */
  List<Telling> tellings(Recorded recorded, Known known) {
    return switch (recorded.event()) {
      case RequestEvent event -> tellings(recorded, concerned(event, known), known);
      case GrantsEvent event -> tellings(recorded, approversAndAdmins(known), known);
      case TenantEvent event -> tellings(recorded, concerned(event, known), known);
      case RolesEvent ofTheProvider -> List.of();
      case ExclusionEvent event -> tellings(recorded, approversAndAdmins(known), known);
      case SessionEvent event -> tellings(recorded, concerned(event, known), known);
      case CommandRefused refused -> List.of();
    };
  }

  private List<Telling> tellings(Recorded recorded, Set<PersonId> people, Known known) {
    var isMuted = isMuted(recorded, known.mails());
    return people.stream()
        .map(person -> telling(recorded, known, person))
        .filter(telling -> !isMuted || telling.isToProvider())
        .filter(telling -> address(telling, known.members()).isPresent())
        .toList();
  }

  private static boolean isMuted(Recorded recorded, Mails mails) {
    return Occasions.of(recorded.event()).filter(occasion -> !mails.tell(occasion)).isPresent();
  }

  private static Set<PersonId> concerned(TenantEvent event, Known known) {
    return switch (event) {
      case TenantRegistered registered -> Set.of();
      case SettingsProposed proposed -> admins(known);
      case SettingsChanged changed -> approversAndAdmins(known);
      case ApproversReplaced replaced -> approversAndAdmins(known);
      case MembersReplaced replaced -> approversAndAdminsUntilNow(known);
      case PlanChanged changed -> admins(known);
      case IssuersChanged changed -> approversAndAdmins(known);
      case ApproverKeyEvent keys -> approversAndAdmins(known);
    };
  }

  private static Set<PersonId> admins(Known known) {
    return known
        .members()
        .map(members -> Membership.ids(members.admins()))
        .<Set<PersonId>>map(TreeSet::new)
        .orElse(Set.of());
  }

  /** What was done is summed up when the grant ends; a session that had to end is told at once. */
  private static Set<PersonId> concerned(SessionEvent event, Known known) {
    return switch (event) {
      case UseSummarised summarised -> parties(known);
      case SessionEnded ended when ended.cause() == SessionEnd.OUT_OF_GRANT ->
          partiesAndAdmins(known);
      case SessionEnded ended -> Set.of();
      case SessionStarted started -> Set.of();
      case SessionActive active -> Set.of();
      case ActionAuthorised authorised -> Set.of();
      case ActionPerformed performed -> Set.of();
      case ActionDenied denied -> Set.of();
      case DevicePostureChanged changed -> Set.of();
      case TargetEvent found -> concerned(found, known);
    };
  }

  /** Whoever waits for access hears why; what nobody granted is for those who keep the rules. */
  private static Set<PersonId> concerned(TargetEvent event, Known known) {
    return switch (event) {
      case AccessProvisioned there -> Set.of();
      case AccessNotProvisioned missing -> parties(known);
      case UngrantedAccessDetected found -> admins(known);
    };
  }

  /** Nobody's request is meant, and everybody's grant is: those who decide, and those who keep. */
  private static Set<PersonId> approversAndAdmins(Known known) {
    return known.members().map(WhoToTell::approversAndAdmins).orElse(Set.of());
  }

  /** Those who do so now, and those who did before. */
  private static Set<PersonId> approversAndAdminsUntilNow(Known known) {
    var people = new TreeSet<>(approversAndAdmins(known));
    known.before().map(WhoToTell::approversAndAdmins).ifPresent(people::addAll);
    return people;
  }

  private static Set<PersonId> approversAndAdmins(Membership members) {
    var people = new TreeSet<>(Membership.ids(members.approvers()));
    people.addAll(Membership.ids(members.admins()));
    return people;
  }

  /**
   * Where mail reaches them: the address in the tenant's registry, whatever it was when the event
   * happened. Empty when they are in it no more, unless that is what they are told.
   *
   * @param members as the registry names them now
   */
  Optional<String> address(Telling telling, Optional<Membership> members) {
    return members
        .flatMap(now -> member(now, telling.recipient()))
        .map(member -> member.mail().text())
        .or(telling::lastAddress)
        .or(() -> telling.isToProvider() ? engineers.of(telling.recipient()) : Optional.empty());
  }

  private static Set<PersonId> concerned(RequestEvent event, Known known) {
    return switch (event) {
      case EvaluationEvent evaluated -> concerned(evaluated, known);
      case RequestOpened opened -> new TreeSet<>(opened.approvers());
      case ApprovalsRequired required -> Set.of();
      case RequestNarrowed narrowed -> Set.of();
      case RulesEvent ofRules -> concerned(ofRules, known);
      case ApprovalGiven given -> parties(known);
      case GrantedWithoutCustomer granted -> partiesAndAdmins(known);
      case RequestApproved approved -> parties(known);
      case PracticeCompleted done -> parties(known);
      case RequestDenied denied -> parties(known);
      case RequestExpired expired -> parties(known);
      case RequestWithdrawn withdrawn -> parties(known);
      case RequestCancelled cancelled -> parties(known);
      case AccessEnded ended -> parties(known);
      case DialogueEvent said -> parties(known);
      case ReadingEvent read -> concerned(read, known);
      case ReviewEvent reviewed -> Set.of();
      case SigningEvent signed -> Set.of();
      case RequestRevoked revoked -> partiesAndAdmins(known);
      case RequestFaulted faulted when known.opening().isEmpty() -> everyApprover(known);
      case RequestFaulted faulted -> partiesAndAdmins(known);
      case AccessEvent access -> concerned(access, known);
    };
  }

  private static Set<PersonId> concerned(ReadingEvent event, Known known) {
    return switch (event) {
      case ReadingRequired required -> Set.of();
      case RecordRead read -> Set.of();
      case RecordUnread unread -> readers(known);
    };
  }

  /**
   * Whoever may say that they read it: those who were asked, and who keeps or audits; no engineer.
   */
  private static Set<PersonId> readers(Known known) {
    var people = new TreeSet<PersonId>();
    known.opening().ifPresent(opened -> people.addAll(opened.approvers()));
    known
        .members()
        .ifPresent(
            members -> {
              people.addAll(Membership.ids(members.admins()));
              people.addAll(Membership.ids(members.auditors()));
            });
    known.opening().ifPresent(opened -> people.removeIf(opened.asked().engineer()::mayBe));
    return people;
  }

  private static Set<PersonId> concerned(AccessEvent event, Known known) {
    return switch (event) {
      case AccessScheduled scheduled -> parties(known);
      case AccessStarted started -> parties(known);
      case AccessFinished finished -> parties(known);
      case ClosingRequired required -> Set.of();
      case ClosingAcknowledged acknowledged -> Set.of();
      case ClosingFailed failed -> partiesAndAdmins(known);
    };
  }

  /**
   * No customer is told of what they were not asked yet. Whoever decides next inside the provider
   * is told when their stage begins.
   */
  private static Set<PersonId> concerned(EvaluationEvent event, Known known) {
    return switch (event) {
      case RequestEvaluated evaluated ->
          switch (evaluated.evaluation().outcome()) {
            case PASSED -> Set.of();
            case REJECTED -> Set.of(evaluated.asked().engineer());
            case NEEDS_INTERNAL -> deciding(known);
          };
      case InternalApprovalGiven given ->
          known.internal().filter(now -> now.current() > given.stage()).isPresent()
              ? deciding(known)
              : Set.of();
      case InternalApprovalGranted granted -> Set.of();
      case InternalApprovalDenied denied -> parties(known);
      case InternalApprovalExpired expired -> parties(known);
    };
  }

  private static Set<PersonId> deciding(Known known) {
    return known
        .internal()
        .map(now -> now.stages().get(now.current()).approvers())
        .<Set<PersonId>>map(TreeSet::new)
        .orElse(Set.of());
  }

  private static Set<PersonId> concerned(RulesEvent event, Known known) {
    return switch (event) {
      case ConditionsRequired required -> Set.of();
      case GrantedByRule granted -> partiesAndAdmins(known);
      case DeniedByRule denied -> parties(known);
    };
  }

  /**
   * Those who were asked, and the one who asked, who is nobody in practice. Nobody, when a request
   * was closed before it was opened: nobody has heard of it.
   */
  private static Set<PersonId> parties(Known known) {
    var people = new TreeSet<PersonId>();
    known
        .opening()
        .ifPresent(
            opened -> {
              people.addAll(opened.approvers());
              if (!opened.isPractice()) {
                people.add(opened.asked().engineer());
              }
            });
    return people;
  }

  private static Set<PersonId> partiesAndAdmins(Known known) {
    var people = parties(known);
    known.members().ifPresent(members -> people.addAll(Membership.ids(members.admins())));
    return people;
  }

  /** Who was asked can no longer be told from the record, so all who might have been. */
  private static Set<PersonId> everyApprover(Known known) {
    var people = partiesAndAdmins(known);
    known.members().ifPresent(members -> people.addAll(Membership.ids(members.approvers())));
    return people;
  }

  private static Optional<Member> member(Membership members, PersonId person) {
    return members.everybody().stream()
        .filter(member -> member.person().equals(person))
        .findFirst();
  }

  private static Telling telling(Recorded recorded, Known known, PersonId person) {
    var event = recorded.event();
    return new Telling(
        new Notice.Key(event.tenant(), recorded.sequence(), person),
        event,
        known.opening(),
        lastAddress(event, known, person));
  }

  private static Optional<String> lastAddress(Event event, Known known, PersonId person) {
    return event instanceof MembersReplaced
        ? known.before().flatMap(before -> member(before, person)).map(one -> one.mail().text())
        : Optional.empty();
  }
}
