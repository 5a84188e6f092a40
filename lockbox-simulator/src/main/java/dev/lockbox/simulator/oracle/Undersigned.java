package dev.lockbox.simulator.oracle;

import static dev.lockbox.simulator.oracle.Expected.EFFECT;
import static dev.lockbox.simulator.oracle.Expected.REFUSAL;

import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.simulator.record.Signed;
import java.time.Instant;
import java.util.Optional;

/**
 * Who must sign, and whether they did: from docs/signatures.md. A signature is of what whoever made
 * it noted then, and of nothing else; nothing is computed here.
 */
final class Undersigned {
  private final Story story;
  private final When when;

  Undersigned(Story story, When when) {
    this.story = story;
    this.when = when;
  }

  /** Whether nothing is missing from a yes that counts otherwise. */
  boolean isEnough(Approve yes) {
    return yes.proof().isPresent() ? isHeld(yes) && isSigned(yes) : !isMissing(yes);
  }

  private boolean isMissing(Approve yes) {
    return yes.proof().isEmpty()
        && switch (story.now().signatures().mode()) {
          case OFF -> false;
          case OPTIONAL -> story.keys().hasOne(yes.by().actor(), when.appended());
          case REQUIRED -> true;
        };
  }

  private boolean isHeld(Approve yes) {
    return yes.proof()
        .filter(proof -> story.keys().holds(proof.key(), yes.by().actor(), when.appended()))
        .isPresent();
  }

  private boolean isSigned(Approve yes) {
    return note(yes).isPresent();
  }

  /** What was noted when just this was signed; empty where it never was. */
  private Optional<Signed> note(Approve yes) {
    return yes.proof().flatMap(proof -> note(proof, meant(yes, proof)));
  }

  private Signed.Yes meant(Approve yes, Proof proof) {
    return new Signed.Yes(
        yes.request(),
        Optional.of(story.agreed(yes.request()).terms()),
        yes.by().id(),
        yes.ifVersion(),
        yes.by().actor(),
        proof.key(),
        yes.narrowing());
  }

  private Optional<Signed> note(Proof proof, Signed.Content meant) {
    return story.signed(proof.signature()).stream()
        .filter(one -> one.key().equals(proof.key()))
        .filter(one -> one.content().equals(meant))
        .findFirst();
  }

  /** What is told of a signed yes before the yes. */
  boolean isToldBy(Event event, Approve yes) {
    return event instanceof DecisionSigned told
        && yes.proof().equals(Optional.of(told.proof()))
        && note(yes).filter(one -> one.payload().equals(told.payload())).isPresent();
  }

  Expected answerTo(ApproverKeyCommand command) {
    if (!story.now().isRegistered()) {
      return REFUSAL;
    }
    return switch (command) {
      case RegisterApproverKey register ->
          story.now().isOfTheCustomer(register.by().actor())
                  && !isKnown(register.key().id())
                  && !story.keys().isFullFor(register.by().actor())
                  && isShown(register)
                  && isGrantingTime()
              ? EFFECT
              : REFUSAL;
      case ConfirmApproverKey confirm ->
          isForThemToAgree(story, confirm) && isGrantingTime() ? EFFECT : REFUSAL;
      case WithdrawApproverKey withdraw -> mayWithdraw(withdraw) ? EFFECT : REFUSAL;
    };
  }

  private boolean isGrantingTime() {
    return !when.suspect() && !story.isFrozen();
  }

  private boolean isKnown(KeyId key) {
    return story.keys().holder(key).isPresent();
  }

  /** Whether they signed, with that key, that they hold it. */
  private boolean isShown(RegisterApproverKey register) {
    var by = register.by();
    var meant = new Signed.Holding(register.tenant(), by.actor(), by.id(), register.key());
    return register.proof().key().equals(register.key().id())
        && note(register.proof(), meant).isPresent();
  }

  /** Whether whoever may agree to a key asks that of one that is agreed to. */
  static boolean isNoNews(Story story, ApproverKeyCommand command) {
    return command instanceof ConfirmApproverKey confirm
        && isForThemToAgree(story, confirm)
        && story.keys().isAgreedTo(confirm.key());
  }

  private static boolean isForThemToAgree(Story story, ConfirmApproverKey confirm) {
    var person = confirm.by().actor();
    return story.now().isAdmin(person)
        && story.keys().holder(confirm.key()).filter(holder -> !holder.equals(person)).isPresent();
  }

  private boolean mayWithdraw(WithdrawApproverKey withdraw) {
    var person = withdraw.by().actor();
    return story
        .keys()
        .holder(withdraw.key())
        .filter(holder -> holder.equals(person) || story.now().isAdmin(person))
        .isPresent();
  }

  boolean isToldBy(Event event, ApproverKeyCommand command) {
    return switch (command) {
      case RegisterApproverKey register ->
          event instanceof ApproverKeyRegistered told
              && told.key().equals(register.key())
              && told.passkey().equals(register.passkey());
      case ConfirmApproverKey confirm ->
          event instanceof ApproverKeyConfirmed told
              && told.key().equals(confirm.key())
              && Optional.of(told.holdsFrom()).equals(from(confirm.key()));
      case WithdrawApproverKey withdraw ->
          event instanceof ApproverKeyWithdrawn told && told.key().equals(withdraw.key());
    };
  }

  private Optional<Instant> from(KeyId key) {
    return story.keys().from(key, when, story.now().signatures().keysWait());
  }

  /** Whether whoever asks this would agree to a key of their own. */
  boolean isTheirOwn(ApproverKeyCommand command) {
    return command instanceof ConfirmApproverKey confirm
        && story.keys().holder(confirm.key()).equals(Optional.of(confirm.by().actor()));
  }

  /** Whether the reason is true that was given for refusing this, of those that are of keys. */
  boolean isTrue(Refusal given, Command command) {
    return switch (command) {
      case Approve yes -> isTrue(given, yes);
      case RegisterApproverKey register -> isTrue(given, register);
      case ConfirmApproverKey confirm -> given == Refusal.KEY_UNKNOWN && !isKnown(confirm.key());
      case WithdrawApproverKey withdraw -> given == Refusal.KEY_UNKNOWN && !isKnown(withdraw.key());
      default -> false;
    };
  }

  private boolean isTrue(Refusal given, Approve yes) {
    return switch (given) {
      case SIGNATURE_REQUIRED -> isMissing(yes);
      case SIGNATURE_INVALID -> yes.proof().isPresent() && !isSigned(yes);
      case KEY_UNKNOWN -> yes.proof().isPresent() && !isHeld(yes);
      default -> false;
    };
  }

  private boolean isTrue(Refusal given, RegisterApproverKey register) {
    return switch (given) {
      case SIGNATURE_INVALID -> !isShown(register);
      case KEY_EXISTS -> isKnown(register.key().id());
      case TOO_MANY_KEYS -> story.keys().isFullFor(register.by().actor());
      default -> false;
    };
  }
}
