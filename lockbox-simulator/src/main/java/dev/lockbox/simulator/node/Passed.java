package dev.lockbox.simulator.node;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.session.Seats;
import java.util.Optional;

/**
 * A write to intake's stores, as its changelog has it.
 *
 * @param offset of the last record of the intake topic that was dealt with
 * @param sitting whose seats that changed; empty where it changed none
 */
public record Passed(long offset, Optional<Sitting> sitting) {
  /** An engineer's seats on gateways, over all tenants, as they stand. */
  public record Sitting(PersonId engineer, Seats seats) {}
}
