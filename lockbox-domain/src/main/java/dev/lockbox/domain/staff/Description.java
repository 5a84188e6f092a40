package dev.lockbox.domain.staff;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.time.Millis;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the provider says of an engineer.
 *
 * @param eligibleUntil from this instant on they may not ask for access (training, background
 *     check); empty: they may not at all
 * @param workScopes what they work on: beginnings of resource names; at most {@value #SCOPES_MAX}
 * @param manager who decides whether they become a member of a role
 */
public record Description(
    Optional<Instant> eligibleUntil, Set<ResourceName> workScopes, Optional<PersonId> manager) {
  public static final int SCOPES_MAX = 256;

  /** The last that has a year of four digits, as dates are written. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  public Description {
    workScopes = Set.copyOf(workScopes);
    Bounds.atMost("work scopes of an engineer", workScopes, SCOPES_MAX);
    eligibleUntil.ifPresent(given -> Millis.mustHold("eligibleUntil", given));
  }

  /** Refuses an end that nobody lives to see, which is not said from here on. */
  public void mustEnd() {
    if (eligibleUntil.filter(LAST::isBefore).isPresent()) {
      throw new IllegalArgumentException(
          "eligibleUntil must be at most %s, was %s".formatted(LAST, eligibleUntil.get()));
    }
  }

  /** Whether this lets them do nothing that the other does not. Another manager may say yes. */
  public boolean isWithin(Description other) {
    return other.workScopes.containsAll(workScopes)
        && (manager.isEmpty() || manager.equals(other.manager))
        && (eligibleUntil.isEmpty()
            || other.eligibleUntil.filter(end -> !end.isBefore(eligibleUntil.get())).isPresent());
  }
}
