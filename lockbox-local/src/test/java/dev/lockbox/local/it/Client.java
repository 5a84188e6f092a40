package dev.lockbox.local.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.issuer.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A customer's person with a token, at the API. */
record Client(Endpoints endpoints, String tenant, String person) {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  record Answer(int status, JsonNode body) {}

  Answer get(String path) throws Exception {
    return send(call(path).GET());
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
    return send(
        call("/requests/%s/approve".formatted(id))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder call(String path) throws InterruptedException {
    return HttpRequest.newBuilder(
            URI.create("%s/v1/tenants/%s%s".formatted(endpoints.api(), tenant, path)))
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + new Tokens(endpoints.issuer()).of(person));
  }

  private static Answer send(HttpRequest.Builder call) throws Exception {
    var response = HTTP.send(call.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }
}
