package dev.lockbox.domain.rules;

import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.rules.SessionRules.Obstacle;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Under which a grant opens anything at all. They are added and never removed: each addition
 * demands what was demanded before, and more. Whoever opens the door keeps all of them, or does not
 * open.
 *
 * @param obligations what must be done while it is open
 * @param excluded classes of data that must not be shown, for example {@code PHI}; at most {@value
 *     #CODES_MAX}, as are the others
 * @param channels the only ways in, for example {@code RDP_GATEWAY}; empty for any way, an empty
 *     set for none
 * @param countries the only places to come from; empty for any place, an empty set for none
 * @param isSingleUse whether access is over once it was used
 */
public record Conditions(
    Set<Obligation> obligations,
    Set<Code> excluded,
    Optional<Set<Code>> channels,
    Optional<Set<Country>> countries,
    boolean isSingleUse) {
  public static final int CODES_MAX = 64;

  /** Nothing is demanded. */
  public static final Conditions NONE =
      new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), false);

  /** All that is done must be recorded, and nothing else is demanded. */
  public static final Conditions RECORDED =
      new Conditions(
          Set.of(Obligation.RECORD), Set.of(), Optional.empty(), Optional.empty(), false);

  public Conditions {
    obligations = Collections.unmodifiableSet(new TreeSet<>(obligations));
    excluded = bounded("excluded classes of data", excluded);
    channels = channels.map(given -> bounded("channels", given));
    countries = countries.map(given -> bounded("countries", given));
  }

  /** What both demand together; may leave no way in, which is for the caller to refuse. */
  public Conditions and(Conditions more) {
    return new Conditions(
        union(obligations, more.obligations),
        union(excluded, more.excluded),
        both(channels, more.channels),
        both(countries, more.countries),
        isSingleUse || more.isSingleUse);
  }

  /** Whether whoever keeps these keeps the others too. */
  public boolean include(Conditions others) {
    return obligations.containsAll(others.obligations)
        && excluded.containsAll(others.excluded)
        && isWithin(channels, others.channels)
        && isWithin(countries, others.countries)
        && (isSingleUse || !others.isSingleUse);
  }

  /** The first thing about a connection that they forbid; a country nobody told of is another. */
  public Optional<Obstacle> obstacleTo(Connection connection) {
    var channel = new Code(connection.channel().name());
    if (channels.filter(ways -> !ways.contains(channel)).isPresent()) {
      return Optional.of(Obstacle.CHANNEL);
    }
    var country = connection.country().map(Country::new);
    return countries.filter(places -> country.filter(places::contains).isEmpty()).isPresent()
        ? Optional.of(Obstacle.COUNTRY)
        : Optional.empty();
  }

  /**
   * The first of what must be done, and of what must not be shown, that is not kept; empty where
   * all is. Ways in and places to come from are no promises, and looked at for themselves.
   */
  public Optional<String> notKeptBy(Keeps keeps) {
    return Stream.concat(
            obligations.stream()
                .filter(one -> !keeps.obligations().contains(one))
                .map(Obligation::name),
            excluded.stream()
                .filter(one -> !keeps.excluded().contains(one))
                .map(one -> "excluding " + one))
        .findFirst();
  }

  /** Whether nobody could keep them: there is no way in, or no place to come from. */
  public boolean leaveNoWayIn() {
    return channels.filter(Set::isEmpty).isPresent() || countries.filter(Set::isEmpty).isPresent();
  }

  /** The same, where somebody demands them: what nobody could keep is a slip of the pen. */
  Conditions mustLeaveAWayIn() {
    if (leaveNoWayIn()) {
      throw new IllegalArgumentException(
          "channels and countries must be some where they are given");
    }
    return this;
  }

  private static <T> Set<T> union(Set<T> some, Set<T> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static <T> Optional<Set<T>> both(Optional<Set<T>> one, Optional<Set<T>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return Optional.of(
        one.get().stream().filter(other.get()::contains).collect(Collectors.toUnmodifiableSet()));
  }

  private static <T> boolean isWithin(Optional<Set<T>> narrow, Optional<Set<T>> wide) {
    return wide.isEmpty() || narrow.filter(wide.get()::containsAll).isPresent();
  }

  /** In their order, so that equal conditions are told in equal words. */
  private static <T extends Comparable<T>> Set<T> bounded(String name, Collection<T> given) {
    Bounds.atMost(name, given, CODES_MAX);
    return Collections.unmodifiableSet(new TreeSet<>(given));
  }
}
