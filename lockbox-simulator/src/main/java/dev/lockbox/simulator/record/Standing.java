package dev.lockbox.simulator.record;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Terms;
import java.time.Instant;
import java.util.Optional;

/**
 * What readers of the state topic see of a request.
 *
 * @param kind the state's name, for example {@code Granted}; {@code Frozen} is a grant that opens
 *     nothing
 * @param accessUntil empty where there never was access
 * @param opens what access is to and for how long; empty unless there is access, or was until it
 *     was frozen
 * @param isForOneUse whether it is over once it was used; never, unless there is access
 */
public record Standing(
    RequestId request,
    String kind,
    long version,
    Optional<Instant> accessUntil,
    Optional<Terms> opens,
    boolean isForOneUse) {}
