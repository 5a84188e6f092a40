package dev.lockbox.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.local.client.ApiClient;
import dev.lockbox.verifier.jose.KeySet;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.lease.GrantId;
import dev.lockbox.verifier.lease.Leases;
import dev.lockbox.verifier.lease.Received;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Keeps one grant held, for as long as the lockbox lets it. */
public final class Renewal {
  /** So often that one may fail, and the next comes before the lease is over. */
  public static final Duration EVERY = Duration.ofSeconds(20);

  /** What the lockbox says where there is nothing to hold any more, or for now. */
  private static final Set<String> OVER = Set.of("NOT_GRANTED", "GRANTS_FROZEN", "NO_SUCH_REQUEST");

  private final Leases leases;
  private final GrantId grant;
  private final Api api;

  /** The lockbox's API, with a token that is good now. */
  @FunctionalInterface
  public interface Api {
    ApiClient now() throws InterruptedException;
  }

  public Renewal(Leases leases, GrantId grant, Api api) {
    this.leases = leases;
    this.grant = grant;
    this.api = api;
  }

  /**
   * The keys that leases are signed with: fetched once, when the gateway is set up.
   *
   * @throws Malformed when none are published
   */
  public static KeySet keys(Api api) throws InterruptedException, Malformed {
    var published = api.now().get("/.well-known/jwks.json").body();
    return KeySet.parse(published.toString().getBytes(UTF_8));
  }

  /** Asks once; gives what came of it, in a word or two. What is held is as it was, or is ended. */
  public String renew() throws InterruptedException {
    var asking = leases.ask();
    try {
      var path = "/v1/tenants/%s/requests/%s/lease".formatted(grant.tenant(), grant.request());
      var answer = api.now().send("POST", path, Map.of("nonce", asking.nonce()));
      if (!answer.isYes()) {
        return refused(answer.body().path("code").asText());
      }
      return switch (leases.take(asking, answer.body().path("lease").asText())) {
        case Received.Held held -> "held";
        case Received.Rejected rejected -> "rejected: " + rejected.why();
      };
    } catch (UncheckedIOException unanswered) {
      return "unanswered";
    }
  }

  private String refused(String code) {
    if (OVER.contains(code)) {
      leases.end(grant);
    }
    return "refused: " + code;
  }
}
