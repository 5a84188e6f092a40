package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.WithoutCustomer;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.simulator.variant.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What goes wrong where the provider's own approvers are asked first. */
final class InsideBugs {
  private static final Duration TICK = Duration.ofMillis(1);
  private static final Duration FOR_EVER = Duration.ofDays(3_650);

  private InsideBugs() {}

  static List<Bug> all() {
    return List.of(
        rules(
            "inside-in-any-order",
            "whoever is asked inside the provider may say yes before their turn",
            takesAnybodysTurn()),
        rules(
            "inside-yes-counts-twice",
            "one yes inside the provider counts twice",
            waiting(state -> approved(state, Altered::byOthers))),
        rules(
            "inside-yes-at-the-deadline",
            "a yes inside the provider is taken at its deadline",
            waiting(
                state ->
                    opened(state, until(state.opening(), state.opening().decideBy().plus(TICK))))),
        rules(
            "once-a-lead-is-a-lead",
            "whoever led when a request came in may say yes to it when they no longer do",
            waiting(state -> opened(state, knowing(state.opening(), InsideBugs::forEver)))),
        rules(
            "customers-approve-inside",
            "an approver of the customer's says yes inside the provider too",
            letsCustomersApproveInside()),
        rules(
            "insiders-approve-for-the-customer",
            "who said yes inside the provider says yes for the customer too",
            BrokenRules.seeing(Approve.class, InsideBugs::withoutInsiders)),
        rules(
            "inside-yes-suffices",
            "what the provider's own approvers said yes to needs no customer any more",
            grantsWhatIsApprovedInside()),
        rules(
            "inside-yes-while-frozen",
            "the customer is asked while grants are frozen",
            (state, command, rules, asking, at) ->
                decide(
                    state,
                    command,
                    rules,
                    asking,
                    command instanceof ApproveInternally ? at.frozen(false) : at)),
        rules(
            "passed-on-by-old-rules",
            "what its customer has ruled out meanwhile is passed on to them",
            passesOnBy(now -> Altered.withSettings(now, Settings.DEFAULTS))),
        rules(
            "inside-no-lost-when-passed-on",
            "a yes inside the provider cannot be taken back once the customer was asked",
            BrokenRules.refusing(DenyInternally.class, Pending.class)),
        rules(
            "inside-no-leaves-the-grant",
            "a no inside the provider does not end access",
            BrokenRules.refusing(DenyInternally.class, Granted.class)));
  }

  private static Rulebook takesAnybodysTurn() {
    return (state, command, rules, asking, at) ->
        command instanceof ApproveInternally yes
                && state instanceof Evaluated evaluated
                && decide(state, command, rules, asking, at) instanceof Refused<RequestEvent> no
                && no.refusal() == Refusal.NOT_AN_APPROVER
                && isNamed(yes.by().actor(), evaluated.approvals())
            ? accept(
                new InternalApprovalGiven(
                    yes.request(),
                    at.appended(),
                    new Provenance(yes.by(), yes.content()),
                    yes.reason(),
                    evaluated.approvals().current()))
            : decide(state, command, rules, asking, at);
  }

  private static boolean isNamed(PersonId person, Approvals approvals) {
    return approvals.stages().stream().anyMatch(stage -> stage.approvers().contains(person));
  }

  /** The decider, shown another state when somebody says yes to what waits inside. */
  private static Rulebook waiting(UnaryOperator<Evaluated> change) {
    return BrokenRules.seeing(
        ApproveInternally.class,
        state -> state instanceof Evaluated evaluated ? change.apply(evaluated) : state);
  }

  private static Evaluated approved(Evaluated state, UnaryOperator<Approvals> change) {
    return new Evaluated(state.opening(), change.apply(state.approvals()), state.trail());
  }

  private static Evaluated opened(Evaluated state, Opening opening) {
    return new Evaluated(opening, state.approvals(), state.trail());
  }

  private static Opening until(Opening old, Instant decideBy) {
    return new Opening(
        old.asked(),
        old.accessFor(),
        old.approvers(),
        old.openedAt(),
        decideBy,
        old.evaluation(),
        old.internalApprovals(),
        old.isPractice());
  }

  private static Opening knowing(Opening old, UnaryOperator<Facts> change) {
    return new Opening(
        old.asked(),
        old.accessFor(),
        old.approvers(),
        old.openedAt(),
        old.decideBy(),
        old.evaluation()
            .map(
                found ->
                    new Evaluation(
                        found.details(),
                        change.apply(found.facts()),
                        found.checks(),
                        found.outcome())),
        old.internalApprovals(),
        old.isPractice());
  }

  private static Facts forEver(Facts known) {
    var people = new TreeMap<GroupId, Map<PersonId, Instant>>();
    known
        .internalApprovers()
        .forEach(
            (kind, until) -> {
              var longer = new TreeMap<>(until);
              longer.replaceAll((person, end) -> end.plus(FOR_EVER));
              people.put(kind, longer);
            });
    return new Facts(
        known.source(),
        known.roles(),
        known.eligibleUntil(),
        known.workScopes(),
        known.manager(),
        people,
        known.previous());
  }

  private static Rulebook letsCustomersApproveInside() {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            command instanceof ApproveInternally yes
                ? rules.map(now -> without(now, yes.by().actor()))
                : rules,
            asking,
            at);
  }

  private static ApprovalRules without(ApprovalRules now, PersonId person) {
    var others = new HashSet<>(now.approvers());
    others.remove(person);
    return Altered.withApprovers(now, others);
  }

  private static AccessRequest withoutInsiders(AccessRequest state) {
    return state instanceof Pending pending
        ? new Pending(
            withoutInsiders(pending.opening()),
            pending.terms(),
            pending.termsVersion(),
            pending.approvals(),
            pending.dialogue(),
            pending.review(),
            pending.trail())
        : state;
  }

  private static Opening withoutInsiders(Opening old) {
    return new Opening(
        old.asked(),
        old.accessFor(),
        old.approvers(),
        old.openedAt(),
        old.decideBy(),
        old.evaluation(),
        List.of(),
        old.isPractice());
  }

  private static Rulebook grantsWhatIsApprovedInside() {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, at) instanceof Accepted<RequestEvent> yes
                && yes.events().getFirst() instanceof InternalApprovalGranted last
                && yes.events().get(1) instanceof RequestOpened opened
            ? new Accepted<>(
                List.of(
                    last,
                    new GrantedWithoutCustomer(
                        opened.request(),
                        opened.at(),
                        opened.by(),
                        opened.asked(),
                        opened.approvers(),
                        WithoutCustomer.NOT_ENROLLED,
                        Conditions.NONE,
                        opened.at().plus(opened.accessFor()))))
            : decide(state, command, rules, asking, at);
  }

  private static Rulebook passesOnBy(UnaryOperator<ApprovalRules> change) {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            command instanceof ApproveInternally ? rules.map(change) : rules,
            asking,
            at);
  }
}
