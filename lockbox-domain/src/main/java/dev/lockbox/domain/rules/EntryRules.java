package dev.lockbox.domain.rules;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How engineers may come in. Every one of these must hold when a session begins; an empty set asks
 * for nothing.
 *
 * @param channels that are allowed
 * @param sources addresses of the gateways that are allowed; at most {@value #LISTED_MAX}
 * @param throughGateway whether a session on a target must go through an open gateway session
 * @param methods one of which the engineer must have authenticated by
 * @param kinds one of which the device must be
 * @param systems one of which the device's operating system must be
 * @param posture all of which the device must keep to; one less at most where there are credentials
 * @param crypto modules, one of which must encrypt the session
 * @param countries in one of which the engineer must sit, two capital letters each
 * @param credentials which keys or cards are for which platform, so that one that is listed is good
 *     nowhere else; at most {@value #LISTED_MAX}
 */
public record EntryRules(
    Set<Channel> channels,
    Set<String> sources,
    boolean throughGateway,
    Set<Claim> methods,
    Set<Claim> kinds,
    Set<Claim> systems,
    Set<Claim> posture,
    Set<Claim> crypto,
    Set<String> countries,
    List<CredentialRule> credentials) {
  public static final int LISTED_MAX = 64;
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,127}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /** Whoever has a grant comes in. */
  public static final EntryRules NONE =
      new EntryRules(
          Set.of(), Set.of(), false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          List.of());

  public EntryRules {
    channels = Set.copyOf(channels);
    sources = all("sources", SOURCE, sources);
    methods = listed("methods", methods);
    kinds = listed("kinds", kinds);
    systems = listed("systems", systems);
    Bounds.atMost("posture", posture, credentials.isEmpty() ? LISTED_MAX : LISTED_MAX - 1);
    posture = Set.copyOf(posture);
    crypto = listed("crypto", crypto);
    countries = all("countries", COUNTRY, countries);
    Bounds.atMost("credentials", credentials, LISTED_MAX);
    credentials = List.copyOf(credentials);
  }

  /**
   * Whether the key or card that was used is for a session like this. Where none is asked for, one
   * that is listed for elsewhere is not.
   *
   * @param target empty for a gateway session
   */
  boolean isCredentialFor(Optional<ResourceName> target, Connection connection) {
    var used = connection.credential();
    var naming = credentials.stream().filter(rule -> used.filter(rule::names).isPresent()).toList();
    return naming.stream().anyMatch(rule -> rule.letsIn(connection.channel(), target))
        || naming.isEmpty()
            && credentials.stream()
                .noneMatch(rule -> rule.isAskedFor(connection.channel(), target));
  }

  private static <T> Set<T> listed(String name, Collection<T> given) {
    Bounds.atMost(name, given, LISTED_MAX);
    return Set.copyOf(given);
  }

  private static Set<String> all(String name, Pattern shape, Collection<String> given) {
    if (!given.stream().allMatch(one -> shape.matcher(one).matches())) {
      throw new IllegalArgumentException("%s must match %s".formatted(name, shape.pattern()));
    }
    return listed(name, given);
  }
}
