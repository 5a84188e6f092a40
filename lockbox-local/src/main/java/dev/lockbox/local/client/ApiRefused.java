package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** The API says no; tells its code, and why. */
public final class ApiRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApiRefused(int status, JsonNode problem) {
    super(
        problem.path("code").isTextual()
            ? "%s: %s".formatted(problem.path("code").asText(), problem.path("detail").asText())
            : "the API answered with status " + status);
  }
}
