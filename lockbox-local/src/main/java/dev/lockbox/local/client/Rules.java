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
    return decided(
        "PUT", path, Map.of("decisionId", fresh(), "settings", settings, "ifVersion", from));
  }

  /** Agrees to the proposal of this version; what stands after it. */
  public JsonNode confirm(long proposal) throws InterruptedException {
    return decided("POST", path + "/confirm", Map.of("decisionId", fresh(), "proposal", proposal));
  }

  private JsonNode decided(String method, String route, Object body) throws InterruptedException {
    return Verdict.on(api, method, route, body).orElseThrow(NoVerdict::new).orRefused();
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
