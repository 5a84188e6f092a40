package dev.lockbox.api.signin;

import dev.lockbox.api.security.OidcSettings;
import dev.lockbox.api.security.Role;
import dev.lockbox.api.security.Unsaid;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An issuer at which people sign in, {@code lockbox.signin.issuers.NAME}.
 *
 * @param name in our addresses; small letters, digits and dashes, at most 32
 * @param title for people; the name where none is set
 * @param issuer as its tokens have it, compared to the letter; https, or http on loopback
 * @param clientId what it knows us as
 * @param clientSecretFile the secret that goes with it, readable by its owner alone; empty for a
 *     public client, whose codes are bound to the browser's cookie (PKCE) all the same
 * @param jwksUri where its keys are; empty: as its discovery document says
 * @param algorithms that its signatures may have
 * @param scopes asked for; {@code openid} among them
 * @param tenants customers that it speaks for where the log names no issuer for them; null: all
 *     that no other issuer lists. Of one that lists a single one, a token need not say it
 * @param rolesFromLog whether a token need not say what its user may be, since the log does
 */
@EachProperty("lockbox.signin.issuers")
record IssuerSettings(
    @Parameter String name,
    Optional<String> title,
    String issuer,
    String clientId,
    Optional<String> clientSecretFile,
    Optional<URI> jwksUri,
    @Bindable(defaultValue = "RS256,ES256") List<String> algorithms,
    @Bindable(defaultValue = "openid,profile") List<String> scopes,
    @Nullable List<String> tenants,
    @Bindable(defaultValue = "false") boolean rolesFromLog) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  IssuerSettings {
    Require.that(
        NAME.matcher(name).matches(), "lockbox.signin.issuers.%s is no name of an issuer", name);
    Require.that(
        scopes.contains("openid"), "lockbox.signin.issuers.%s.scopes must have openid", name);
    algorithms = List.copyOf(algorithms);
    scopes = List.copyOf(scopes);
    tenants = tenants == null ? null : List.copyOf(tenants);
  }

  String shown() {
    return title.orElse(name);
  }

  Optional<Path> secret() {
    return clientSecretFile.map(Path::of);
  }

  /** Empty where it lists none. Throws {@link IllegalArgumentException} when one is no id. */
  Optional<Set<TenantId>> listed() {
    return Optional.ofNullable(tenants)
        .map(ids -> ids.stream().map(TenantId::new).collect(Collectors.toUnmodifiableSet()));
  }

  /** What holds where its tokens do not say it. */
  Unsaid unsaid() {
    var one = listed().filter(all -> all.size() == 1).flatMap(all -> all.stream().findFirst());
    return new Unsaid(
        one, rolesFromLog ? EnumSet.complementOf(EnumSet.of(Role.GATEWAY)) : Set.of());
  }

  /** How its ID tokens are checked: like access tokens that are for our client id. */
  OidcSettings tokens() {
    return new OidcSettings(
        issuer,
        clientId,
        jwksUri,
        algorithms,
        Duration.ofSeconds(60),
        Duration.ofDays(1), // of access tokens, which these are not
        Duration.ofMinutes(5),
        Duration.ofSeconds(10),
        Duration.ZERO);
  }
}
