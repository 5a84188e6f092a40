package dev.lockbox.domain.roles;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an engineer stands with a role: asks to be a member, is one, or both.
 *
 * @param application what waits for the manager
 * @param until from this instant on they are no member; empty where they are none
 */
public record Standing(Optional<Application> application, Optional<Instant> until) {
  static final Standing NONE = new Standing(Optional.empty(), Optional.empty());

  boolean isOver() {
    return application.isEmpty() && until.isEmpty();
  }

  Standing applied(Application asked) {
    return new Standing(Optional.of(asked), until);
  }

  /** What was asked for is settled, one way or the other. */
  Standing settled() {
    return new Standing(Optional.empty(), until);
  }

  Standing heldUntil(Instant end) {
    return new Standing(Optional.empty(), Optional.of(end));
  }

  Standing heldNoMore() {
    return new Standing(application, Optional.empty());
  }

  Stream<Instant> deadlines() {
    return Stream.concat(application.map(Application::decideBy).stream(), until.stream());
  }
}
