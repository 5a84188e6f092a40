package dev.lockbox.api.view;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.TargetRule;
import dev.lockbox.domain.rules.Wildcard;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How engineers come in, and what ends their sessions; every name must be there.
 *
 * @param idleAfter ends a session when nothing was done for so long; ISO 8601, 1 minute to 24 hours
 * @param longest ends a session after so long; ISO 8601, 1 minute to 24 hours
 * @param targets the first that is for a target holds for it
 * @param commands where there is one for a channel, nothing else may be typed there
 * @param endedOutOfGrant whether a session ends with the first thing outside of the grant
 * @param listedOnly whether nothing may be typed on a channel for which no command is listed
 */
@Introspected
@Schema(name = "SessionRules")
public record SessionRulesJson(
    @Needed String idleAfter,
    @Needed String longest,
    @Needed EntryJson entry,
    @Needed List<TargetJson> targets,
    @Needed List<CommandJson> commands,
    @Needed boolean endedOutOfGrant,
    @Needed boolean listedOnly) {

  /**
   * How engineers may come in; all of it must hold, and an empty list asks for nothing.
   *
   * @param throughGateway whether a session on a target must go through an open gateway session
   * @param methods one of which the engineer must have authenticated by
   * @param kinds one of which the device must be
   * @param systems one of which the device's operating system must be
   * @param posture all of which the device must keep to
   * @param crypto modules, one of which must encrypt the session
   * @param countries in one of which the engineer must sit
   * @param credentials which keys or cards are for which platform; one that is listed is good
   *     nowhere else
   */
  @Introspected
  @Schema(name = "EntryRules")
  public record EntryJson(
      @Needed List<Channel> channels,
      @Needed List<String> sources,
      @Needed boolean throughGateway,
      @Needed List<String> methods,
      @Needed List<String> kinds,
      @Needed List<String> systems,
      @Needed List<String> posture,
      @Needed List<String> crypto,
      @Needed List<String> countries,
      @Needed List<CredentialJson> credentials) {
    private static EntryJson of(EntryRules entry) {
      return new EntryJson(
          entry.channels().stream().sorted().toList(),
          texts(entry.sources()),
          entry.throughGateway(),
          texts(entry.methods()),
          texts(entry.kinds()),
          texts(entry.systems()),
          texts(entry.posture()),
          texts(entry.crypto()),
          texts(entry.countries()),
          entry.credentials().stream().map(CredentialJson::of).toList());
    }

    private EntryRules toDomain() {
      return new EntryRules(
          Set.copyOf(channels),
          Set.copyOf(sources),
          throughGateway,
          claims(methods),
          claims(kinds),
          claims(systems),
          claims(posture),
          claims(crypto),
          Set.copyOf(countries),
          credentials.stream().map(CredentialJson::toDomain).toList());
    }
  }

  /**
   * That a kind of key or card is for some platform.
   *
   * @param credential ids of such keys or cards: {@code *} stands for any characters
   * @param channels it holds for; empty for all
   * @param under the beginning of the targets' names, by whole segments; empty for every target and
   *     for sessions on a gateway
   */
  @Introspected
  @Schema(name = "CredentialRule")
  public record CredentialJson(
      @Needed String credential, @Needed List<Channel> channels, @Needed String under) {
    private static CredentialJson of(CredentialRule rule) {
      return new CredentialJson(
          rule.credential().text(), rule.channels().stream().sorted().toList(), rule.under());
    }

    private CredentialRule toDomain() {
      return new CredentialRule(new Wildcard(credential), Set.copyOf(channels), under);
    }
  }

  /**
   * What holds for sessions on some targets only.
   *
   * @param under the beginning of their names, by whole segments
   * @param idleAfter null for what holds for all
   * @param engineers who may have any; empty for whomever a grant lets in
   */
  @Introspected
  @Schema(name = "TargetRule")
  public record TargetJson(
      @Needed String under,
      @Needed @Nullable String idleAfter,
      @Needed int sessionsMax,
      @Needed List<String> engineers) {
    private static TargetJson of(TargetRule target) {
      return new TargetJson(
          target.under(),
          target.idleAfter().map(Duration::toString).orElse(null),
          target.sessionsMax(),
          texts(target.engineers()));
    }

    private TargetRule toDomain() {
      return new TargetRule(
          under,
          Optional.ofNullable(idleAfter).map(Duration::parse),
          sessionsMax,
          engineers.stream().map(PersonId::new).collect(toUnmodifiableSet()));
    }
  }

  /**
   * One command that may be given.
   *
   * @param id by which records name it, no other command's; null for none: its place in the list
   *     names it then, {@code commands/1} for the first
   * @param channels it holds for; empty for all
   * @param actions one of which the grant must list; empty for any grant
   * @param parameters that may be given, by their names, and what their values may be: {@code *}
   *     stands for any characters
   */
  @Introspected
  @Schema(name = "CommandRule")
  public record CommandJson(
      @Needed @Nullable String id,
      @Needed List<Channel> channels,
      @Needed List<String> actions,
      @Needed String verb,
      @Needed Map<String, String> parameters) {
    private static CommandJson of(CommandRule command) {
      var parameters = new TreeMap<String, String>();
      command.parameters().forEach((name, value) -> parameters.put(name, value.text()));
      return new CommandJson(
          command.id().map(Code::value).orElse(null),
          command.channels().stream().sorted().toList(),
          texts(command.actions()),
          command.verb(),
          parameters);
    }

    private CommandRule toDomain() {
      return new CommandRule(
          Optional.ofNullable(id).map(Code::new),
          Set.copyOf(channels),
          actions.stream().map(ActionName::new).collect(toUnmodifiableSet()),
          verb,
          parameters.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, one -> new Wildcard(one.getValue()))));
    }
  }

  static SessionRulesJson of(SessionRules rules) {
    return new SessionRulesJson(
        rules.limits().idleAfter().toString(),
        rules.limits().longest().toString(),
        EntryJson.of(rules.entry()),
        rules.targets().stream().map(TargetJson::of).toList(),
        rules.commands().stream().map(CommandJson::of).toList(),
        rules.endedOutOfGrant(),
        rules.listedOnly());
  }

  /**
   * @throws RuntimeException when it contradicts a bound, or is no duration
   */
  SessionRules toDomain() {
    return new SessionRules(
        new SessionLimits(Duration.parse(idleAfter), Duration.parse(longest)),
        entry.toDomain(),
        targets.stream().map(TargetJson::toDomain).toList(),
        commands.stream().map(CommandJson::toDomain).toList(),
        endedOutOfGrant,
        listedOnly);
  }

  private static List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toList();
  }

  private static Set<Claim> claims(List<String> texts) {
    return texts.stream().map(Claim::new).collect(toUnmodifiableSet());
  }
}
