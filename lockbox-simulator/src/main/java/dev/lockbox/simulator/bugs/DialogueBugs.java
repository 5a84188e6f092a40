package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.Reply;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.dialogue.Offer;
import dev.lockbox.domain.dialogue.Question;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.simulator.variant.Rulebook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong where something said is taken for more than that. */
final class DialogueBugs {
  private DialogueBugs() {}

  static List<Bug> all() {
    return List.of(
        rules(
            "accepting-an-offer-grants",
            "an offer that the engineer accepts needs nobody's yes any more",
            grantsWhatIsAccepted()),
        rules(
            "accepted-offer-forgotten",
            "a yes grants what was asked for, though the engineer was content with less",
            BrokenRules.seeing(Approve.class, DialogueBugs::withoutWhatWasAccepted)),
        rules(
            "offered-is-settled",
            "a yes grants no more than an offer that nobody has accepted",
            BrokenRules.seeing(Approve.class, DialogueBugs::asOffered)),
        rules("offers-of-more", "more can be offered than was asked for", offersMore()),
        rules(
            "offers-outlive-themselves",
            "whichever offer is accepted, the one that stands is taken for it",
            takesAnyOfferForTheOneThatStands()),
        rules(
            "asking-entitles",
            "whoever has asked a question may approve",
            letsWhoeverAskedApprove()),
        rules(
            "questions-move-the-deadline",
            "a question gives a request an hour more, though the tenant lets it do no such thing",
            BrokenRules.seeing(Approve.class, DialogueBugs::later)),
        rules(
            "questions-make-stale",
            "whoever read a request before a question was asked has not read it",
            BrokenRules.seeing(Approve.class, DialogueBugs::stale)),
        rules(
            "anybody-replies",
            "answers and acceptances are taken in any engineer's name",
            takesAnybodysReply()));
  }

  private static Rulebook grantsWhatIsAccepted() {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, at) instanceof Accepted<RequestEvent> yes
                && yes.events().getLast() instanceof OfferAccepted accepted
            ? accept(
                accepted,
                new RequestApproved(
                    accepted.request(),
                    accepted.at(),
                    accepted.by(),
                    Optional.empty(),
                    accepted.at().plus(accepted.terms().accessFor())))
            : decide(state, command, rules, asking, at);
  }

  private static AccessRequest withoutWhatWasAccepted(AccessRequest state) {
    return state instanceof Pending pending && pending.dialogue().offered() > 0
        ? Altered.asAsked(state)
        : state;
  }

  private static AccessRequest asOffered(AccessRequest state) {
    return state instanceof Pending pending
        ? seen(
            pending,
            pending.dialogue().offer().map(Offer::terms).orElse(pending.terms()),
            pending.termsVersion(),
            pending.dialogue())
        : state;
  }

  private static Pending seen(Pending pending, Terms terms, long termsVersion, Dialogue dialogue) {
    return new Pending(
        pending.opening(),
        terms,
        termsVersion,
        pending.approvals(),
        dialogue,
        pending.review(),
        pending.trail());
  }

  private static Rulebook offersMore() {
    return (state, command, rules, asking, at) ->
        command instanceof CounterOffer offer
                && state instanceof Pending pending
                && decide(state, command, rules, asking, at) instanceof Refused<RequestEvent> no
                && no.refusal() == Refusal.WIDER_THAN_ASKED
            ? accept(
                new CounterOffered(
                    offer.request(),
                    at.appended(),
                    by(offer),
                    offer.narrowing().of(pending.terms()),
                    offer.reason()))
            : decide(state, command, rules, asking, at);
  }

  private static Rulebook takesAnyOfferForTheOneThatStands() {
    return (state, command, rules, asking, at) ->
        command instanceof AcceptOffer accept
                && state instanceof Pending pending
                && decide(state, command, rules, asking, at) instanceof Refused<RequestEvent> no
                && no.refusal() == Refusal.NO_SUCH_OFFER
            ? pending
                .dialogue()
                .offer()
                .map(
                    offer ->
                        Decision.<RequestEvent>accept(
                            new OfferAccepted(
                                accept.request(),
                                at.appended(),
                                by(accept),
                                offer.version(),
                                offer.terms())))
                .orElse(no)
            : decide(state, command, rules, asking, at);
  }

  private static Rulebook letsWhoeverAskedApprove() {
    return (state, command, rules, asking, at) ->
        command instanceof Approve approve
                && state instanceof Pending pending
                && hasAsked(pending.dialogue(), approve.by().actor())
            ? decide(
                Altered.approved(state, needed -> naming(needed, approve.by().actor())),
                command,
                rules,
                asking,
                at)
            : decide(state, command, rules, asking, at);
  }

  private static boolean hasAsked(Dialogue dialogue, PersonId person) {
    return dialogue.questions().stream()
        .map(Question::words)
        .anyMatch(words -> words.subject().equals(person));
  }

  private static Approvals naming(Approvals needed, PersonId person) {
    return new Approvals(
        needed.stages().stream()
            .map(
                stage ->
                    new Stage(
                        stage.group(),
                        Altered.union(stage.approvers(), Set.of(person)),
                        stage.quorum()))
            .toList(),
        needed.mode(),
        needed.given());
  }

  private static AccessRequest later(AccessRequest state) {
    return state instanceof Pending pending && !pending.dialogue().questions().isEmpty()
        ? seen(
            pending,
            pending.terms(),
            pending.termsVersion(),
            pending.dialogue().resumed(pending.decideBy().plus(Duration.ofHours(1))))
        : state;
  }

  private static AccessRequest stale(AccessRequest state) {
    return state instanceof Pending pending && !pending.dialogue().questions().isEmpty()
        ? seen(
            pending,
            pending.terms(),
            Math.max(pending.termsVersion(), pending.dialogue().questions().getLast().version()),
            pending.dialogue())
        : state;
  }

  private static Rulebook takesAnybodysReply() {
    return (state, command, rules, asking, at) ->
        command instanceof Reply reply && state instanceof Pending pending
            ? decide(Altered.askedBy(pending, reply.engineer()), command, rules, asking, at)
            : decide(state, command, rules, asking, at);
  }

  private static Provenance by(DialogueCommand said) {
    return new Provenance(said.by(), said.content());
  }
}
