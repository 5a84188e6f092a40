package dev.lockbox.local.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Quarantined;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A record in quarantine, and whom it froze.
 *
 * @param frozen tenants whose grants it freezes now
 * @param released tenants whose grants it froze once
 */
public record Finding(Quarantined found, SortedSet<TenantId> frozen, SortedSet<TenantId> released) {

  /**
   * @param found in the order in which they are told
   * @param events of all tenants, each tenant's in its order
   */
  static List<Finding> of(List<Quarantined> found, List<? extends Event> events) {
    Map<QuarantineId, SortedSet<TenantId>> frozen = new TreeMap<>();
    Map<QuarantineId, SortedSet<TenantId>> released = new TreeMap<>();
    for (var event : events) {
      if (event instanceof GrantsEvent grants) {
        var id = grants.quarantine();
        var now = frozen.computeIfAbsent(id, none -> new TreeSet<>());
        var before = released.computeIfAbsent(id, none -> new TreeSet<>());
        switch (grants) {
          case GrantsFrozen freeze -> now.add(freeze.tenant());
          case GrantsReleased release -> {
            now.remove(release.tenant());
            before.add(release.tenant());
          }
        }
      }
    }
    return found.stream()
        .map(
            one ->
                new Finding(
                    one,
                    frozen.getOrDefault(one.id(), new TreeSet<>()),
                    released.getOrDefault(one.id(), new TreeSet<>())))
        .toList();
  }

  /** One line for an operator; holds nothing of what was found but its length and SHA-256. */
  public String line() {
    return "%s  %s  tenant %s  %s bytes%s  sha256 %s  %s"
        .formatted(
            found.id(),
            found.cause(),
            found.tenant().map(TenantId::value).orElse("unknown"),
            found.valueBytes(),
            found.leftOut().isPresent() ? " left out" : "",
            found.sha256(),
            standing());
  }

  /** The same for programs. */
  public JsonNode json() {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", found.id().value())
            .put("cause", found.cause().name())
            .put("tenant", found.tenant().map(TenantId::value).orElse(null))
            .put("at", found.at().toString())
            .put("valueBytes", found.valueBytes())
            .put("leftOut", found.leftOut().isPresent())
            .put("sha256", found.sha256());
    var now = json.putArray("frozen");
    frozen.forEach(one -> now.add(one.value()));
    var before = json.putArray("released");
    released.forEach(one -> before.add(one.value()));
    return json;
  }

  private String standing() {
    if (!frozen.isEmpty()) {
      return "FROZEN " + names(frozen);
    }
    return released.isEmpty() ? "freezes nobody" : "released " + names(released);
  }

  private static String names(SortedSet<TenantId> tenants) {
    return String.join(",", tenants.stream().map(TenantId::value).toList());
  }
}
