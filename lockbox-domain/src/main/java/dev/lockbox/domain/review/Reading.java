package dev.lockbox.domain.review;

import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;

/**
 * Somebody has begun to review.
 *
 * @param version of the request that they had before them
 * @param approveFrom the first instant at which their yes is taken
 */
public record Reading(PersonId by, Instant at, long version, Instant approveFrom) {}
