package dev.lockbox.domain;

import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
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
 * @param isPractice whether it is of a request for practice; no such entry grants anything
 */
public record Recorded(
    long sequence,
    long version,
    OptionalLong rulesVersion,
    CommandId cause,
    Event event,
    boolean isPractice) {
  public Recorded {
    if (sequence < 1 || version < 0) {
      throw new IllegalArgumentException(
          "sequence starts at 1 and version at 0, were %s and %s".formatted(sequence, version));
    }
    if (isPractice ? mustBeInEarnest(event) : mustBePractice(event)) {
      throw new IllegalArgumentException(
          "%s of %s cannot be told with isPractice %s"
              .formatted(event.getClass().getSimpleName(), event.about(), isPractice));
    }
  }

  /** Of practice where the event says so by itself. */
  public Recorded(
      long sequence, long version, OptionalLong rulesVersion, CommandId cause, Event event) {
    this(sequence, version, rulesVersion, cause, event, mustBePractice(event));
  }

  public Recorded(long sequence, long version, CommandId cause, Event event) {
    this(sequence, version, OptionalLong.empty(), cause, event);
  }

  /** Whether the event says by itself that it is of practice. */
  private static boolean mustBePractice(Event event) {
    return event instanceof PracticeCompleted
        || event instanceof RequestOpened opened && opened.isPractice();
  }

  /** Whether somebody has access by it, or did, or will. */
  private static boolean mustBeInEarnest(Event event) {
    return event instanceof RequestOpened opened && !opened.isPractice()
        || event instanceof RequestApproved
        || event instanceof GrantedWithoutCustomer
        || event instanceof GrantedByRule
        || event instanceof RequestRevoked
        || event instanceof AccessEnded
        || event instanceof AccessEvent;
  }
}
