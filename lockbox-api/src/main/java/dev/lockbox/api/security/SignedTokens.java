package dev.lockbox.api.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import dev.lockbox.api.json.StrictJson;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Believes that a token is the issuer's, or does not. What a token says of itself is never trusted
 * further than to refuse it: the algorithm must be one of the settings', the type is pinned, the
 * key is the issuer's under the kid named, and nothing is ever fetched from where a token points.
 */
@Singleton
final class SignedTokens {
  /** Longer ones are refused unread. */
  static final int CHARS_MAX = 8 * 1024;

  private static final int PARTS = 3;
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
  private static final Pattern KID = Pattern.compile("[!-~]{1,256}");

  /** Others (jku, x5u, jwk, x5c, crit, b64, zip, …) point somewhere, or change what is meant. */
  private static final Set<String> HEADERS = Set.of("alg", "typ", "kid", "cty", "x5t", "x5t#S256");

  private final Set<Algorithm> algorithms;
  private final IssuerKeys keys;
  private final Signatures signatures;

  /** What an issuer signed, and how. */
  record Signed(Algorithm algorithm, JsonNode claims) {}

  SignedTokens(OidcSettings settings, IssuerKeys keys, Signatures signatures) {
    this.algorithms =
        settings.algorithms().stream()
            .map(Algorithm::named)
            .collect(Collectors.toUnmodifiableSet());
    this.keys = keys;
    this.signatures = signatures;
  }

  /**
   * What the issuer signed.
   *
   * @param types what the token may call itself; the empty text is of one that does not say
   */
  Signed open(String token, Set<String> types) throws InvalidToken, KeysUnavailable {
    if (token.length() > CHARS_MAX || !SHAPE.matcher(token).matches()) {
      throw new InvalidToken("not a signed token of at most %s characters".formatted(CHARS_MAX));
    }
    var parts = token.split("\\.", PARTS);
    for (var part : parts) {
      checkSpelling(part);
    }
    var header = object("header", parts[0]);
    if (!types.contains(header.path("typ").asText())) {
      throw new InvalidToken("the type is none of " + types);
    }
    var algorithm = algorithmOf(header);
    checkSignature(algorithm, key(header, algorithm), parts);
    return new Signed(algorithm, object("claims", parts[1]));
  }

  /** Bits that stand for nothing are zero, so that nothing that was signed is spelled twice. */
  private static void checkSpelling(String part) throws InvalidToken {
    if (!Base64URL.encode(new Base64URL(part).decode()).toString().equals(part)) {
      throw new InvalidToken("a part is not spelled as base64url spells it");
    }
  }

  private Algorithm algorithmOf(JsonNode header) throws InvalidToken {
    for (var names = header.fieldNames(); names.hasNext(); ) {
      if (!HEADERS.contains(names.next())) {
        throw new InvalidToken("a header is not taken");
      }
    }
    var name = header.path("alg").asText();
    return algorithms.stream()
        .filter(one -> one.isNamed(name))
        .findFirst()
        .orElseThrow(() -> new InvalidToken("the algorithm is not taken"));
  }

  private JWK key(JsonNode header, Algorithm algorithm) throws InvalidToken, KeysUnavailable {
    var kid = header.path("kid").asText();
    if (!header.path("kid").isTextual() || !KID.matcher(kid).matches()) {
      throw new InvalidToken("the kid is missing or malformed");
    }
    return keys.find(kid)
        .filter(algorithm::fits)
        .orElseThrow(() -> new InvalidToken("the issuer has no such key"));
  }

  private void checkSignature(Algorithm algorithm, JWK key, String[] parts) throws InvalidToken {
    try {
      if (!signatures.isGood(algorithm, key, parts)) {
        throw new InvalidToken("the signature is not the issuer's");
      }
    } catch (ParseException | JOSEException garbled) {
      throw new InvalidToken("the signature cannot be checked");
    }
  }

  private static JsonNode object(String name, String part) throws InvalidToken {
    try {
      return StrictJson.object(new Base64URL(part).decode());
    } catch (IllegalArgumentException garbled) {
      throw new InvalidToken("the %s are not one JSON object".formatted(name));
    }
  }
}
