package dev.lockbox.local.it;

import dev.lockbox.local.client.ApiClient;
import dev.lockbox.local.client.ApiClient.Answer;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.issuer.Tokens;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A customer's person with a token, at the API. */
record Client(Endpoints endpoints, String tenant, String person) {
  Answer get(String path) throws Exception {
    return api().get(of(path));
  }

  /** The wire state, or the HTTP status where there is no such request. */
  String stateOf(String id) throws Exception {
    var answer = get("/requests/" + id);
    return answer.status() == 200
        ? answer.body().path("state").asText()
        : Integer.toString(answer.status());
  }

  /** All the tenant's requests: state by id. */
  Map<String, String> states() throws Exception {
    var states = new TreeMap<String, String>();
    var path = "/requests";
    while (true) {
      var page = get(path).body();
      page.path("items")
          .forEach(one -> states.put(one.path("id").asText(), one.path("state").asText()));
      if (page.path("next").isNull() || page.path("next").isMissingNode()) {
        return states;
      }
      path = "/requests?cursor=" + page.path("next").asText();
    }
  }

  Answer approve(String id, long ifVersion) throws Exception {
    var body =
        Map.of(
            "decisionId", UUID.randomUUID().toString(), "reason", "agreed", "ifVersion", ifVersion);
    return api().send("POST", of("/requests/%s/approve".formatted(id)), body);
  }

  private ApiClient api() throws InterruptedException {
    return new ApiClient(endpoints.api(), new Tokens(endpoints.issuer()).of(person));
  }

  private String of(String path) {
    return "/v1/tenants/%s%s".formatted(tenant, path);
  }
}
