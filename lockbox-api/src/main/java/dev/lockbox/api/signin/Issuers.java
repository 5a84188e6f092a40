package dev.lockbox.api.signin;

import dev.lockbox.api.security.IdTokens;
import dev.lockbox.api.security.Speaker;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.service.Require;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuers at which people sign in. Each speaks for customers of its own, whatever its tokens
 * say of others': the same id at two issuers may be two people. For which ones, the log says; here
 * stands what holds where it does not.
 */
@Singleton
public final class Issuers {
  private static final Logger LOG = LoggerFactory.getLogger(Issuers.class);

  private final Map<String, OpenIdIssuer> byName = new TreeMap<>();
  private final Map<TenantId, String> listed = new HashMap<>();
  private Optional<String> ofAllOthers = Optional.empty();

  Issuers(
      SigninSettings settings, List<IssuerSettings> issuers, TokenCall http, InstantSource clock) {
    for (var one : issuers) {
      Require.that(
          settings.keyFile().isPresent(), "lockbox.signin.key-file must be set for sign-in");
      var back = URI.create(settings.origin() + SigninController.CALLBACK);
      byName.put(
          one.name(),
          new OpenIdIssuer(one, back, IdTokens.of(one.tokens(), one.unsaid(), clock), http));
      one.listed()
          .ifPresentOrElse(
              tenants -> tenants.forEach(tenant -> list(tenant, one.name())),
              () -> listAllOthers(one.name()));
    }
  }

  private void list(TenantId tenant, String name) {
    var other = listed.put(tenant, name);
    Require.that(
        other == null, "customer %s is listed by two issuers, %s and %s", tenant, other, name);
  }

  private void listAllOthers(String name) {
    Require.that(
        ofAllOthers.isEmpty(), "one issuer may list no tenants, but %s does not either", name);
    ofAllOthers = Optional.of(name);
  }

  /** Says at the start where people sign in, or that nobody does. */
  public void announce() {
    if (byName.isEmpty()) {
      LOG.info("Nobody signs in with a browser: lockbox.signin.issuers is not set");
    }
    byName.values().forEach(one -> LOG.info("People sign in at {}", one.issuer()));
  }

  /** Whether anybody can sign in. */
  public boolean isOpen() {
    return !byName.isEmpty();
  }

  /** The one there is; empty where there is a choice. */
  Optional<OpenIdIssuer> only() {
    return byName.size() == 1 ? byName.values().stream().findFirst() : Optional.empty();
  }

  /** In the order of their titles. */
  Collection<OpenIdIssuer> all() {
    return byName.values().stream().sorted(Comparator.comparing(OpenIdIssuer::title)).toList();
  }

  Optional<OpenIdIssuer> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The issuer of this name, as it speaks for this customer's people where the log names nobody.
   *
   * @throws IllegalArgumentException when there is none
   */
  Speaker speaker(String name, TenantId tenant) {
    var issuer =
        named(name).orElseThrow(() -> new IllegalArgumentException("no issuer is named " + name));
    return new Speaker(issuer.issuer(), isListed(name, tenant));
  }

  private boolean isListed(String name, TenantId tenant) {
    var whose = Optional.ofNullable(listed.get(tenant)).or(() -> ofAllOthers);
    return whose.filter(name::equals).isPresent();
  }
}
