package dev.lockbox.domain.gateway;

import dev.lockbox.domain.identity.Code;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a gateway does about the conditions of a grant while it lets an engineer in. What it does
 * not tell it does not do.
 *
 * @param obligations that it meets
 * @param excluded classes of data of which it shows nothing; at most {@value #EXCLUDED_MAX}
 */
public record Keeps(Set<Obligation> obligations, Set<Code> excluded) {
  public static final int EXCLUDED_MAX = 64;

  /** Nothing was told. */
  public static final Keeps NOTHING = new Keeps(Set.of(), Set.of());

  public Keeps {
    obligations = Collections.unmodifiableSet(new TreeSet<>(obligations));
    excluded = Told.some("excluded classes of data", excluded, EXCLUDED_MAX);
  }
}
