package dev.lockbox.domain.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which mails a tenant's people get. A request that waits for them, access that nobody was asked
 * about and whatever went wrong are told in any case; what the engineer is told is the provider's.
 *
 * @param muted what is not told; everything else is, also what is told from a later version on
 */
public record Mails(Set<Occasion> muted) implements Policy.Part {
  public static final Mails ALL = new Mails(Set.of());

  /** What may go unsaid. */
  public enum Occasion {
    /** One of several has said yes, or the last of them. */
    APPROVED,
    DENIED,
    EXPIRED,
    /** Withdrawn by the engineer, or its ticket resolved, before or after an approval. */
    CANCELLED,
    /** Ended by an approver, or by a resolved ticket. */
    REVOKED,
    /** The time granted is over, or the engineer was done before. */
    ENDED
  }

  /** In the order of the words. */
  public Mails {
    var ordered = EnumSet.noneOf(Occasion.class);
    ordered.addAll(muted);
    muted = Collections.unmodifiableSet(ordered);
  }

  public boolean tell(Occasion occasion) {
    return !muted.contains(occasion);
  }
}
