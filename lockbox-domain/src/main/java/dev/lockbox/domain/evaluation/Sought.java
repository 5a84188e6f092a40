package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.util.List;

/**
 * What is asked for, as far as the provider's checks look at it.
 *
 * @param justificationChars how long the engineer's reason is
 * @param hasTicket whether a ticket is named
 * @param accessFor what a yes would grant
 * @param railed which of the resources must be behind the lockbox, by which guard rail
 */
public record Sought(
    TenantId tenant,
    PersonId engineer,
    int justificationChars,
    boolean hasTicket,
    List<ActionName> actions,
    List<ResourceName> resources,
    Duration accessFor,
    List<Railed> railed) {
  public Sought {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    railed = List.copyOf(railed);
  }
}
