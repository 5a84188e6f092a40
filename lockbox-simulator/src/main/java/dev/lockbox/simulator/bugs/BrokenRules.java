package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;

import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Deciders with one mistake each, of the kind that has been made before. */
final class BrokenRules {
  private static final Duration TICK = Duration.ofMillis(1);

  private BrokenRules() {}

  /** The decider, shown another state when it is asked this. */
  static Rulebook seeing(
      Class<? extends RequestCommand> asked, UnaryOperator<AccessRequest> state) {
    return (before, command, rules, asking, at) ->
        decide(
            asked.isInstance(command) ? state.apply(before) : before, command, rules, asking, at);
  }

  /** The decider, saying no to this of its own accord. */
  static Rulebook refusing(
      Class<? extends RequestCommand> asked, Class<? extends AccessRequest> in) {
    return (before, command, rules, asking, at) ->
        asked.isInstance(command) && in.isInstance(before)
            ? refuse(Refusal.ALREADY_DECIDED, "nothing to be done")
            : decide(before, command, rules, asking, at);
  }

  /** The decider, with other events. */
  static Rulebook telling(Function<RequestEvent, RequestEvent> changed) {
    return (before, command, rules, asking, at) ->
        decide(before, command, rules, asking, at) instanceof Accepted<RequestEvent> yes
            ? new Accepted<>(yes.events().stream().map(changed).toList())
            : decide(before, command, rules, asking, at);
  }

  static Rulebook approvesAtTheDeadline() {
    return seeing(Approve.class, state -> Altered.later(state, TICK));
  }

  static Rulebook ringsLate() {
    return seeing(EnforceDeadline.class, state -> Altered.later(state, TICK));
  }

  static Rulebook ringsEarly() {
    return seeing(EnforceDeadline.class, state -> Altered.later(state, TICK.negated()));
  }

  static Rulebook approvesWhatIsClosed() {
    return seeing(
        Approve.class, state -> state instanceof Closed ? Altered.reopened(state) : state);
  }

  static Rulebook approvesTwice() {
    return seeing(
        Approve.class, state -> state instanceof Granted ? Altered.reopened(state) : state);
  }

  static Rulebook opensWhatWasClosedBefore() {
    return seeing(
        OpenRequest.class,
        state ->
            state instanceof Closed && state.opened().isEmpty() ? AccessRequest.UNOPENED : state);
  }

  static Rulebook losesADenialAfterTheGrant() {
    return refusing(Deny.class, Granted.class);
  }

  static Rulebook keepsAGrantWhenTheTicketIsResolved() {
    return refusing(ResolveTicket.class, Granted.class);
  }

  static Rulebook forgetsATicketThatCameFirst() {
    return refusing(ResolveTicket.class, Unopened.class);
  }

  static Rulebook losesANoAfterTheDeadline() {
    return (state, command, rules, asking, at) ->
        command instanceof Withdraw && state.deadline().filter(at::isPast).isPresent()
            ? refuse(Refusal.TOO_LATE, "the deadline has passed")
            : decide(state, command, rules, asking, at);
  }

  static Rulebook letsTheEngineerApprove() {
    return approvedBy((who, opening, now) -> who.equals(opening.asked().engineer()));
  }

  static Rulebook forgetsWhoWasNamedAtOpening() {
    return approvedBy(
        (who, opening, now) -> now.contains(who) && !who.equals(opening.asked().engineer()));
  }

  static Rulebook forgetsWhoLeft() {
    return approvedBy((who, opening, now) -> opening.approvers().contains(who));
  }

  /** Whose yes is taken, given what was settled at opening and who approves now. */
  private interface Entitled {
    boolean mayApprove(PersonId who, Opening opening, Set<PersonId> now);
  }

  private static Rulebook approvedBy(Entitled entitled) {
    return (state, command, rules, asking, at) ->
        command instanceof Approve approve
                && state instanceof Pending pending
                && rules.isPresent()
                && !at.isPast(pending.opening().decideBy())
                && entitled.mayApprove(
                    approve.by().actor(), pending.opening(), rules.get().approvers())
            ? accept(granted(approve, pending.opening(), at.appended()))
            : decide(state, command, rules, asking, at);
  }

  private static RequestEvent granted(Approve approve, Opening opening, Instant at) {
    var by = new Provenance(approve.by(), approve.content());
    var until = at.plus(opening.accessFor());
    return new RequestApproved(approve.request(), at, by, approve.reason(), until);
  }

  static Rulebook takesAStrangersNo() {
    return (state, command, rules, asking, at) -> {
      var seen =
          command instanceof Deny deny ? Altered.naming(state, Set.of(deny.by().actor())) : state;
      return decide(seen, command, rules, asking, at);
    };
  }

  static Rulebook letsAnybodyWithdraw() {
    return (state, command, rules, asking, at) ->
        command instanceof Withdraw withdraw && state.opened().isPresent()
            ? decide(state, inTheNameOf(state.opened().get(), withdraw), rules, asking, at)
            : decide(state, command, rules, asking, at);
  }

  private static Withdraw inTheNameOf(Opening opening, Withdraw withdraw) {
    return new Withdraw(withdraw.request(), withdraw.by(), opening.asked().engineer());
  }

  static Rulebook doesNotRecogniseRepeats() {
    return remembering(trail -> new Trail(trail.version(), Map.of()));
  }

  static Rulebook remembersOneAttemptOnly() {
    return remembering(BrokenRules::newest);
  }

  private static Trail newest(Trail trail) {
    var kept = new HashMap<>(trail.accepted());
    kept.values().removeIf(one -> one.version() < trail.version());
    return new Trail(trail.version(), kept);
  }

  private static Rulebook remembering(UnaryOperator<Trail> change) {
    return (state, command, rules, asking, at) ->
        decide(Altered.remembering(state, change), command, rules, asking, at);
  }

  static Rulebook takesAYesToAnyVersion() {
    return seeing(Approve.class, Altered::unchanged);
  }

  static Rulebook countsAYesTwice() {
    return seeing(Approve.class, state -> Altered.approved(state, Altered::byOthers));
  }

  static Rulebook takesOneYesForAll() {
    return seeing(
        Approve.class,
        state ->
            Altered.approved(
                state,
                needed ->
                    Approvals.ofAnyOneOf(state.opened().map(Opening::approvers).orElse(Set.of()))));
  }

  static Rulebook forgetsANarrowing() {
    return seeing(Approve.class, Altered::asAsked);
  }

  static Rulebook grantsAllToANarrowYes() {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command instanceof Approve approve ? whole(approve) : command,
            rules,
            asking,
            at);
  }

  private static Approve whole(Approve yes) {
    return new Approve(yes.request(), yes.by(), yes.reason(), yes.ifVersion(), Optional.empty());
  }

  static Rulebook forgetsWhoChangedTheRules() {
    return under(
        now ->
            new ApprovalRules(
                    now.version(),
                    now.approvers(),
                    Set.of(),
                    now.waiting(),
                    now.limits(),
                    now.settings(),
                    now.deployment())
                .with(now.keys()));
  }

  static Rulebook forgetsTheSettings() {
    return under(now -> Altered.withSettings(now, Settings.DEFAULTS));
  }

  static Rulebook forgetsTheCatalogue() {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, at) instanceof Refused<RequestEvent> no
                && command instanceof OpenRequest open
                && no.refusal() == Refusal.ACTION_NOT_ALLOWED_HERE
                && rules.isPresent()
            ? accept(opened(open, rules.get(), at.appended()))
            : decide(state, command, rules, asking, at);
  }

  private static RequestEvent opened(OpenRequest open, ApprovalRules now, Instant at) {
    return new RequestOpened(
        open.request(),
        at,
        new Provenance(open.by(), open.content()),
        open.asked(),
        open.asked().accessFor().orElse(now.limits().accessFor()),
        now.approversFor(open.asked().engineer(), open.asked().resources()),
        at.plus(now.limits().pendingWindow()));
  }

  /** The decider, told other rules. */
  private static Rulebook under(UnaryOperator<ApprovalRules> change) {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules.map(change), asking, at);
  }

  static Rulebook tellsAnotherTime() {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            rules,
            asking,
            Moment.at(at.appended().truncatedTo(ChronoUnit.SECONDS)));
  }

  static Rulebook grantsAMillisecondMore() {
    return grantingUntil((state, grant) -> grant.accessUntil().plus(TICK));
  }

  static Rulebook startsTheClockAtOpening() {
    return grantingUntil(
        (state, grant) ->
            state
                .opened()
                .map(opening -> opening.openedAt().plus(opening.accessFor()))
                .orElse(grant.accessUntil()));
  }

  static Rulebook countsTheGrantFromTheDeadline() {
    return grantingUntil(
        (state, grant) ->
            state
                .opened()
                .map(opening -> opening.decideBy().plus(opening.accessFor()))
                .orElse(grant.accessUntil()));
  }

  private static Rulebook grantingUntil(BiFunction<AccessRequest, RequestApproved, Instant> until) {
    return (state, command, rules, asking, at) ->
        telling(
                event ->
                    event instanceof RequestApproved grant
                        ? new RequestApproved(
                            grant.request(),
                            grant.at(),
                            grant.by(),
                            grant.reason(),
                            until.apply(state, grant))
                        : event)
            .decide(state, command, rules, asking, at);
  }

  static Rulebook namesTheEngineerToo() {
    return telling(
        event ->
            event instanceof RequestOpened opened
                ? new RequestOpened(
                    opened.request(),
                    opened.at(),
                    opened.by(),
                    opened.asked(),
                    opened.accessFor(),
                    Altered.union(opened.approvers(), Set.of(opened.asked().engineer())),
                    opened.decideBy())
                : event);
  }

  static Rulebook letsNobodyWait() {
    return under(
        now ->
            new ApprovalRules(
                    now.version(),
                    now.approvers(),
                    now.changers(),
                    now.limits(),
                    now.settings(),
                    now.deployment())
                .with(now.keys()));
  }

  static Rulebook letsAnybodyFinish() {
    return (state, command, rules, asking, at) ->
        command instanceof FinishAccess finish && state.opened().isPresent()
            ? decide(
                state,
                new FinishAccess(
                    finish.request(), finish.by(), state.opened().get().asked().engineer()),
                rules,
                asking,
                at)
            : decide(state, command, rules, asking, at);
  }

  static Rulebook keepsAGrantThatIsFinished() {
    return refusing(FinishAccess.class, Granted.class);
  }

  static Rulebook looksIntoNoInnerGroup() {
    return bySettings(
        now ->
            Altered.withGroups(
                now,
                now.groups().stream()
                    .map(group -> new Group(group.id(), group.people(), Set.of()))
                    .toList()));
  }

  static Rulebook followsNoRoute() {
    return bySettings(now -> Altered.withRoutes(now, List.of()));
  }

  static Rulebook countsAYesInAnyStage() {
    return seeing(Approve.class, state -> Altered.approved(state, Altered::inAnyStage));
  }

  static Rulebook letsWhoeverIsInAGroupApprove() {
    return under(
        now -> {
          var all = new HashSet<>(now.approvers());
          now.settings().groups().forEach(group -> all.addAll(group.people()));
          return Altered.withApprovers(now, all);
        });
  }

  static Rulebook mindsTheCaseOfSubscriptions() {
    return bySettings(
        now ->
            now.enrolment().subscriptions().stream().anyMatch(BrokenRules::hasCapitals)
                ? Altered.withEnrolment(now, Enrolment.OFF)
                : now);
  }

  private static boolean hasCapitals(ResourceName name) {
    return name.value().chars().anyMatch(Character::isUpperCase);
  }

  private static Rulebook bySettings(UnaryOperator<Settings> change) {
    return under(now -> Altered.withSettings(now, change.apply(now.settings())));
  }

  static Rulebook trustsASuspectClock() {
    return atAnother(at -> new Moment(at.appended(), at.effective(), false, at.frozen()));
  }

  static Rulebook grantsWhatIsFrozen() {
    return atAnother(at -> at.frozen(false));
  }

  static Rulebook judgesDeadlinesByTheAppendTime() {
    return atAnother(at -> new Moment(at.appended(), at.appended(), at.suspect(), at.frozen()));
  }

  static Rulebook countsAccessFromTheEffectiveTime() {
    return atAnother(at -> new Moment(at.effective(), at.effective(), at.suspect(), at.frozen()));
  }

  private static Rulebook atAnother(UnaryOperator<Moment> moment) {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, moment.apply(at));
  }

  static Rulebook takesNoNoAtASuspectMoment() {
    return (state, command, rules, asking, at) ->
        command instanceof Deny && at.suspect()
            ? refuse(Refusal.CLOCK_SUSPECT, "the clock is suspect")
            : decide(state, command, rules, asking, at);
  }

  static Rulebook takesNoNoWhileFrozen() {
    return (state, command, rules, asking, at) ->
        command instanceof Revoke && at.frozen()
            ? refuse(Refusal.GRANTS_FROZEN, "grants are frozen")
            : decide(state, command, rules, asking, at);
  }

  static Rulebook expiresNothingAtASuspectMoment() {
    return (state, command, rules, asking, at) ->
        command instanceof EnforceDeadline && at.suspect()
            ? refuse(Refusal.NOT_DUE, "the clock is suspect")
            : decide(state, command, rules, asking, at);
  }
}
