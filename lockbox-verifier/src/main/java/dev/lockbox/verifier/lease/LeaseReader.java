package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Json;
import dev.lockbox.verifier.jose.Json.Members;
import dev.lockbox.verifier.jose.Jws;
import dev.lockbox.verifier.jose.Malformed;
import java.time.Instant;
import java.util.Set;

/**
 * Reads what is signed. The signature is checked before a word of it is believed; which algorithm
 * and which type there are is settled here, and not by the header.
 */
final class LeaseReader {
  /** {@code typ} of a lease: no token of another kind is one. */
  static final String TYPE = "lockbox-lease+jwt";

  private static final String ALGORITHM = "EdDSA";
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  /** The year 9999; what is later is no time that anybody means. */
  private static final long SECONDS_MAX = 253_402_300_799L;

  private final Trust trust;

  LeaseReader(Trust trust) {
    this.trust = trust;
  }

  Received read(String compact) {
    try {
      return read(Jws.parse(compact));
    } catch (Malformed malformed) {
      return new Received.Rejected(Rejection.MALFORMED);
    }
  }

  private Received read(Jws jws) throws Malformed {
    var header = jws.header();
    if (!header.all().keySet().equals(HEADER)
        || !header.text("alg").equals(ALGORITHM)
        || !header.text("typ").equals(TYPE)) {
      return new Received.Rejected(Rejection.OTHER_KIND);
    }
    var key = trust.keys().find(header.text("kid"));
    if (key.isEmpty()) {
      return new Received.Rejected(Rejection.UNKNOWN_KEY);
    }
    return jws.isSignedBy(key.get())
        ? believed(Json.object(jws.payload()))
        : new Received.Rejected(Rejection.FORGED);
  }

  private Received believed(Members claims) throws Malformed {
    if (!claims.text("iss").equals(trust.issuer()) || !claims.text("aud").equals(trust.self())) {
      return new Received.Rejected(Rejection.FOR_OTHERS);
    }
    var lease = lease(claims);
    if (!lease.isPossible()) {
      return new Received.Rejected(Rejection.IMPOSSIBLE);
    }
    return trust
        .demand(lease.grant().tenant())
        .flatMap(demand -> demand.against(lease))
        .<Received>map(Received.Rejected::new)
        .orElseGet(() -> new Received.Held(lease));
  }

  private static Lease lease(Members claims) throws Malformed {
    return new Lease(
        claims.text("jti"),
        new GrantId(claims.text("tenant"), claims.text("request")),
        claims.text("sub"),
        Conditions.texts(claims.items("actions")),
        Conditions.texts(claims.items("resources")),
        Conditions.read(claims.members("conditions")),
        instant(claims, "nbf"),
        instant(claims, "notAfter"),
        instant(claims, "iat"),
        instant(claims, "exp"),
        claims.text("nonce"),
        Signed.read(claims));
  }

  private static Instant instant(Members claims, String name) throws Malformed {
    var seconds = claims.whole(name);
    if (seconds < 0 || seconds > SECONDS_MAX) {
      throw new Malformed(name + " was expected to be a time");
    }
    return Instant.ofEpochSecond(seconds);
  }
}
