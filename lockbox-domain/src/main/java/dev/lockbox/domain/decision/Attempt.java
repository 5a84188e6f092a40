package dev.lockbox.domain.decision;

import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;

/**
 * Who asks, and under which id of theirs; asked again under the same id, it is the same attempt.
 *
 * @param actor authenticated by whoever wrote the command
 */
public record Attempt(PersonId actor, DecisionId id) {}
