package dev.lockbox.api;

import com.fasterxml.jackson.databind.JsonNode;

/** What tests send most. */
final class Bodies {
  private Bodies() {}

  static String decision(String decisionId) {
    return "{\"decisionId\":\"%s\"}".formatted(decisionId);
  }

  static String decision(String decisionId, long ifVersion) {
    return "{\"decisionId\":\"%s\",\"ifVersion\":%s}".formatted(decisionId, ifVersion);
  }

  static String settings(String decisionId, JsonNode settings, long ifVersion) {
    return "{\"decisionId\":\"%s\",\"settings\":%s,\"ifVersion\":%s}"
        .formatted(decisionId, settings, ifVersion);
  }

  static String settings(String decisionId, JsonNode settings) {
    return "{\"decisionId\":\"%s\",\"settings\":%s}".formatted(decisionId, settings);
  }
}
