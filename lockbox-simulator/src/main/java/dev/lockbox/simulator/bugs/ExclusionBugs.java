package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.exclusion.ExclusionDecider.decide;

import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.exclusion.ExclusionDecider;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.ExclusionRulebook;
import dev.lockbox.simulator.variant.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What goes wrong about accesses that no approval covers. */
final class ExclusionBugs {
  private ExclusionBugs() {}

  static List<Bug> all() {
    return List.of(
        bug(
            "one-person-breaks-the-glass",
            "whoever asks to break the glass confirms it too",
            confirming((proposedBy, engineer, who) -> !who.equals(engineer))),
        bug(
            "who-goes-in-confirms",
            "whoever goes in may be the second person",
            confirming((proposedBy, engineer, who) -> !who.equals(proposedBy))),
        bug(
            "glass-breaks-at-once",
            "an emergency waits for no second person",
            breaksTheGlassAtOnce()),
        bug(
            "lapsed-is-confirmed",
            "a second person who comes too late still is one",
            confirmsWithoutEnd()),
        bug(
            "strangers-acknowledge",
            "anybody takes note in the customer's place",
            letsStrangersAcknowledge()),
        bug(
            "frozen-keeps-bad-news",
            "nothing is reported while grants are frozen or the clock is suspect",
            keepsBadNewsBack()));
  }

  private static Bug bug(String name, String description, ExclusionRulebook broken) {
    return new Bug(name, description, Variant.decidingOnExclusions(broken));
  }

  /** Who may be the second person. */
  private interface Second {
    boolean mayConfirm(PersonId proposedBy, PersonId engineer, PersonId who);
  }

  private static ExclusionRulebook confirming(Second second) {
    return (state, command, members, at) ->
        command instanceof ConfirmBreakGlass confirm
                && decide(state, command, members, at) instanceof Refused<ExclusionEvent> no
                && no.refusal() == Refusal.SECOND_PERSON_NEEDED
                && !at.isSurelyPast(state.deadline().orElseThrow())
                && second.mayConfirm(
                    state.proposedBy().orElseThrow(),
                    state.report().orElseThrow().engineer(),
                    confirm.by().actor())
            ? invoked(state, confirm, at)
            : decide(state, command, members, at);
  }

  private static Decision<ExclusionEvent> invoked(
      Exclusion state, ConfirmBreakGlass confirm, Moment at) {
    return accept(
        new ExclusionInvoked(
            confirm.exclusion(),
            at.appended(),
            new Provenance(confirm.by(), confirm.content()),
            state.proposedBy(),
            state.report().orElseThrow(),
            at.appended().plus(ExclusionDecider.ACKNOWLEDGE_WITHIN)));
  }

  private static ExclusionRulebook breaksTheGlassAtOnce() {
    return (state, command, members, at) ->
        decide(state, command, members, at) instanceof Accepted<ExclusionEvent> yes
                && yes.events().getFirst() instanceof BreakGlassProposed proposed
            ? accept(
                new ExclusionInvoked(
                    proposed.exclusion(),
                    proposed.at(),
                    proposed.by(),
                    Optional.of(proposed.by().actor()),
                    proposed.report(),
                    proposed.at().plus(ExclusionDecider.ACKNOWLEDGE_WITHIN)))
            : decide(state, command, members, at);
  }

  private static ExclusionRulebook confirmsWithoutEnd() {
    return (state, command, members, at) ->
        command instanceof ConfirmBreakGlass confirm
                && state.stage() == Exclusion.Stage.PROPOSED
                && decide(state, command, members, at) instanceof Refused<ExclusionEvent> no
                && no.refusal() == Refusal.TOO_LATE
            ? invoked(state, confirm, at)
            : decide(state, command, members, at);
  }

  private static ExclusionRulebook letsStrangersAcknowledge() {
    return (state, command, members, at) ->
        command instanceof AcknowledgeExclusion note
            ? decide(state, command, members.map(one -> with(one, note.by().actor())), at)
            : decide(state, command, members, at);
  }

  private static Membership with(Membership members, PersonId one) {
    var approvers = new HashSet<>(members.approvers());
    approvers.add(Member.of(one.value(), one + "@customer.example"));
    return new Membership(members.plan(), approvers, members.admins(), members.auditors());
  }

  private static ExclusionRulebook keepsBadNewsBack() {
    return (state, command, members, at) ->
        command instanceof ReportExclusion && (at.frozen() || at.suspect())
            ? refuse(Refusal.GRANTS_FROZEN, "grants are frozen")
            : decide(state, command, members, at);
  }
}
