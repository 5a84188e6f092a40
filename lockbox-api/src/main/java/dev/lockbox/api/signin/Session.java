package dev.lockbox.api.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.Proof;
import dev.lockbox.api.security.Role;
import dev.lockbox.api.security.SignedIn;
import dev.lockbox.api.security.Speaker;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who signed in, as their browser keeps it for us. Times are seconds
 * since 1970.
 *
 * @param id drawn for this session alone
 * @param issuer its name in our settings
 * @param roles as claimed; what they are worth is looked up with every request
 * @param authenticatedAt 0 where the issuer does not say
 * @param usedAt when it was last heard of, to the minute
 */
record Session(
    String id,
    String issuer,
    String person,
    String tenant,
    Set<Role> roles,
    String name,
    long authenticatedAt,
    @Nullable String acr,
    long startedAt,
    long usedAt) {

  static Session of(String id, String issuer, SignedIn who, Instant now) {
    var caller = who.caller();
    return new Session(
        id,
        issuer,
        caller.person().value(),
        caller.tenant().value(),
        caller.roles(),
        who.name(),
        caller.proof().map(Proof::at).orElse(Instant.EPOCH).getEpochSecond(),
        caller.proof().flatMap(Proof::acr).orElse(null),
        now.getEpochSecond(),
        now.getEpochSecond());
  }

  Session usedAt(Instant now) {
    return new Session(
        id,
        issuer,
        person,
        tenant,
        roles,
        name,
        authenticatedAt,
        acr,
        startedAt,
        now.getEpochSecond());
  }

  /** By which it is named where the id must not stand. */
  String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** When no instance takes it any more, whatever is set. */
  Instant endsBy() {
    return started().plus(SigninSettings.LONGEST_MAX);
  }

  Instant started() {
    return Instant.ofEpochSecond(startedAt);
  }

  Instant used() {
    return Instant.ofEpochSecond(usedAt);
  }

  TenantId customer() {
    return new TenantId(tenant);
  }

  /**
   * @param csrf what its forms must carry
   * @param speaker whose word it is that they are who they are
   */
  Visitor visitor(String csrf, Speaker speaker) {
    var proof = new Proof(Instant.ofEpochSecond(authenticatedAt), Optional.ofNullable(acr));
    return new Visitor(
        new Caller(new PersonId(person), customer(), roles, Optional.of(proof), speaker),
        name,
        csrf,
        proof.at(),
        proof.acr());
  }
}
