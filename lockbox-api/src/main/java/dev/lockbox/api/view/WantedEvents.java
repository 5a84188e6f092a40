package dev.lockbox.api.view;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of what happened to a request is asked for.
 *
 * @param type the event's name
 * @param actor who brought it about, as the timeline shows them
 * @param from this instant included
 * @param until this instant excluded
 */
public record WantedEvents(
    Optional<String> type,
    Optional<String> actor,
    Optional<Instant> from,
    Optional<Instant> until) {
  public static final WantedEvents ALL =
      new WantedEvents(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  boolean includes(EventJson entry) {
    return from.filter(entry.at()::isBefore).isEmpty()
        && until.filter(one -> !entry.at().isBefore(one)).isEmpty()
        && type.map(entry.type()::equals).orElse(true)
        && actor.map(one -> one.equals(entry.actor())).orElse(true);
  }
}
