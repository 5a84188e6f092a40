package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Passkey;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.VerifyingKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of the keys by which a tenant's people sign. */
public sealed interface ApproverKeyCommand extends TenantCommand {
  /**
   * Somebody has a key, and says so; the key is of whoever makes the attempt.
   *
   * @param passkey of an authenticator's key; empty for others
   * @param proof that they hold it: what it signed is {@link #payload()}
   */
  record RegisterApproverKey(
      TenantId tenant, Attempt by, VerifyingKey key, Optional<Passkey> passkey, Proof proof)
      implements ApproverKeyCommand {
    public RegisterApproverKey {
      ApproverKey.mustBeOfOneKind(key, passkey);
    }

    /** Another order or choice of parts is another layout. */
    private static final String LAYOUT = "lockbox-key-v1";

    /** What the key must have signed, so that nobody registers what somebody else holds. */
    public Payload payload() {
      return payload(tenant, by, key, passkey);
    }

    /** What there is to sign for who would register this. */
    public static Payload payload(
        TenantId tenant, Attempt by, VerifyingKey key, Optional<Passkey> passkey) {
      var texts = new ArrayList<String>();
      texts.add(LAYOUT);
      texts.add(tenant.value());
      texts.add(by.actor().value());
      texts.add(by.id().value());
      add(texts, key, passkey);
      return Payload.of(texts);
    }

    void addKey(List<String> texts) {
      add(texts, key, passkey);
    }

    private static void add(List<String> texts, VerifyingKey key, Optional<Passkey> passkey) {
      texts.add(key.kind().name());
      texts.add(key.spki().base64Url());
      texts.add(passkey.map(one -> one.relyingParty().id()).orElse(""));
      texts.add(passkey.map(one -> one.relyingParty().origin()).orElse(""));
      texts.add(passkey.map(one -> one.credential().base64Url()).orElse(""));
    }

    /** As it would be registered then. */
    public ApproverKey registeredAt(Instant at) {
      return new ApproverKey(by.actor(), key, passkey, at, Optional.empty());
    }
  }

  /** Another person agrees that the key is whose it is said to be. */
  record ConfirmApproverKey(TenantId tenant, Attempt by, KeyId key) implements ApproverKeyCommand {}

  /** Nothing that the key signs is taken any more, from now on; what was taken stands. */
  record WithdrawApproverKey(TenantId tenant, Attempt by, KeyId key)
      implements ApproverKeyCommand {}
}
