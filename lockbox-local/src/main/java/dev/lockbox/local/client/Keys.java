package dev.lockbox.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.VerifyingKey;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The keys by which a customer's people sign. All of it throws {@link ApiRefused} for a no. */
public final class Keys {
  private final ApiClient api;
  private final String path;

  /**
   * @param tenant as it stands in a path
   */
  Keys(ApiClient api, String tenant) {
    this.api = api;
    this.path = tenant + "/keys";
  }

  /**
   * @param asOf as they stood then, which is over; empty: as they stand now
   */
  public JsonNode list(Optional<Instant> asOf) throws InterruptedException {
    var then = asOf.map(at -> "?asOf=" + URLEncoder.encode(at.toString(), UTF_8)).orElse("");
    return api.get(path + then).orRefused();
  }

  /** What the key signs to be registered by the decision of this id. */
  public Payload payload(String decisionId, VerifyingKey key) throws InterruptedException {
    var draft =
        Map.of("decisionId", decisionId, "kind", key.kind(), "spki", key.spki().base64Url());
    return payload(api.send("POST", path + "/payload", draft).orRefused());
  }

  static Payload payload(JsonNode said) {
    return new Payload(new Octets(said.path("payload").asText()));
  }

  public JsonNode register(String decisionId, VerifyingKey key, Proof proof)
      throws InterruptedException {
    var whole =
        Map.of(
            "decisionId", decisionId,
            "kind", key.kind(),
            "spki", key.spki().base64Url(),
            "proof", Decision.Signature.of(proof));
    return api.send("POST", path, whole).orRefused();
  }

  public JsonNode confirm(String decisionId, KeyId key) throws InterruptedException {
    return decide(decisionId, key, "confirm");
  }

  public JsonNode withdraw(String decisionId, KeyId key) throws InterruptedException {
    return decide(decisionId, key, "withdraw");
  }

  private JsonNode decide(String decisionId, KeyId key, String verb) throws InterruptedException {
    return api.send("POST", "%s/%s/%s".formatted(path, key, verb), Map.of("decisionId", decisionId))
        .orRefused();
  }
}
