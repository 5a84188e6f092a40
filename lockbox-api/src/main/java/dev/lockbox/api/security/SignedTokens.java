package dev.lockbox.api.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.domain.decision.Fingerprint;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Believes that a token is the issuer's, or does not. What a token says of itself is never trusted
 * further than to refuse it: the algorithm must be one of the settings', the type is pinned, the
 * key is the issuer's under the kid named, and nothing is ever fetched from where a token points.
 *
 * <p>People send the same token with every request, and reading it took a third of what a decision
 * cost: so those that were good are remembered. What a token says, and that a key made its
 * signature, never changes; which key the issuer has is looked at each time, and what is made of
 * the claims is not for here. Safe for several threads.
 */
@Singleton
final class SignedTokens {
  /** Longer ones are refused unread. */
  static final int CHARS_MAX = 8 * 1024;

  /** Some thousand bytes each. */
  private static final int REMEMBERED_MAX = 10_000;

  private static final int PARTS = 3;
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
  private static final Pattern KID = Pattern.compile("[!-~]{1,256}");

  /** Others (jku, x5u, jwk, x5c, crit, b64, zip, …) point somewhere, or change what is meant. */
  private static final Set<String> HEADERS = Set.of("alg", "typ", "kid", "cty", "x5t", "x5t#S256");

  private final Set<Algorithm> algorithms;
  private final IssuerKeys keys;
  private final Cache<Fingerprint, Known> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

  /** What an issuer signed, and how. */
  record Signed(Algorithm algorithm, JsonNode claims) {}

  /** What a token says that this key signed; the token itself is not kept. */
  private record Known(String type, String kid, JWK key, Signed signed) {}

  SignedTokens(OidcSettings settings, IssuerKeys keys) {
    this.algorithms =
        settings.algorithms().stream()
            .map(Algorithm::named)
            .collect(Collectors.toUnmodifiableSet());
    this.keys = keys;
  }

  /**
   * What the issuer signed.
   *
   * @param types what the token may call itself; the empty text is of one that does not say
   */
  Signed open(String token, Set<String> types) throws InvalidToken, KeysUnavailable {
    var print = print(token);
    var before = remembered(print, types);
    if (before.isPresent() && isTheIssuers(before.get(), keys.find(before.get().kid))) {
      return before.get().signed;
    }
    var read = read(token, types);
    known.put(print, read);
    return read.signed;
  }

  /**
   * The same of a token that was good before, where that can be told without asking the issuer for
   * its keys; empty where {@link #open} must be asked.
   */
  Optional<Signed> recognise(String token, Set<String> types) throws InvalidToken {
    return remembered(print(token), types)
        .filter(before -> isTheIssuers(before, keys.findFresh(before.kid)))
        .map(Known::signed);
  }

  private static Fingerprint print(String token) throws InvalidToken {
    if (token.length() > CHARS_MAX) {
      throw misshapen();
    }
    return Fingerprint.of(List.of(token));
  }

  private Optional<Known> remembered(Fingerprint print, Set<String> types) {
    return Optional.ofNullable(known.getIfPresent(print))
        .filter(before -> types.contains(before.type));
  }

  private static boolean isTheIssuers(Known before, Optional<JWK> key) {
    return key.filter(before.key::equals).isPresent();
  }

  /**
   * Whose a token says that it is, by which its keys are chosen; nobody has checked that yet.
   *
   * @throws InvalidToken when it does not say, or is no signed token
   */
  static String issuerNamedIn(String token) throws InvalidToken {
    if (token.length() > CHARS_MAX || !SHAPE.matcher(token).matches()) {
      throw misshapen();
    }
    return Claims.text(object("claims", token.split("\\.", PARTS)[1]), "iss");
  }

  private Known read(String token, Set<String> types) throws InvalidToken, KeysUnavailable {
    if (!SHAPE.matcher(token).matches()) {
      throw misshapen();
    }
    var parts = token.split("\\.", PARTS);
    for (var part : parts) {
      checkSpelling(part);
    }
    var header = object("header", parts[0]);
    var type = header.path("typ").asText();
    if (!types.contains(type)) {
      throw new InvalidToken("the type is none of " + types);
    }
    var algorithm = algorithmOf(header);
    var kid = kid(header);
    var key = key(kid, algorithm);
    checkSignature(algorithm, key, parts);
    var signed = new Signed(algorithm, object("claims", parts[1]));
    return new Known(type, kid, key, signed);
  }

  private static InvalidToken misshapen() {
    return new InvalidToken("not a signed token of at most %s characters".formatted(CHARS_MAX));
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

  private static String kid(JsonNode header) throws InvalidToken {
    var kid = header.path("kid").asText();
    if (!header.path("kid").isTextual() || !KID.matcher(kid).matches()) {
      throw new InvalidToken("the kid is missing or malformed");
    }
    return kid;
  }

  private JWK key(String kid, Algorithm algorithm) throws InvalidToken, KeysUnavailable {
    return keys.find(kid)
        .filter(algorithm::fits)
        .orElseThrow(() -> new InvalidToken("the issuer has no such key"));
  }

  private static void checkSignature(Algorithm algorithm, JWK key, String[] parts)
      throws InvalidToken {
    var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    try {
      var header = JWSHeader.parse(new Base64URL(parts[0]));
      if (!algorithm.verifies(key, header, signed, new Base64URL(parts[2]))) {
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
