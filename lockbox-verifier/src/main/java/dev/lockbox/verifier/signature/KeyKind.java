package dev.lockbox.verifier.signature;

/** Where a key is kept, and so how it signs. Nothing else is taken. */
public enum KeyKind {
  /** In an authenticator, behind a browser: ES256 over what both say of the moment of signing. */
  PASSKEY,
  /** Ed25519 over the payload. Source: RFC 8032, not pre-hashed. */
  ED25519,
  /** ECDSA on P-256 with SHA-256 over the payload. */
  ES256
}
