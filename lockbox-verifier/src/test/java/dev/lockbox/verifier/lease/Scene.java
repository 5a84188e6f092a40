package dev.lockbox.verifier.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A lockbox, a gateway and the time that passes for both. The gateway's clock may show another
 * time, and be turned; its ticker counts what passes.
 */
final class Scene {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final String TARGET = "/clusters/contoso-1/ns/openshift-etcd";
  static final String ALLOWED = "k8s.pod.logs";
  static final GrantId GRANT = new GrantId("contoso", "req-1");
  static final String CONDITIONS =
      """
      {"obligations":[],"excluded":[],"channels":null,"countries":null,"singleUse":false}\
      """;
  static final Duration ALLOWANCE = Duration.ofSeconds(30);

  static final int HELD_MAX = 4;

  final Signer signer = new Signer();
  final Leases leases;

  private Instant now = NOON;
  private Duration off = Duration.ZERO;
  private Instant notAfter = NOON.plus(Duration.ofHours(8));

  Scene() {
    this(UnaryOperator.identity());
  }

  /**
   * @param strict what the gateway believes, as made of what it believes by default
   */
  Scene(UnaryOperator<Trust> strict) {
    leases =
        new Leases(
            strict.apply(new Trust(signer.keys(), "lockbox", "gateway-1", ALLOWANCE)),
            this::gatewayTime,
            () -> Duration.between(Instant.EPOCH, now()).toNanos(),
            HELD_MAX);
  }

  Instant now() {
    return now;
  }

  private Instant gatewayTime() {
    return now.plus(off);
  }

  Scene pass(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** The gateway's clock now shows a time that is wrong by this much. */
  Scene clockIsOffBy(Duration error) {
    off = error;
    return this;
  }

  Scene grantEndsAfter(Duration time) {
    notAfter = now.plus(time);
    return this;
  }

  Instant notAfter() {
    return notAfter;
  }

  /** Asked and answered within the moment. */
  Received renew() {
    return renew(GRANT.request());
  }

  Received renew(String request) {
    var asking = leases.ask();
    var claims = claims(asking.nonce()).replace(GRANT.request(), request);
    return leases.take(asking, signer.sign(claims));
  }

  String issue(Asking asking) {
    return signer.sign(claims(asking.nonce()));
  }

  /** As the lockbox signs them now: the whole seconds of each time. */
  String claims(String nonce) {
    var minute = now.plusSeconds(60);
    var until = minute.isBefore(notAfter) ? minute : notAfter;
    return """
    {"iss":"lockbox","aud":"gateway-1","sub":"eva","jti":"lease-1","iat":%s,"nbf":%s,"exp":%s,
    "notAfter":%s,"tenant":"contoso","request":"req-1","nonce":"%s","actions":["%s"],
    "resources":["%s"],"conditions":%s}\
    """
        .formatted(
            now.getEpochSecond(),
            NOON.getEpochSecond(),
            until.getEpochSecond(),
            notAfter.getEpochSecond(),
            nonce,
            ALLOWED,
            TARGET,
            CONDITIONS);
  }

  Clearance ask() {
    return ask("eva", ALLOWED, TARGET, Keeping.NOTHING);
  }

  Clearance ask(String engineer, String action, String resource, Keeping keeping) {
    return leases.mayNow(new Question("contoso", engineer, action, resource, keeping));
  }

  boolean opens() {
    return ask() instanceof Clearance.Open;
  }
}
