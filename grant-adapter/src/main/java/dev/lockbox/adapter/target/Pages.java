package dev.lockbox.adapter.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.adapter.target.Listed.Says;
import dev.lockbox.adapter.target.TargetFailed.Scope;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The JSON of a target; docs/grant-adapter.md has its names. */
final class Pages {
  private static final int CURSOR_CHARS_MAX = 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Pages() {}

  /**
   * One page of the list.
   *
   * @param next the cursor of the page that follows; empty on the last one
   */
  record Page(List<Listed> items, Optional<String> next) {}

  static byte[] body(Assignment assignment, Instant until) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("tenant", assignment.request().tenant().value());
    fields.put("request", assignment.request().value());
    fields.put("engineer", assignment.engineer().value());
    fields.put("action", assignment.action().value());
    fields.put("resource", assignment.resource().value());
    fields.put("until", until.toString());
    try {
      return JSON.writeValueAsBytes(fields);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("texts can always be written", never);
    }
  }

  static Page read(byte[] body) throws TargetFailed {
    try {
      var page = JSON.readTree(body);
      if (!page.path("items").isArray()) {
        throw new TargetFailed(Scope.TARGET, "the list has no items");
      }
      var items = new ArrayList<Listed>();
      for (var item : page.path("items")) {
        items.add(new Listed(item.path("id").asText(), says(item)));
      }
      return new Page(items, cursor(page.path("next")));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new TargetFailed(Scope.TARGET, "the list cannot be read", unreadable);
    }
  }

  private static Optional<String> cursor(JsonNode next) {
    if (next.isNull() || next.isMissingNode()) {
      return Optional.empty();
    }
    if (!next.isTextual() || next.asText().isEmpty() || next.asText().length() > CURSOR_CHARS_MAX) {
      throw new IllegalArgumentException(
          "a cursor must be a text of 1 to %s characters".formatted(CURSOR_CHARS_MAX));
    }
    return Optional.of(next.asText());
  }

  /** A stranger's may be named in any way: that is found, and is no failure of the list. */
  private static Optional<Says> says(JsonNode item) {
    try {
      var tenant = new TenantId(text(item, "tenant"));
      var request = item.path("request");
      return Optional.of(
          new Says(
              new EngineerId(tenant, new PersonId(text(item, "engineer"))),
              request.isNull() || request.isMissingNode()
                  ? Optional.empty()
                  : Optional.of(new RequestId(tenant, text(item, "request"))),
              new ActionName(text(item, "action")),
              new ResourceName(text(item, "resource"))));
    } catch (IllegalArgumentException nothingOfOurs) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode item, String name) {
    var value = item.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " must be a text");
    }
    return value.asText();
  }
}
