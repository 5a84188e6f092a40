package dev.lockbox.domain.rules;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Optional;
import java.util.Set;

/**
 * That a kind of key or card is for some platform: for sessions by some channels, on some targets.
 *
 * @param credential ids of such keys or cards, as the issuer names them
 * @param channels it holds for; empty for all
 * @param under the beginning of the targets' names, by whole segments, in any case of letters, up
 *     to 512 characters; empty for every target and for sessions on a gateway
 */
public record CredentialRule(Wildcard credential, Set<Channel> channels, String under) {
  private static final int PREFIX_CHARS_MAX = 512;

  public CredentialRule {
    channels = Set.copyOf(channels);
    Bounds.within("under of a credential in characters", under.length(), 0, PREFIX_CHARS_MAX);
  }

  boolean names(Claim used) {
    return credential.matches(used.value());
  }

  /** Whether a session like this needs such a credential: also one on what holds the platform. */
  boolean isAskedFor(Channel channel, Optional<ResourceName> target) {
    return isBy(channel)
        && (under.isEmpty() || target.filter(one -> Branch.meets(under, one)).isPresent());
  }

  /** Whether such a credential is enough: on what holds more than the platform it is not. */
  boolean letsIn(Channel channel, Optional<ResourceName> target) {
    return isBy(channel)
        && (under.isEmpty() || target.filter(one -> Branch.holds(under, one)).isPresent());
  }

  private boolean isBy(Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
