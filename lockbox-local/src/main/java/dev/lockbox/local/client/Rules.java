package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * The rules of a customer, as the API shows them. All of it throws {@link ApiRefused} for a no, and
 * {@link NoVerdict} where nobody said so in time.
 */
public final class Rules {
  private final ApiClient api;
  private final String path;

  /**
   * @param tenant as it stands in a path
   */
  Rules(ApiClient api, String tenant) {
    this.api = api;
    this.path = tenant + "/settings";
  }

  public JsonNode standing() throws InterruptedException {
    return api.get(path).orRefused();
  }

  /**
   * Sets them, or proposes them where a second person must agree.
   *
   * @param settings all of them, as the API takes them
   * @param from the version that they are made from
   * @return what stands after it
   */
  public JsonNode change(JsonNode settings, long from) throws InterruptedException {
    var decision = UUID.randomUUID().toString();
    var body = Map.of("decisionId", decision, "settings", settings, "ifVersion", from);
    return Verdict.on(api, "PUT", path, body).orElseThrow(NoVerdict::new).orRefused();
  }

  /**
   * Agrees to the proposal of this version.
   *
   * @param decisionId the caller's own of this attempt; the same again counts once
   * @return what stands after it
   */
  public JsonNode confirm(long proposal, String decisionId) throws InterruptedException {
    var body = Map.of("decisionId", decisionId, "proposal", proposal);
    return Verdict.on(api, "POST", path + "/confirm", body)
        .orElseThrow(() -> new NoVerdict(decisionId))
        .orRefused();
  }
}
