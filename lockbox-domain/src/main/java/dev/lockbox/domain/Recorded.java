package dev.lockbox.domain;

import dev.lockbox.domain.identity.CommandId;
import java.util.OptionalLong;

/**
 * One entry of a tenant's history.
 *
 * @param sequence 1 for the tenant's first entry, and one more for each that follows, without a gap
 * @param version of the request (or of the tenant, the role or the engineer, for their own events)
 *     after this entry; a refusal leaves it as it was, and so does what freezes or releases the
 *     tenant's grants
 * @param rulesVersion of the tenant whose rules a request's entry was decided under; empty for the
 *     tenant's own entries, and where it was not recorded
 * @param cause the record on the command log that brought it about
 */
public record Recorded(
    long sequence, long version, OptionalLong rulesVersion, CommandId cause, Event event) {
  public Recorded {
    if (sequence < 1 || version < 0) {
      throw new IllegalArgumentException(
          "sequence starts at 1 and version at 0, were %s and %s".formatted(sequence, version));
    }
  }

  public Recorded(long sequence, long version, CommandId cause, Event event) {
    this(sequence, version, OptionalLong.empty(), cause, event);
  }
}
