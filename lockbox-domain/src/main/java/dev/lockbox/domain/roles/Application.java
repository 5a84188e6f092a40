package dev.lockbox.domain.roles;

import dev.lockbox.domain.identity.PersonalText;
import java.time.Duration;
import java.time.Instant;

/**
 * Membership that waits for a manager's yes.
 *
 * @param version of the engineer that asking led to, by which it is said yes to
 * @param roleVersion of the role, as it was asked for
 * @param heldFor for how long a yes makes the engineer a member
 * @param decideBy from this instant on it is too late
 */
public record Application(
    long version,
    long roleVersion,
    PersonalText justification,
    Duration heldFor,
    Instant decideBy) {}
