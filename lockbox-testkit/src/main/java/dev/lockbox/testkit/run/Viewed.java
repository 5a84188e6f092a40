package dev.lockbox.testkit.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What the API showed to somebody of one tenant.
 *
 * @param items requests, as the API's JSON has them
 */
public record Viewed(TenantId tenant, Instant readAt, List<JsonNode> items) {
  public Viewed {
    items = List.copyOf(items);
  }
}
