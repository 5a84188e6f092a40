package dev.lockbox.domain;

import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When people of a customer denied an engineer something: before a grant, or after it. What rules
 * denied, what expired and what the provider's own people denied is not among it.
 *
 * @param at in order; the last {@value #KEPT_MAX}
 */
public record Denials(List<Instant> at) {
  public static final int KEPT_MAX = 100;
  public static final Denials NONE = new Denials(List.of());

  public Denials {
    at = List.copyOf(at);
    if (at.size() > KEPT_MAX) {
      throw new IllegalArgumentException(
          "at most %s denials are kept, were %s".formatted(KEPT_MAX, at.size()));
    }
    if (!at.stream().sorted().toList().equals(at)) {
      throw new IllegalArgumentException("denials must be in order, were %s".formatted(at));
    }
  }

  /** Whether a person of the customer said no by it. */
  public static boolean isOne(RequestEvent event) {
    return event instanceof RequestDenied
        || event instanceof RequestRevoked revoked
            && revoked.cause() == RevocationCause.DENIED_AFTER_GRANT;
  }

  /** What is known after {@code event} of a request of the engineer's. */
  public Denials after(RequestEvent event) {
    if (!isOne(event)) {
      return this;
    }
    var all = Stream.concat(at.stream(), Stream.of(event.at())).sorted().toList();
    return new Denials(all.subList(Math.max(0, all.size() - KEPT_MAX), all.size()));
  }
}
