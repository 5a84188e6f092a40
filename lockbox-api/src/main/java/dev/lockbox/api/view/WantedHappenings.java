package dev.lockbox.api.view;

import dev.lockbox.domain.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which of all that happened at a customer is asked for.
 *
 * @param types the events' names; empty for whatever happened
 * @param operations by their names in the audit record; empty for whatever happened
 * @param actor who brought it about, as they are shown
 * @param request about which it was, by its id
 * @param from this instant included
 * @param until this instant excluded
 */
public record WantedHappenings(
    Set<String> types,
    Set<String> operations,
    Optional<String> actor,
    Optional<String> request,
    Optional<Instant> from,
    Optional<Instant> until) {
  public WantedHappenings {
    types = Set.copyOf(types);
    operations = Set.copyOf(operations);
  }

  /** As far as can be told of it before it is shown. */
  boolean mayInclude(Event event) {
    return from.filter(event.at()::isBefore).isEmpty()
        && until.filter(one -> !event.at().isBefore(one)).isEmpty()
        && (types.isEmpty() || types.contains(event.getClass().getSimpleName()))
        && (operations.isEmpty()
            || EventOperations.of(event).filter(operations::contains).isPresent());
  }

  boolean includes(StreamedJson shown) {
    return actor.map(one -> one.equals(shown.event().actor())).orElse(true);
  }
}
