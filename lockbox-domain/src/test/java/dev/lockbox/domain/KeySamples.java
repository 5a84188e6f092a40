package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Commands.approve;

import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.signature.Assertion;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Passkey;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.RelyingParty;
import dev.lockbox.domain.signature.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Keys and signatures as they travel and are kept; nobody signed anything with them. */
public final class KeySamples {
  /** Source: SEC 2, the base point of P-256. */
  private static final VerifyingKey OF_PASSKEY =
      key(
          KeyKind.PASSKEY,
          "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
              + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
              + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

  /** Source: RFC 8032, test 1. */
  private static final VerifyingKey OF_AUTOMATION =
      key(
          KeyKind.ED25519,
          "302a300506032b6570032100"
              + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

  private static final Passkey PASSKEY =
      new Passkey(
          new RelyingParty("lockbox.example", "https://portal.lockbox.example"),
          text("a credential of Anna's"));

  private static final Proof ASSERTED =
      new Proof(
          OF_PASSKEY.id(),
          text("signed by an authenticator"),
          Optional.of(
              new Assertion(
                  text("for lockbox.example, of somebody who is known"),
                  text("{\"type\":\"webauthn.get\"}"))));

  private static final Proof SIGNED =
      new Proof(OF_AUTOMATION.id(), text("signed by a program"), Optional.empty());

  private static final RegisterApproverKey REGISTER =
      new RegisterApproverKey(
          CONTOSO, attempt(ANNA, "a-key"), OF_PASSKEY, Optional.of(PASSKEY), ASSERTED);

  private static final RegisterApproverKey REGISTER_FOR_AUTOMATION =
      new RegisterApproverKey(
          CONTOSO, attempt(BEN, "a-key"), OF_AUTOMATION, Optional.empty(), SIGNED);

  private static final ConfirmApproverKey CONFIRM =
      new ConfirmApproverKey(CONTOSO, attempt(CARLA, "it-is-theirs"), OF_PASSKEY.id());

  private static final WithdrawApproverKey WITHDRAW =
      new WithdrawApproverKey(CONTOSO, attempt(ANNA, "it-is-lost"), OF_PASSKEY.id());

  /** One that holds, and one that nobody has agreed to. */
  public static final ApproverKeys KEYS =
      ApproverKeys.of(
          List.of(
              new ApproverKey(
                  ANNA,
                  OF_PASSKEY,
                  Optional.of(PASSKEY),
                  MORNING,
                  Optional.of(MORNING.plus(Duration.ofDays(1)))),
              new ApproverKey(BEN, OF_AUTOMATION, Optional.empty(), MORNING, Optional.empty())));

  private KeySamples() {}

  static List<Command> commands() {
    return List.of(REGISTER, CONFIRM, WITHDRAW);
  }

  static List<Command> sparseCommands() {
    return List.of(
        REGISTER_FOR_AUTOMATION,
        yes("signed").because(REASON).signed(yes -> ASSERTED).build(5),
        yes("signed-for-less").onlyFor(Duration.ofHours(1)).signed(yes -> SIGNED).build(5),
        yes("signed-if").under(Samples.CONDITIONS).signed(yes -> SIGNED).build(5));
  }

  private static Commands.Approve yes(String id) {
    return approve().as(id);
  }

  static List<Event> events() {
    return List.of(
        new ApproverKeyRegistered(
            CONTOSO, MORNING, provenance(REGISTER), OF_PASSKEY, Optional.of(PASSKEY)),
        new ApproverKeyConfirmed(
            CONTOSO,
            MORNING.plusSeconds(60),
            provenance(CONFIRM),
            OF_PASSKEY.id(),
            MORNING.plus(Duration.ofDays(1))),
        new ApproverKeyWithdrawn(
            CONTOSO, MORNING.plus(Duration.ofDays(2)), provenance(WITHDRAW), OF_PASSKEY.id()),
        signed(ASSERTED));
  }

  static List<Event> sparseEvents() {
    return List.of(
        new ApproverKeyRegistered(
            CONTOSO, MORNING, provenance(REGISTER_FOR_AUTOMATION), OF_AUTOMATION, Optional.empty()),
        signed(SIGNED));
  }

  private static Event signed(Proof proof) {
    return Events.signed(
            approve().as("signed").signed(yes -> proof), Payload.of(List.of("what was signed")))
        .build(1, MORNING.plusSeconds(3600));
  }

  private static VerifyingKey key(KeyKind kind, String hex) {
    return new VerifyingKey(kind, Octets.of(HexFormat.of().parseHex(hex)));
  }

  private static Octets text(String text) {
    return Octets.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Attempt attempt(PersonId person, String id) {
    return new Attempt(person, new DecisionId(id));
  }

  private static Provenance provenance(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
