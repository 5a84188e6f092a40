package dev.lockbox.domain.dialogue;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.Terms;
import java.time.Instant;
import java.util.Optional;

/**
 * Less than was asked for, which an approver would rather say yes to. It is no yes.
 *
 * @param version of the request that it led to, by which it is accepted or withdrawn
 * @param terms that stand once the engineer accepts
 * @param reason in the approver's words
 */
public record Offer(
    long version, PersonId by, Instant at, Terms terms, Optional<PersonalText> reason) {}
