package dev.lockbox.verifier.lease;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an enforcement point keeps where it lets an engineer in. What it does not say it does not
 * keep.
 *
 * @param obligations that it meets
 * @param excluded classes of data of which it shows nothing
 * @param channel by which the engineer comes; empty where nobody can tell
 * @param country from which they come; empty where nobody can tell
 * @param countsUses whether it opens a grant that is for one use no second time
 */
public record Keeping(
    Set<String> obligations,
    Set<String> excluded,
    Optional<String> channel,
    Optional<String> country,
    boolean countsUses) {
  /** Nothing. */
  public static final Keeping NOTHING =
      new Keeping(Set.of(), Set.of(), Optional.empty(), Optional.empty(), false);

  public Keeping {
    obligations = Set.copyOf(obligations);
    excluded = Set.copyOf(excluded);
  }

  /** What of these conditions it does not keep. */
  Set<Obstacle> against(Conditions conditions) {
    var found = EnumSet.noneOf(Obstacle.class);
    addIf(!obligations.containsAll(conditions.obligations()), Obstacle.OBLIGATION_NOT_KEPT, found);
    addIf(!excluded.containsAll(conditions.excluded()), Obstacle.EXCLUSION_NOT_KEPT, found);
    addIf(isOutside(conditions.channels(), channel), Obstacle.CHANNEL_NOT_ALLOWED, found);
    addIf(isOutside(conditions.countries(), country), Obstacle.COUNTRY_NOT_ALLOWED, found);
    addIf(conditions.isForOneUse() && !countsUses, Obstacle.ONE_USE_NOT_KEPT, found);
    addIf(!conditions.unknown().isEmpty(), Obstacle.UNKNOWN_CONDITION, found);
    return found;
  }

  private static boolean isOutside(Optional<Set<String>> allowed, Optional<String> told) {
    return allowed.isPresent() && !told.map(allowed.get()::contains).orElse(false);
  }

  private static void addIf(boolean holds, Obstacle obstacle, Set<Obstacle> found) {
    if (holds) {
      found.add(obstacle);
    }
  }
}
