package dev.lockbox.api.security;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a token claims, once its signature is known to be the issuer's: for us, by them, now; by
 * whom, for which customer, in which roles. Roles we do not know are passed over.
 */
@Singleton
final class Claims {
  /** Longer texts are not names of anybody, or of a way of proving it; they are cut off. */
  private static final int TEXT_CHARS_MAX = 200;

  private final OidcSettings settings;
  private final InstantSource clock;

  Claims(OidcSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Who they speak of, on the word of an issuer that speaks for whom the log says.
   *
   * @param unsaid what holds where they do not say it
   */
  Caller caller(JsonNode claims, Unsaid unsaid) throws InvalidToken {
    check("iss", text(claims, "iss").equals(settings.issuer()));
    // Bound to a key of whoever may use it (RFC 7800), for whose proof nobody here asks.
    check("cnf", !claims.has("cnf"));
    check("aud", isForUs(claims.path("aud")));
    checkTimes(claims);
    try {
      return new Caller(
          new PersonId(text(claims, "sub")),
          tenant(claims, unsaid),
          claims.has("roles") ? roles(claims.path("roles")) : unsaid.roles(),
          proof(claims),
          new Speaker(settings.issuer(), false));
    } catch (IllegalArgumentException notAnId) {
      throw new InvalidToken("sub or tenant is not an id");
    }
  }

  private static TenantId tenant(JsonNode claims, Unsaid unsaid) throws InvalidToken {
    return claims.has("tenant") || unsaid.tenant().isEmpty()
        ? new TenantId(text(claims, "tenant"))
        : unsaid.tenant().get();
  }

  /** Nobody has proved who they are in time to come; it would stay fresh until then. */
  private Optional<Proof> proof(JsonNode claims) throws InvalidToken {
    var at = instant(claims, "auth_time");
    check("auth_time", at.isEmpty() || !at.get().isAfter(clock.instant().plus(settings.leeway())));
    return at.map(proved -> new Proof(proved, optional(claims, "acr")));
  }

  private void checkTimes(JsonNode claims) throws InvalidToken {
    var now = clock.instant();
    var earliest = now.minus(settings.leeway());
    var latest = now.plus(settings.leeway());
    var exp = instant(claims, "exp");
    check("exp", exp.isPresent() && exp.get().isAfter(earliest));
    var nbf = instant(claims, "nbf");
    check("nbf", nbf.isEmpty() || !nbf.get().isAfter(latest));
    var iat = instant(claims, "iat");
    check("iat", iat.isEmpty() || !iat.get().isAfter(latest));
  }

  /**
   * Whoever left, or was found out, holds what they were given until it ends by itself. An access
   * token says when it was issued (RFC 9068, 2.2).
   */
  void checkLifetime(JsonNode claims) throws InvalidToken {
    var iat = instant(claims, "iat");
    var exp = instant(claims, "exp");
    check("iat", iat.isPresent());
    check(
        "exp",
        exp.isPresent()
            && Duration.between(iat.get(), exp.get()).compareTo(settings.lifetimeMax()) <= 0);
  }

  private boolean isForUs(JsonNode aud) {
    if (!aud.isArray()) {
      return aud.isTextual() && aud.asText().equals(settings.audience());
    }
    for (var one : aud) {
      if (one.isTextual() && one.asText().equals(settings.audience())) {
        return true;
      }
    }
    return false;
  }

  private static Set<Role> roles(JsonNode claim) throws InvalidToken {
    check("roles", claim.isArray());
    var roles = new HashSet<Role>();
    for (var one : claim) {
      check("roles", one.isTextual());
      Role.named(one.asText()).ifPresent(roles::add);
    }
    return roles;
  }

  /** A claim that must be there. */
  static String text(JsonNode claims, String name) throws InvalidToken {
    var claim = claims.path(name);
    check(name, claim.isTextual());
    return claim.asText();
  }

  /** A claim for people, or in words of the issuer's own; empty when it is not there. */
  static Optional<String> optional(JsonNode claims, String name) {
    return Optional.of(claims.path(name).asText())
        .filter(text -> !text.isBlank())
        .map(text -> text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX)));
  }

  /** Whole seconds only; empty when the claim is not there. */
  static Optional<Instant> instant(JsonNode claims, String name) throws InvalidToken {
    var claim = claims.path(name);
    if (claim.isMissingNode()) {
      return Optional.empty();
    }
    check(name, claim.isIntegralNumber() && claim.canConvertToLong());
    var seconds = claim.asLong();
    check(name, seconds >= 0 && seconds <= Instant.MAX.getEpochSecond());
    return Optional.of(Instant.ofEpochSecond(seconds));
  }

  static void check(String claim, boolean holds) throws InvalidToken {
    if (!holds) {
      throw new InvalidToken("claim %s is missing or wrong".formatted(claim));
    }
  }
}
