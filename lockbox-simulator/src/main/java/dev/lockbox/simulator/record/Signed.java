package dev.lockbox.simulator.record;

import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.VerifyingKey;
import java.util.Optional;

/**
 * What a key was put to, as whoever held it took it down at that moment. Nothing else was ever
 * signed; so what a signature says is read here, and in no bytes.
 *
 * @param key that signed, whichever is named beside it later
 * @param payload the bytes, which a history tells again
 */
public record Signed(KeyId key, Payload payload, Octets signature, Content content) {
  /** What the bytes stand for. */
  public sealed interface Content {}

  /**
   * A yes.
   *
   * @param standing the terms that the request was read with; empty where nothing was there to read
   * @param key by which it says that it is signed
   */
  public record Yes(
      RequestId request,
      Optional<Terms> standing,
      DecisionId attempt,
      long version,
      PersonId person,
      KeyId key,
      Optional<Narrowing> narrowing)
      implements Content {}

  /** That a person holds a key. */
  public record Holding(TenantId tenant, PersonId person, DecisionId attempt, VerifyingKey key)
      implements Content {}
}
