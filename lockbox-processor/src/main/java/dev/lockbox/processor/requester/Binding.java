package dev.lockbox.processor.requester;

/** To what a token that an engineer's service shows is bound, besides engineer and time. */
public enum Binding {
  /** To nothing: for as long as it is young enough it is their word on whatever they ask. */
  NONE,
  /**
   * To the one record that it came with: {@code nonce} is that record's digest. Of all claims it is
   * the one that whoever asks an OpenID issuer for a token chooses, and that every issuer must put
   * into it unchanged (OpenID Connect Core 1.0, 2 and 3.1.2.1).
   */
  NONCE
}
