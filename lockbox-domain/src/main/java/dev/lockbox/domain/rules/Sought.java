package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant's rules look at of a request.
 *
 * @param risk the highest of its actions
 * @param reason its code; empty when none was said
 * @param at when access would begin: at once, or at the later time that is asked for
 */
public record Sought(
    List<ActionName> actions,
    List<ResourceName> resources,
    Duration accessFor,
    Risk risk,
    Optional<Code> reason,
    Instant at) {
  public Sought {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}
