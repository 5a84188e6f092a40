package dev.lockbox.simulator.bugs;

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
import dev.lockbox.domain.Approval;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.review.Review;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.tenant.Proposal;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.simulator.people.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A state as a defect sees it. */
final class Altered {
  static final PersonId SOMEBODY = new PersonId("somebody");

  private Altered() {}

  /** With its deadline so much later. */
  static AccessRequest later(AccessRequest state, Duration by) {
    return switch (state) {
      case Pending pending -> {
        var old = pending.opening();
        var due = old.decideBy().plus(by);
        yield waiting(
            pending,
            new Opening(
                old.asked(),
                old.accessFor(),
                old.approvers(),
                old.openedAt(),
                due,
                old.evaluation(),
                old.internalApprovals(),
                old.isPractice()));
      }
      case Granted granted ->
          new Granted(
              granted.opening(), granted.terms(), granted.accessUntil().plus(by), granted.trail());
      case AccessRequest other -> other;
    };
  }

  /** With more people named at its opening. */
  static AccessRequest naming(AccessRequest state, Set<PersonId> more) {
    return switch (state) {
      case Pending pending -> {
        var old = pending.opening();
        var all = union(old.approvers(), more);
        yield waiting(
            pending,
            new Opening(
                old.asked(),
                old.accessFor(),
                all,
                old.openedAt(),
                old.decideBy(),
                old.evaluation(),
                old.internalApprovals(),
                old.isPractice()));
      }
      case AccessRequest other -> other;
    };
  }

  /** As if it were not for practice. */
  static AccessRequest inEarnest(Pending pending) {
    var old = pending.opening();
    return waiting(
        pending,
        new Opening(
            old.asked(),
            old.accessFor(),
            old.approvers(),
            old.openedAt(),
            old.decideBy(),
            old.evaluation(),
            old.internalApprovals(),
            false));
  }

  /** As if somebody else had asked for it. */
  static AccessRequest askedBy(Pending pending, PersonId engineer) {
    var old = pending.opening();
    return waiting(
        pending,
        new Opening(
            askedBy(old.asked(), engineer),
            old.accessFor(),
            old.approvers(),
            old.openedAt(),
            old.decideBy(),
            old.evaluation(),
            old.internalApprovals(),
            old.isPractice()));
  }

  /** As if somebody else had been granted it. */
  static Granted askedBy(Granted granted, PersonId engineer) {
    return new Granted(
        askedBy(granted.opening(), engineer),
        granted.terms(),
        granted.accessUntil(),
        granted.closing(),
        granted.lookback(),
        granted.trail());
  }

  /** As if somebody else had asked for it. */
  static Opening askedBy(Opening old, PersonId engineer) {
    return new Opening(
        askedBy(old.asked(), engineer),
        old.accessFor(),
        old.approvers(),
        old.openedAt(),
        old.decideBy(),
        old.evaluation(),
        old.internalApprovals(),
        old.isPractice());
  }

  static Asked askedBy(Asked asked, PersonId engineer) {
    return new Asked(
        engineer,
        new PersonalText(engineer, asked.justification().text()),
        asked.ticket(),
        asked.actions(),
        asked.resources(),
        asked.accessFor());
  }

  /** Waiting still, though it is granted or closed. */
  static AccessRequest reopened(AccessRequest state) {
    return state.opened().<AccessRequest>map(to -> waiting(to, state.trail())).orElse(state);
  }

  /** As if whoever reads it had read the newest terms. */
  static AccessRequest unchanged(AccessRequest state) {
    return state instanceof Pending pending
        ? new Pending(
            pending.opening(),
            pending.terms(),
            0,
            pending.approvals(),
            pending.dialogue(),
            pending.review(),
            pending.trail())
        : state;
  }

  /** With the terms it was opened with. */
  static AccessRequest asAsked(AccessRequest state) {
    return state instanceof Pending pending
        ? new Pending(
            pending.opening(),
            pending.opening().terms(),
            pending.termsVersion(),
            pending.approvals(),
            pending.dialogue(),
            pending.review(),
            pending.trail())
        : state;
  }

  /** With other approvals. */
  static AccessRequest approved(AccessRequest state, UnaryOperator<Approvals> change) {
    return state instanceof Pending pending
        ? new Pending(
            pending.opening(),
            pending.terms(),
            pending.termsVersion(),
            change.apply(pending.approvals()),
            pending.dialogue(),
            pending.review(),
            pending.trail())
        : state;
  }

  /** As if those who said yes had been others. */
  static Approvals byOthers(Approvals approvals) {
    var others =
        approvals.given().stream()
            .map(one -> new Approval(SOMEBODY, one.at(), one.stage()))
            .toList();
    return new Approvals(approvals.stages(), approvals.mode(), others);
  }

  /** As if whoever may say yes in one stage might in each. */
  static Approvals inAnyStage(Approvals approvals) {
    var all = new HashSet<PersonId>();
    approvals.stages().forEach(stage -> all.addAll(stage.approvers()));
    return new Approvals(
        approvals.stages().stream()
            .map(stage -> new Stage(Optional.empty(), all, stage.quorum()))
            .toList(),
        approvals.mode(),
        approvals.given());
  }

  static Settings withGroups(Settings settings, List<Group> groups) {
    return with(settings, settings.enrolment(), groups, settings.routes());
  }

  static Settings withRoutes(Settings settings, List<Route> routes) {
    return with(settings, settings.enrolment(), settings.groups(), routes);
  }

  static Settings withPolicy(Settings settings, Policy policy) {
    return new Settings(
        settings.enrolment(),
        settings.limits(),
        settings.approvers(),
        settings.isTicketRequired(),
        settings.isSecondPersonRequired(),
        settings.groups(),
        settings.stages(),
        settings.routes(),
        policy);
  }

  static Settings withEnrolment(Settings settings, Enrolment enrolment) {
    return with(settings, enrolment, settings.groups(), settings.routes());
  }

  private static Settings with(
      Settings settings, Enrolment enrolment, List<Group> groups, List<Route> routes) {
    return new Settings(
        enrolment,
        settings.limits(),
        settings.approvers(),
        settings.isTicketRequired(),
        settings.isSecondPersonRequired(),
        groups,
        settings.stages(),
        routes,
        settings.policy());
  }

  static ApprovalRules withApprovers(ApprovalRules rules, Set<PersonId> approvers) {
    return new ApprovalRules(
            rules.version(),
            approvers,
            rules.changers(),
            rules.waiting(),
            rules.limits(),
            rules.settings(),
            rules.deployment())
        .with(rules.keys());
  }

  static ApprovalRules withDeployment(ApprovalRules rules, Deployment deployment) {
    return new ApprovalRules(
            rules.version(),
            rules.approvers(),
            rules.changers(),
            rules.waiting(),
            rules.limits(),
            rules.settings(),
            deployment)
        .with(rules.keys());
  }

  static ApprovalRules withSettings(ApprovalRules rules, Settings settings) {
    return new ApprovalRules(
            rules.version(),
            rules.approvers(),
            rules.changers(),
            rules.waiting(),
            rules.limits(),
            settings,
            rules.deployment())
        .with(rules.keys());
  }

  /** As if its proposal were somebody else's. */
  static Tenant proposedByAnother(Tenant state) {
    return state instanceof Tenant.Registered there
        ? new Tenant.Registered(
            there.membership(),
            there.settings(),
            there.proposal().map(one -> new Proposal(one.version(), SOMEBODY, one.settings())),
            there.changes(),
            there.keys(),
            there.issuers(),
            there.trail())
        : state;
  }

  /** As if nobody had ever taken the first administrators off the list. */
  static Tenant administeredAsAtFirst(Tenant state) {
    return state instanceof Tenant.Registered there
        ? new Tenant.Registered(
            there
                .membership()
                .withMembers(
                    there.membership().approvers(), Cast.ADMINS, there.membership().auditors()),
            there.settings(),
            there.proposal(),
            there.changes(),
            there.keys(),
            there.issuers(),
            there.trail())
        : state;
  }

  /** As if it stood at this version. */
  static Tenant atVersion(Tenant state, long version) {
    return state instanceof Tenant.Registered there
        ? new Tenant.Registered(
            there.membership(),
            there.settings(),
            there.proposal(),
            there.changes(),
            there.keys(),
            there.issuers(),
            new Trail(version, there.trail().accepted()))
        : state;
  }

  /** Asking that so much is signed. */
  static Settings signing(Settings settings, SignatureRules.Mode mode) {
    var wait = settings.policy().signatures().keysWait();
    return settings.with(settings.policy().with(new SignatureRules(mode, wait)));
  }

  /** As if nobody had to sign. */
  static Tenant unsigned(Tenant state) {
    return state instanceof Tenant.Registered there
        ? new Tenant.Registered(
            there.membership(),
            signing(there.settings(), SignatureRules.Mode.OFF),
            there.proposal(),
            there.changes(),
            there.keys(),
            there.issuers(),
            there.trail())
        : state;
  }

  /** With other keys of its people's. */
  static Tenant withKeys(Tenant state, UnaryOperator<ApproverKeys> change) {
    return state instanceof Tenant.Registered there
        ? new Tenant.Registered(
            there.membership(),
            there.settings(),
            there.proposal(),
            there.changes(),
            change.apply(there.keys()),
            there.issuers(),
            there.trail())
        : state;
  }

  /** As if none of them were whose they are. */
  static ApproverKeys ofSomebody(ApproverKeys keys) {
    return each(keys, one -> ofPerson(one, SOMEBODY));
  }

  static ApproverKey ofPerson(ApproverKey key, PersonId person) {
    return new ApproverKey(person, key.key(), key.passkey(), key.registeredAt(), key.holdsFrom());
  }

  static ApproverKey holdingFrom(ApproverKey key, Instant from) {
    return new ApproverKey(
        key.person(), key.key(), key.passkey(), key.registeredAt(), Optional.of(from));
  }

  static ApproverKeys each(ApproverKeys keys, UnaryOperator<ApproverKey> change) {
    return ApproverKeys.of(keys.byId().values().stream().map(change).toList());
  }

  static AccessRequest remembering(AccessRequest state, UnaryOperator<Trail> change) {
    return switch (state) {
      case Unopened none -> none;
      case Evaluated evaluated ->
          new Evaluated(
              evaluated.opening(), evaluated.approvals(), change.apply(evaluated.trail()));
      case Passed passed -> new Passed(passed.opening(), change.apply(passed.trail()));
      case Pending pending ->
          new Pending(
              pending.opening(),
              pending.terms(),
              pending.termsVersion(),
              pending.approvals(),
              pending.dialogue(),
              pending.review(),
              change.apply(pending.trail()));
      case Scheduled scheduled ->
          new Scheduled(
              scheduled.opening(),
              scheduled.terms(),
              scheduled.startsAt(),
              scheduled.accessUntil(),
              change.apply(scheduled.trail()));
      case Granted granted ->
          new Granted(
              granted.opening(),
              granted.terms(),
              granted.accessUntil(),
              change.apply(granted.trail()));
      case Closed closed ->
          new Closed(
              closed.outcome(),
              closed.opened(),
              closed.closedAt(),
              closed.accessUntil(),
              closed.narrowed(),
              closed.lookback(),
              change.apply(closed.trail()));
      case Closing closing ->
          new Closing(
              (Closed) remembering(closing.end(), change), closing.due(), closing.isOverdue());
      case Faulted faulted ->
          new Faulted(faulted.opened(), faulted.faultedAt(), change.apply(faulted.trail()));
    };
  }

  /** Under no conditions, but that it may be for one use. */
  static Granted unconditional(Granted granted) {
    var old = granted.terms();
    var isSingleUse = old.conditions().isSingleUse();
    var free = new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), isSingleUse);
    return new Granted(
        granted.opening(),
        new Terms(old.actions(), old.resources(), old.accessFor(), free),
        granted.accessUntil(),
        granted.closing(),
        granted.lookback(),
        granted.trail());
  }

  /** As if nobody had asked for no more than one use. */
  static Granted forManyUses(Granted granted) {
    var old = granted.opening();
    return new Granted(
        new Opening(
            old.asked(),
            old.accessFor(),
            old.approvers(),
            old.openedAt(),
            old.decideBy(),
            old.evaluation().map(Altered::forManyUses),
            old.internalApprovals(),
            old.isPractice()),
        granted.terms(),
        granted.accessUntil(),
        granted.closing(),
        granted.lookback(),
        granted.trail());
  }

  private static Evaluation forManyUses(Evaluation found) {
    var said = found.details();
    return new Evaluation(
        new Details(
            said.purpose(),
            said.dataAccess(),
            said.reasonCode(),
            said.severity(),
            said.alternativesTried(),
            said.level(),
            said.requester(),
            said.ticket(),
            said.tags(),
            said.previous(),
            said.startAt(),
            false,
            said.arguments()),
        found.facts(),
        found.checks(),
        found.outcome());
  }

  static Set<PersonId> union(Set<PersonId> some, Set<PersonId> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Pending waiting(Pending pending, Opening opening) {
    return new Pending(
        opening,
        pending.terms(),
        pending.termsVersion(),
        pending.approvals(),
        pending.dialogue(),
        pending.review(),
        pending.trail());
  }

  private static Pending waiting(Opening opening, Trail trail) {
    return new Pending(
        opening,
        opening.terms(),
        0,
        Approvals.ofAnyOneOf(opening.approvers()),
        Dialogue.NONE,
        Review.NONE,
        trail);
  }
}
