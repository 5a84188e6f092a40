package dev.lockbox.domain;

import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;

/**
 * A yes that was given and does not suffice by itself.
 *
 * @param stage which of the request's stages it counts for, from 0
 */
public record Approval(PersonId by, Instant at, int stage) {}
