package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.people.Keyring;
import dev.lockbox.simulator.people.Signatures;
import dev.lockbox.simulator.people.Signatures.Way;
import dev.lockbox.simulator.variant.Rulebook;
import dev.lockbox.simulator.variant.TenantRulebook;
import dev.lockbox.simulator.variant.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What goes wrong about whose signature is asked for, and which is taken. */
final class SigningBugs {
  private SigningBugs() {}

  static List<Bug> all() {
    return Stream.of(ofYesses(), ofOtherContent(), ofKeys()).flatMap(List::stream).toList();
  }

  /** A signed yes that was refused, and what it met. */
  private record Forged(Approve yes, Proof proof, Pending pending, ApprovalRules rules) {
    /** Whether its key signed this, of these terms. */
    boolean isOf(Approve meant, Terms terms) {
      var digest = RequestDigest.of(meant.request(), pending.opening(), terms);
      var payload = DecisionPayload.of(meant, digest, proof.key());
      return key().filter(one -> one.signed(payload, proof)).isPresent();
    }

    boolean isKnown() {
      return rules.keys().find(proof.key()).isPresent();
    }

    /** Also one that is none of the customer's any more. */
    private Optional<ApproverKey> key() {
      return Keyring.find(proof.key())
          .map(
              open ->
                  new ApproverKey(
                      yes.by().actor(), open, Optional.empty(), Instant.EPOCH, Optional.empty()));
    }

    Payload payload() {
      var digest = RequestDigest.of(yes.request(), pending.opening(), pending.terms());
      return DecisionPayload.of(yes, digest, proof.key());
    }
  }

  private static List<Bug> ofYesses() {
    return List.of(
        rules(
            "signatures-not-looked-at",
            "whatever is said to be somebody's signature is taken for one",
            taking(Refusal.SIGNATURE_INVALID, forged -> true)),
        rules(
            "unknown-keys-sign",
            "what a key signed is taken though its customer never heard of it, or has it no more",
            taking(
                Refusal.KEY_UNKNOWN,
                forged ->
                    !forged.isKnown() && forged.isOf(forged.yes(), forged.pending().terms()))),
        rules(
            "keys-hold-before-their-day",
            "a key holds as soon as a second person agreed to it",
            byKeys(
                (keys, yes) ->
                    Altered.each(
                        keys,
                        one -> one.isAgreedTo() ? Altered.holdingFrom(one, Instant.EPOCH) : one))),
        rules(
            "keys-hold-unconfirmed",
            "a key holds though nobody else agreed to it",
            byKeys(
                (keys, yes) ->
                    Altered.each(
                        keys,
                        one ->
                            one.isAgreedTo()
                                ? one
                                : Altered.holdingFrom(one, one.registeredAt())))),
        rules(
            "anybodys-key-will-do",
            "who says yes may sign with another's key",
            byKeys(
                (keys, yes) -> Altered.each(keys, one -> Altered.ofPerson(one, yes.by().actor())))),
        rules(
            "required-is-optional",
            "where everybody must sign, who has no key need not",
            asking(Approve.class, Mode.REQUIRED, Mode.OPTIONAL)),
        rules(
            "optional-is-off",
            "who has a key need not sign",
            asking(Approve.class, Mode.OPTIONAL, Mode.OFF)),
        rules(
            "rules-sign-nothing",
            "where everybody must sign, a rule says yes by itself",
            asking(OpenRequest.class, Mode.REQUIRED, Mode.OFF)),
        rules(
            "a-no-must-be-signed",
            "where everybody must sign, a no is refused that nobody signed",
            SigningBugs::askingForASignedNo));
  }

  private static List<Bug> ofOtherContent() {
    return List.of(
        made(Way.FOR_LESS_TIME, "time-not-signed", "a yes to less time is taken for one to more"),
        made(
            Way.OF_ANOTHER_REQUEST,
            "request-not-signed",
            "a yes to one request is taken for one to another"),
        made(
            Way.OF_ANOTHER_VERSION,
            "version-not-signed",
            "a yes to one version is taken for one to another"),
        made(
            Way.OF_THE_FIRST_TERMS,
            "terms-not-signed",
            "a yes to what was asked for at first is taken for one to what is left"),
        made(
            Way.UNDER_CONDITIONS,
            "conditions-not-signed",
            "a yes under conditions is taken for one under none"),
        made(
            Way.OF_ANOTHER_ATTEMPT,
            "attempt-not-signed",
            "what was signed once is taken for another attempt"),
        made(
            Way.IN_ANOTHERS_NAME,
            "person-not-signed",
            "what was signed in another's name is taken for who says it"));
  }

  private static List<Bug> ofKeys() {
    return List.of(
        keys(
            "one-agrees-to-their-own-key",
            "who registered a key may agree to it",
            ConfirmApproverKey.class,
            Altered::ofSomebody),
        keys(
            "any-number-of-keys",
            "a person has as many keys as they like",
            RegisterApproverKey.class,
            Altered::ofSomebody),
        deciding(
            "keys-not-shown", "who registers a key need not hold it", SigningBugs::withoutShowing),
        deciding(
            "keys-come-at-any-time",
            "keys are registered and agreed to while the clock is suspect or grants are frozen",
            (state, command, offer, at) ->
                TenantDecider.decide(
                    state,
                    command,
                    offer,
                    command instanceof ApproverKeyCommand ? Moment.at(at.appended()) : at)),
        keys(
            "keys-taken-away-by-admins-only",
            "who holds a key cannot withdraw it",
            WithdrawApproverKey.class,
            Altered::ofSomebody),
        deciding(
            "less-signed-by-one",
            "one administrator alone sets that less is signed",
            (state, command, offer, at) ->
                TenantDecider.decide(
                    command instanceof ChangeSettings ? Altered.unsigned(state) : state,
                    command,
                    offer,
                    at)));
  }

  private static Bug made(Way way, String name, String what) {
    return rules(
        name,
        what,
        taking(
            Refusal.SIGNATURE_INVALID,
            forged ->
                forged.isOf(
                    Signatures.meant(way, forged.yes()),
                    way == Way.OF_THE_FIRST_TERMS
                        ? forged.pending().opening().terms()
                        : forged.pending().terms())));
  }

  /** The decider, that takes some of what is refused for this. */
  private static Rulebook taking(Refusal refusal, Predicate<Forged> isTaken) {
    return (state, command, rules, asking, at) -> {
      var decision = decide(state, command, rules, asking, at);
      if (decision instanceof Refused<RequestEvent> no
          && no.refusal() == refusal
          && command instanceof Approve yes
          && yes.proof().isPresent()
          && state instanceof Pending pending
          && rules.isPresent()) {
        var forged = new Forged(yes, yes.proof().get(), pending, rules.get());
        return isTaken.test(forged)
            ? taken(forged, decide(state, unsigned(yes), signing(rules, Mode.OFF), asking, at), at)
            : decision;
      }
      return decision;
    };
  }

  private static Approve unsigned(Approve yes) {
    return new Approve(yes.request(), yes.by(), yes.reason(), yes.ifVersion(), yes.narrowing());
  }

  /** As what was signed is told. */
  private static Decision<RequestEvent> taken(
      Forged forged, Decision<RequestEvent> decision, Moment at) {
    if (!(decision instanceof Accepted<RequestEvent> accepted)) {
      return decision;
    }
    var yes = forged.yes();
    var events = new ArrayList<RequestEvent>();
    events.add(
        new DecisionSigned(
            yes.request(),
            at.appended(),
            new Provenance(yes.by(), yes.content()),
            forged.payload(),
            forged.proof()));
    events.addAll(accepted.events());
    return new Accepted<>(events);
  }

  private static Rulebook byKeys(BiFunction<ApproverKeys, Approve, ApproverKeys> change) {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            command instanceof Approve yes
                ? rules.map(now -> now.with(change.apply(now.keys(), yes)))
                : rules,
            asking,
            at);
  }

  private static Rulebook asking(Class<? extends RequestCommand> asked, Mode instead, Mode mode) {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            asked.isInstance(command) && isSet(rules, instead) ? signing(rules, mode) : rules,
            asking,
            at);
  }

  private static boolean isSet(Optional<ApprovalRules> rules, Mode mode) {
    return rules.filter(now -> now.settings().policy().signatures().mode() == mode).isPresent();
  }

  private static Optional<ApprovalRules> signing(Optional<ApprovalRules> rules, Mode mode) {
    return rules.map(now -> Altered.withSettings(now, Altered.signing(now.settings(), mode)));
  }

  private static Decision<RequestEvent> askingForASignedNo(
      AccessRequest state,
      RequestCommand command,
      Optional<ApprovalRules> rules,
      Asking asking,
      Moment at) {
    return command instanceof Deny && isSet(rules, Mode.REQUIRED)
        ? refuse(Refusal.SIGNATURE_REQUIRED, "a no that nobody signed")
        : decide(state, command, rules, asking, at);
  }

  private static Decision<TenantEvent> withoutShowing(
      Tenant state, TenantCommand command, Offer offer, Moment at) {
    var decision = TenantDecider.decide(state, command, offer, at);
    return command instanceof RegisterApproverKey register
            && decision instanceof Refused<TenantEvent> no
            && no.refusal() == Refusal.SIGNATURE_INVALID
        ? accept(
            new ApproverKeyRegistered(
                register.tenant(),
                at.appended(),
                new Provenance(register.by(), register.content()),
                register.key(),
                register.passkey()))
        : decision;
  }

  private static Bug keys(
      String name,
      String what,
      Class<? extends ApproverKeyCommand> asked,
      UnaryOperator<ApproverKeys> change) {
    return deciding(
        name,
        what,
        (state, command, offer, at) ->
            TenantDecider.decide(
                asked.isInstance(command) ? Altered.withKeys(state, change) : state,
                command,
                offer,
                at));
  }

  private static Bug deciding(String name, String what, TenantRulebook rules) {
    return new Bug(name, what, Variant.decidingOnTenants(rules));
  }
}
