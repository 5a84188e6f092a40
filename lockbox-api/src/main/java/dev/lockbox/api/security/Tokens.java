package dev.lockbox.api.security;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.service.Require;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes an access token (RFC 9068), or does not. Each is of the issuer that it names, to the
 * letter, and is checked as that issuer's alone: by its keys, its algorithms and its audience.
 */
@Singleton
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");

  private final Of main;
  private final Optional<TenantId> provider;
  private final Map<String, Of> others = new HashMap<>();

  /** One issuer's. */
  private record Of(String issuer, SignedTokens signed, Claims claims) {}

  @Inject
  Tokens(
      OidcSettings settings,
      SignedTokens signed,
      Claims claims,
      List<TokenIssuerSettings> others,
      ProviderSettings provider,
      InstantSource clock) {
    this.main = new Of(settings.issuer(), signed, claims);
    this.provider = provider.tenant();
    for (var other : others) {
      var own = other.tokens();
      var keys = new IssuerKeys(own, new HttpKeyFetch(own), clock);
      var of = new Of(own.issuer(), new SignedTokens(own, keys), new Claims(own, clock));
      Require.that(
          !of.issuer.equals(main.issuer) && this.others.put(of.issuer, of) == null,
          "lockbox.oidc.issuers.%s is an issuer that is set already: %s",
          other.name(),
          of.issuer);
    }
  }

  /** Says at the start whose tokens are taken for customers that name them. */
  public void announce() {
    others.keySet().stream()
        .sorted()
        .forEach(issuer -> LOG.info("Customers that name it may call with tokens of {}", issuer));
  }

  /**
   * Who is calling, by this token. Whether its issuer speaks for their customer is for {@link
   * Speakers} to say.
   */
  Caller verify(String token) throws InvalidToken, KeysUnavailable {
    var of = of(token);
    return caller(of, of.signed.open(token, TYPES));
  }

  /**
   * Who is calling, where that can be told without waiting for the issuer; empty where {@link
   * #verify} must be asked.
   */
  Optional<Caller> recognise(String token) throws InvalidToken {
    var of = of(token);
    var signed = of.signed.recognise(token, TYPES);
    return signed.isPresent() ? Optional.of(caller(of, signed.get())) : Optional.empty();
  }

  private Of of(String token) throws InvalidToken {
    if (others.isEmpty()) {
      return main;
    }
    var issuer = SignedTokens.issuerNamedIn(token);
    if (issuer.equals(main.issuer)) {
      return main;
    }
    var other = others.get(issuer);
    if (other == null) {
      throw new InvalidToken("claim iss is missing or wrong");
    }
    return other;
  }

  private Caller caller(Of of, SignedTokens.Signed signed) throws InvalidToken {
    of.claims.checkLifetime(signed.claims());
    var caller = of.claims.caller(signed.claims(), Unsaid.NOTHING);
    if (of == main) {
      return caller.takenUnnamed(true);
    }
    // The provider's own people and gateways are its own issuer's, whatever a log says.
    Claims.check("tenant", !provider.equals(Optional.of(caller.tenant())));
    return caller;
  }
}
