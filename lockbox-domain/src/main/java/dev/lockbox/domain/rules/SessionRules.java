package dev.lockbox.domain.rules;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a tenant has set for engineers' sessions.
 *
 * @param targets the first that is for a target holds for it; at most {@value #TARGETS_MAX}
 * @param commands where there is one for a channel, nothing else may be typed there; at most
 *     {@value #COMMANDS_MAX}, and no two have the same id; one without goes by its place, the first
 *     by {@code commands/1}, which is no other's id then
 * @param endedOutOfGrant whether a session ends with the first thing done in it that is outside of
 *     the grant; flagged it is in any case
 * @param listedOnly whether nothing may be typed on a channel for which no command is listed; there
 *     is one command less at most then
 */
public record SessionRules(
    SessionLimits limits,
    EntryRules entry,
    List<TargetRule> targets,
    List<CommandRule> commands,
    boolean endedOutOfGrant,
    boolean listedOnly)
    implements Policy.Part {
  public static final int TARGETS_MAX = 64;
  public static final int COMMANDS_MAX = 256;

  /** Of a tenant that has set nothing. */
  public static final SessionRules DEFAULT =
      new SessionRules(SessionLimits.DEFAULT, EntryRules.NONE, List.of(), List.of(), false, false);

  public SessionRules {
    Bounds.atMost("target rules", targets, TARGETS_MAX);
    Bounds.atMost("commands", commands, listedOnly ? COMMANDS_MAX - 1 : COMMANDS_MAX);
    targets = List.copyOf(targets);
    commands = List.copyOf(commands);
    var names = named(commands).map(Named::name).toList();
    if (Set.copyOf(names).size() != names.size()) {
      throw new IllegalArgumentException("ids of commands must be distinct, were " + names);
    }
  }

  /** What keeps an engineer out who comes in like this. */
  public enum Obstacle {
    CHANNEL,
    SOURCE,
    METHOD,
    CREDENTIAL,
    DEVICE,
    CRYPTO,
    COUNTRY
  }

  /**
   * The first thing about a connection that is not as it must be; empty where all is.
   *
   * @param target empty for a gateway session
   */
  public Optional<Obstacle> obstacleTo(Connection connection, Optional<ResourceName> target) {
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
    if (!entry.isCredentialFor(target, connection)) {
      return Optional.of(Obstacle.CREDENTIAL);
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
   * Whether this may be typed, and by which rules.
   *
   * @param channel of the session; empty where there is none
   * @param granted the actions that the grant lists
   */
  public Typing typing(Optional<Channel> channel, CommandLine command, List<ActionName> granted) {
    var listed = named(commands).filter(one -> one.rule.isFor(channel)).toList();
    if (listed.isEmpty() && !listedOnly) {
      return Typing.ANYTHING;
    }
    return listed.stream()
        .filter(one -> one.rule.allows(command, granted))
        .findFirst()
        .map(one -> new Typing(true, List.of(one.name)))
        .orElseGet(() -> new Typing(false, against(listed, command)));
  }

  private static List<Code> against(List<Named> listed, CommandLine command) {
    return listed.stream().filter(one -> one.rule.isOf(command)).map(Named::name).sorted().toList();
  }

  /** By its id, or by its place in the list: the first is {@code commands/1}. */
  private static Stream<Named> named(List<CommandRule> commands) {
    return IntStream.range(0, commands.size())
        .mapToObj(
            i -> {
              var rule = commands.get(i);
              return new Named(rule, rule.id().orElseGet(() -> new Code("commands/" + (i + 1))));
            });
  }

  private record Named(CommandRule rule, Code name) {}

  private Optional<TargetRule> ruleFor(ResourceName target) {
    return targets.stream().filter(rule -> rule.isFor(target)).findFirst();
  }
}
