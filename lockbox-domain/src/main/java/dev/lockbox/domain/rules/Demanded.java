package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Code;
import java.util.List;

/**
 * What a tenant's rules demand of a grant.
 *
 * @param rules which of them do, in their order; what they demand of all actions of high risk has
 *     no name
 */
public record Demanded(Conditions conditions, List<Code> rules) {
  public Demanded {
    rules = List.copyOf(rules);
  }
}
