package dev.lockbox.api.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;

/**
 * Believes an ID token of one issuer, given to us as a client of it, or does not (OpenID Connect
 * Core 1.0, 3.1.3.7). What it claims is read as an access token's claims are; an access token
 * itself is refused.
 */
public final class IdTokens {
  /** Most issuers do not say. */
  private static final Set<String> TYPES = Set.of("", "JWT");

  private final SignedTokens signed;
  private final Claims claims;
  private final Unsaid unsaid;
  private final String client;

  private IdTokens(SignedTokens signed, Claims claims, Unsaid unsaid, String client) {
    this.signed = signed;
    this.claims = claims;
    this.unsaid = unsaid;
    this.client = client;
  }

  /**
   * Those of one issuer.
   *
   * @param settings the issuer's; its audience is our client id
   * @param unsaid what holds of its people where a token does not say it
   */
  public static IdTokens of(OidcSettings settings, Unsaid unsaid, InstantSource clock) {
    var keys = new IssuerKeys(settings, new HttpKeyFetch(settings), clock);
    return new IdTokens(
        new SignedTokens(settings, keys), new Claims(settings, clock), unsaid, settings.audience());
  }

  /**
   * Who signed in.
   *
   * @param nonce that was sent to the issuer
   * @param accessToken that came with it
   */
  public SignedIn verify(String token, String nonce, String accessToken)
      throws InvalidToken, KeysUnavailable {
    var opened = signed.open(token, TYPES);
    var said = opened.claims();
    var caller = claims.caller(said, unsaid);
    Claims.check("iat", Claims.instant(said, "iat").isPresent());
    Claims.check("nonce", Claims.text(said, "nonce").equals(nonce));
    checkParty(said);
    checkHash(said, opened.algorithm(), accessToken);
    var name = Claims.optional(said, "name").orElse(caller.person().value());
    return new SignedIn(caller, name);
  }

  /** Where it is for several, or says for whom it was made, that must be us. */
  private void checkParty(JsonNode said) throws InvalidToken {
    var isForSeveral = said.path("aud").isArray() && said.path("aud").size() > 1;
    if (isForSeveral || said.has("azp")) {
      Claims.check("azp", Claims.text(said, "azp").equals(client));
    }
  }

  /** Half a hash of the access token; where it stands, it must be right. */
  private static void checkHash(JsonNode said, Algorithm algorithm, String accessToken)
      throws InvalidToken {
    if (said.has("at_hash")) {
      var whole = sha(algorithm.hash(), accessToken);
      var half = Base64URL.encode(Arrays.copyOf(whole, whole.length / 2)).toString();
      Claims.check("at_hash", Claims.text(said, "at_hash").equals(half));
    }
  }

  private static byte[] sha(String name, String text) {
    try {
      return MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has " + name, missing);
    }
  }
}
