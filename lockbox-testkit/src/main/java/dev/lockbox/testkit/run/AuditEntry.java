package dev.lockbox.testkit.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A record of the audit topic, read by nothing but its public names.
 *
 * @param key of the record: the tenant
 */
public record AuditEntry(String key, JsonNode json) {
  private static final int FAILURE = 2;

  /** The record's own name, by which readers drop doubles. */
  public String uid() {
    return json.at("/metadata/uid").asText();
  }

  public String tenant() {
    return json.at("/metadata/tenant_uid").asText();
  }

  /** The processor's sequence; empty for what went into quarantine. */
  public Optional<Long> sequence() {
    var sequence = json.at("/metadata/sequence");
    return sequence.isIntegralNumber() ? Optional.of(sequence.asLong()) : Optional.empty();
  }

  /** The request's id within its tenant; empty where there is none. */
  public Optional<String> request() {
    var request = json.at("/metadata/correlation_uid");
    return request.isTextual() ? Optional.of(request.asText()) : Optional.empty();
  }

  public Instant time() {
    return Instant.ofEpochMilli(json.path("time").asLong());
  }

  /** The code of a refusal; empty for what was not refused. */
  public Optional<String> refusal() {
    var code = json.path("status_code");
    return json.path("status_id").asInt() == FAILURE
        ? Optional.of(code.asText())
        : Optional.empty();
  }

  /**
   * Everything the record says of who did it, as text; of a finding, which has no actor, of who
   * told of it.
   */
  public String actor() {
    var told = json.at("/unmapped/lockbox");
    return json.has("actor")
        ? json.path("actor").toString()
        : "%s %s".formatted(told.path("point"), told.path("reported_by"));
  }
}
