package dev.lockbox.api.security;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose tokens are taken besides, {@code lockbox.oidc.issuers.NAME}: for customers that the log
 * says it speaks for, and for nobody else; never for the provider itself. But for the name, all is
 * as {@link OidcSettings} has it.
 *
 * @param name small letters, digits and dashes, at most 32
 */
@EachProperty("lockbox.oidc.issuers")
record TokenIssuerSettings(
    @Parameter String name,
    String issuer,
    String audience,
    Optional<URI> jwksUri,
    @Bindable(defaultValue = "RS256,ES256") List<String> algorithms,
    @Bindable(defaultValue = "PT60S") Duration leeway,
    @Bindable(defaultValue = "PT8H") Duration lifetimeMax,
    @Bindable(defaultValue = "PT5M") Duration keysCachedFor,
    @Bindable(defaultValue = "PT10S") Duration keysFetchedEvery,
    @Bindable(defaultValue = "PT1H") Duration keysKeptInOutage) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  TokenIssuerSettings {
    Require.that(
        NAME.matcher(name).matches(), "lockbox.oidc.issuers.%s is no name of an issuer", name);
    algorithms = List.copyOf(algorithms);
  }

  /** How its tokens are checked. */
  OidcSettings tokens() {
    try {
      return new OidcSettings(
          issuer,
          audience,
          jwksUri,
          algorithms,
          leeway,
          lifetimeMax,
          keysCachedFor,
          keysFetchedEvery,
          keysKeptInOutage);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "lockbox.oidc.issuers.%s: %s".formatted(name, wrong.getMessage()), wrong);
    }
  }
}
