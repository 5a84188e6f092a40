package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.identity.PersonId;
import java.util.Optional;

/** Grants are released by an operator, and by nobody else. */
final class ReleasedByTheOperator implements Invariant {
  private static final PersonId OPERATOR = new PersonId("operator");

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return evidence
        .recorded()
        .filter(
            recorded ->
                recorded.event() instanceof GrantsReleased released
                    && !released.by().actor().equals(OPERATOR))
        .findFirst()
        .map(released -> "%s was released by somebody else".formatted(released.event().tenant()));
  }
}
