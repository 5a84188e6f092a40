package dev.lockbox.domain;

import dev.lockbox.domain.identity.DecisionId;
import java.time.Duration;
import java.time.Instant;

/**
 * What a scenario fills in where a test says nothing.
 *
 * @param version that stands before the command or event
 * @param at when it happens
 * @param id under which it is attempted; a new one for every attempt
 */
record Unsaid(long version, Instant at, DecisionId id) {
  /** The first thing told: in the morning. */
  static final Unsaid FIRST = new Unsaid(0, Cast.MORNING, id(0));

  /** What comes after {@code before} led to {@code version}: an hour later. */
  static Unsaid after(Instant before, long version) {
    return new Unsaid(version, before.plus(Duration.ofHours(1)), id(version));
  }

  Unsaid at(Instant told) {
    return new Unsaid(version, told, id);
  }

  private static DecisionId id(long version) {
    return new DecisionId("decision-" + (version + 1));
  }
}
