package dev.lockbox.local.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which of all that happened at a customer is asked for.
 *
 * @param types the events' names; empty for whatever happened
 * @param operations by their names in the audit record; empty for whatever happened
 * @param actor who brought it about
 * @param request to which it happened
 * @param since this instant included
 * @param until this instant excluded
 */
public record Happened(
    List<String> types,
    List<String> operations,
    Optional<String> actor,
    Optional<String> request,
    Optional<Instant> since,
    Optional<Instant> until) {
  public Happened {
    types = List.copyOf(types);
    operations = List.copyOf(operations);
  }
}
