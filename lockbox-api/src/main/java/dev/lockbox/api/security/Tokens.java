package dev.lockbox.api.security;

import jakarta.inject.Singleton;
import java.util.Set;

/** Believes an access token (RFC 9068), or does not. */
@Singleton
final class Tokens {
  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");

  private final SignedTokens signed;
  private final Claims claims;

  Tokens(SignedTokens signed, Claims claims) {
    this.signed = signed;
    this.claims = claims;
  }

  /** Who is calling, by this token. */
  Caller verify(String token) throws InvalidToken, KeysUnavailable {
    return claims.caller(signed.open(token, TYPES).claims(), Unsaid.NOTHING);
  }
}
