package dev.lockbox.domain.rules;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a tenant has set for engineers' sessions.
 *
 * @param targets the first that is for a target holds for it; at most {@value #TARGETS_MAX}
 * @param commands where there is one for a channel, nothing else may be typed there; at most
 *     {@value #COMMANDS_MAX}
 * @param endedOutOfGrant whether a session ends with the first thing done in it that is outside of
 *     the grant; flagged it is in any case
 */
public record SessionRules(
    SessionLimits limits,
    EntryRules entry,
    List<TargetRule> targets,
    List<CommandRule> commands,
    boolean endedOutOfGrant) {
  public static final int TARGETS_MAX = 64;
  public static final int COMMANDS_MAX = 256;

  /** Of a tenant that has set nothing. */
  public static final SessionRules DEFAULT =
      new SessionRules(SessionLimits.DEFAULT, EntryRules.NONE, List.of(), List.of(), false);

  public SessionRules {
    Bounds.atMost("target rules", targets, TARGETS_MAX);
    Bounds.atMost("commands", commands, COMMANDS_MAX);
    targets = List.copyOf(targets);
    commands = List.copyOf(commands);
  }

  /** What keeps an engineer out who comes in like this. */
  public enum Obstacle {
    CHANNEL,
    SOURCE,
    METHOD,
    DEVICE,
    CRYPTO,
    COUNTRY
  }

  /** The first thing about a connection that is not as it must be; empty where all is. */
  public Optional<Obstacle> obstacleTo(Connection connection) {
    if (!isAmong(entry.channels(), Optional.of(connection.channel()))) {
      return Optional.of(Obstacle.CHANNEL);
    }
    if (!isAmong(entry.sources(), Optional.of(connection.source()))) {
      return Optional.of(Obstacle.SOURCE);
    }
    if (!entry.methods().isEmpty()
        && connection.methods().stream().noneMatch(entry.methods()::contains)) {
      return Optional.of(Obstacle.METHOD);
    }
    if (!isFit(connection.device())) {
      return Optional.of(Obstacle.DEVICE);
    }
    if (!isAmong(entry.crypto(), connection.crypto())) {
      return Optional.of(Obstacle.CRYPTO);
    }
    return isAmong(entry.countries(), connection.country())
        ? Optional.empty()
        : Optional.of(Obstacle.COUNTRY);
  }

  /** A device nobody told of meets nothing that is asked of it. */
  private boolean isFit(Optional<Device> device) {
    return isAmong(entry.kinds(), device.flatMap(Device::kind))
        && isAmong(entry.systems(), device.flatMap(Device::system))
        && device.map(Device::posture).orElse(Set.of()).containsAll(entry.posture());
  }

  private static <T> boolean isAmong(Collection<T> listed, Optional<T> told) {
    return listed.isEmpty() || told.filter(listed::contains).isPresent();
  }

  /** Whether the engineer may have sessions on this target at all; a grant is needed besides. */
  public boolean admits(PersonId engineer, ResourceName target) {
    return ruleFor(target).map(rule -> rule.admits(engineer)).orElse(true);
  }

  /** How many of an engineer's sessions the target may have at once. */
  public int sessionsMax(ResourceName target) {
    return ruleFor(target).map(TargetRule::sessionsMax).orElse(1);
  }

  /**
   * How long nothing may be done in a session.
   *
   * @param target empty for a gateway session
   */
  public Duration idleAfter(Optional<ResourceName> target) {
    return target.flatMap(this::ruleFor).flatMap(TargetRule::idleAfter).orElse(limits.idleAfter());
  }

  /**
   * Whether this may be typed.
   *
   * @param channel of the session; empty where there is none
   * @param granted the actions that the grant lists
   */
  public boolean allows(Optional<Channel> channel, CommandLine command, List<ActionName> granted) {
    var listed = commands.stream().filter(rule -> rule.isFor(channel)).toList();
    return listed.isEmpty() || listed.stream().anyMatch(rule -> rule.allows(command, granted));
  }

  private Optional<TargetRule> ruleFor(ResourceName target) {
    return targets.stream().filter(rule -> rule.isFor(target)).findFirst();
  }
}
