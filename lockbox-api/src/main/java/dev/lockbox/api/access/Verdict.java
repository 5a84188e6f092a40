package dev.lockbox.api.access;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The answer to a question. */
sealed interface Verdict {
  /**
   * Yes, now.
   *
   * @param request whose grant says so
   * @param until from then on it says nothing any more, and is to be asked again
   */
  record Yes(RequestId request, Granted grant, Instant until) implements Verdict {}

  /**
   * No.
   *
   * @param nearest the grant against which the least speaks, or the request that was named; empty
   *     where there is none
   * @param reasons all that speaks against that; at least one
   */
  record No(Optional<RequestId> nearest, Set<Reason> reasons) implements Verdict {
    public No {
      reasons = Collections.unmodifiableSet(new TreeSet<>(reasons));
    }

    static No because(Reason reason) {
      return new No(Optional.empty(), Set.of(reason));
    }

    /** Whether it says something of the engineer: all else is only that nothing can be said. */
    boolean isDenial() {
      return reasons.stream().allMatch(Reason::isDenial);
    }
  }
}
