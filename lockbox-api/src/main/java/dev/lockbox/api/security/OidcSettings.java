package dev.lockbox.api.security;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whose tokens are taken.
 *
 * @param issuer of the tokens, compared to the letter; https, or http on loopback
 * @param audience that a token must name: this API
 * @param jwksUri where the issuer's keys are; empty: as its discovery document says
 * @param algorithms that a signature may have: RS256, ES256, EdDSA
 * @param leeway for the difference between the issuer's clock and ours; at most a minute
 * @param lifetimeMax how long after its issue an access token may last; 1 min to 1 day
 * @param keysCachedFor after which the keys are fetched anew, so that a removed one is refused; 1 s
 *     to 5 min
 * @param keysFetchedEvery the least time between two fetches, whatever kids are asked for; 0 to 5
 *     min
 * @param keysKeptInOutage for how long keys that could not be fetched anew still count; 0 to 24 h
 */
@ConfigurationProperties("lockbox.oidc")
public record OidcSettings(
    String issuer,
    String audience,
    Optional<URI> jwksUri,
    @Bindable(defaultValue = "RS256,ES256") List<String> algorithms,
    @Bindable(defaultValue = "PT60S") Duration leeway,
    @Bindable(defaultValue = "PT8H") Duration lifetimeMax,
    @Bindable(defaultValue = "PT5M") Duration keysCachedFor,
    @Bindable(defaultValue = "PT10S") Duration keysFetchedEvery,
    @Bindable(defaultValue = "PT1H") Duration keysKeptInOutage) {
  public OidcSettings {
    // Keys decide who is believed, so they never travel unprotected.
    Require.safe("lockbox.oidc.issuer", URI.create(issuer));
    jwksUri.ifPresent(uri -> Require.safe("lockbox.oidc.jwks-uri", uri));
    Require.that(!audience.isBlank(), "lockbox.oidc.audience must name this API");
    Require.that(!algorithms.isEmpty(), "lockbox.oidc.algorithms must name at least one");
    algorithms = List.copyOf(algorithms);
    algorithms.forEach(Algorithm::named);
    Require.within("lockbox.oidc.leeway", leeway, Duration.ZERO, Duration.ofMinutes(1));
    Require.within(
        "lockbox.oidc.lifetime-max", lifetimeMax, Duration.ofMinutes(1), Duration.ofDays(1));
    Require.within(
        "lockbox.oidc.keys-cached-for",
        keysCachedFor,
        Duration.ofSeconds(1),
        Duration.ofMinutes(5));
    Require.within(
        "lockbox.oidc.keys-fetched-every", keysFetchedEvery, Duration.ZERO, Duration.ofMinutes(5));
    Require.within(
        "lockbox.oidc.keys-kept-in-outage", keysKeptInOutage, Duration.ZERO, Duration.ofHours(24));
  }
}
