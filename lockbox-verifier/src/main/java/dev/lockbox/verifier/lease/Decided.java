package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.Texts;

/**
 * What an approver said yes to, in the words that they signed.
 *
 * @param digest of the request as they read it
 * @param person who they are
 * @param key by which they sign
 * @param less to how much of it they said yes
 */
record Decided(GrantId grant, String digest, String person, String key, Covered less) {
  private static final String LAYOUT = "lockbox-decision-v1";

  /** As the lockbox's documentation lists the texts, in signatures.md. */
  static Decided read(byte[] payload) throws Malformed {
    var texts = new Texts(payload);
    texts.expect(LAYOUT);
    var grant = new GrantId(texts.next(), texts.next());
    var digest = texts.next();
    texts.expect("APPROVE");
    texts.next(); // the decision's id: whose it is does not matter here
    texts.next(); // the version that was read: the digest says of what
    return new Decided(grant, digest, texts.next(), texts.next(), Covered.less(texts));
  }

  /** Whether it is this yes to this grant. */
  boolean isOf(GrantId other, SignedYes yes) {
    return grant.equals(other) && person.equals(yes.person()) && key.equals(yes.key());
  }
}
