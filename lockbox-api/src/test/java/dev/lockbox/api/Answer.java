package dev.lockbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What the API answered to a call. */
record Answer(HttpResponse<String> response) {
  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  String text() {
    return response.body();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** What it says, which has this status. */
  JsonNode is(int status) {
    assertThat(status()).as(text()).isEqualTo(status);
    return json();
  }

  JsonNode ok() {
    return is(200);
  }

  /** Why not: a problem document with everything that belongs into one. */
  JsonNode refused(int status, String code) {
    var problem = is(status);
    assertThat(header("Content-Type")).contains("application/problem+json");
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).isEqualTo("/docs/problems#" + code);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
    return problem;
  }

  private JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException garbled) {
      throw new IllegalStateException(text(), garbled);
    }
  }
}
