package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Code;
import java.util.Optional;
import java.util.Set;

/**
 * The reasons that a tenant lets its data be asked for.
 *
 * @param known at most {@value #KNOWN_MAX}; while there is none, a request needs no reason code
 */
public record ReasonCodes(Set<Code> known) implements Policy.Part {
  public static final int KNOWN_MAX = 100;
  public static final ReasonCodes ANY = new ReasonCodes(Set.of());

  public ReasonCodes {
    known = Set.copyOf(known);
    Bounds.atMost("reason codes", known, KNOWN_MAX);
  }

  /** Whether a request may be asked for this reason, or for none. */
  public boolean allow(Optional<Code> reason) {
    return known.isEmpty() || reason.map(known::contains).orElse(false);
  }
}
