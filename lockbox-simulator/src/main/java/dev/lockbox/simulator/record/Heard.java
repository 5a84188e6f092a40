package dev.lockbox.simulator.record;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/**
 * What a caller of the API asked, and what they were told.
 *
 * @param content the fingerprint of what was asked
 * @param askedAt the command log's end when they asked
 * @param answer {@link Answer#NONE} until they hear one
 * @param heardAt the command log's end when they heard it
 * @param sequence of the event they were told of; 0 for none
 */
public record Heard(
    TenantId tenant,
    Optional<RequestId> about,
    CommandId id,
    Attempt attempt,
    Fingerprint content,
    long askedAt,
    Answer answer,
    long heardAt,
    long sequence) {
  /** What they were told. */
  public enum Answer {
    NONE,
    YES,
    NO
  }

  public Heard told(Answer answered, long at, long ofSequence) {
    return new Heard(tenant, about, id, attempt, content, askedAt, answered, at, ofSequence);
  }
}
