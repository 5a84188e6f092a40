package dev.lockbox.api.access;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.rules.Conditions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a gateway keeps where it lets an engineer in. What it does not say it does not keep.
 *
 * @param obligations that it meets, by their names
 * @param excluded classes of data of which it shows nothing
 * @param channel by which the engineer comes; empty where nobody can tell
 * @param country from which they come; empty where nobody can tell
 */
record Keeping(
    Set<String> obligations,
    Set<Code> excluded,
    Optional<Code> channel,
    Optional<Country> country) {
  Keeping {
    obligations = Set.copyOf(obligations);
    excluded = Set.copyOf(excluded);
  }

  /** What of these conditions it does not keep. That a grant is for one use is not among them. */
  Set<Reason> against(Conditions conditions) {
    var against = EnumSet.noneOf(Reason.class);
    if (!conditions.obligations().stream().map(Enum::name).allMatch(obligations::contains)) {
      against.add(Reason.OBLIGATION_NOT_KEPT);
    }
    if (!excluded.containsAll(conditions.excluded())) {
      against.add(Reason.EXCLUSION_NOT_KEPT);
    }
    if (isOutside(conditions.channels(), channel)) {
      against.add(Reason.CHANNEL_NOT_ALLOWED);
    }
    if (isOutside(conditions.countries(), country)) {
      against.add(Reason.COUNTRY_NOT_ALLOWED);
    }
    return against;
  }

  private static <T> boolean isOutside(Optional<Set<T>> allowed, Optional<T> told) {
    return allowed.filter(some -> told.filter(some::contains).isEmpty()).isPresent();
  }
}
