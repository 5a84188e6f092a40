package dev.lockbox.domain.tenant;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Settings;

/**
 * Rules that wait for a second administrator; a later proposal takes the place of an earlier one.
 *
 * @param version of the tenant that it led to, by which it is confirmed
 */
public record Proposal(long version, PersonId by, Settings settings) {}
