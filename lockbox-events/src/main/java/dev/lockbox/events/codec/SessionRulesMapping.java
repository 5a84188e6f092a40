package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SessionParts.texts;

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
import dev.lockbox.wire.shared.ParameterRule;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a tenant has set for engineers' sessions. */
final class SessionRulesMapping {
  /**
   * A command for all channels that nobody can give: no grant lists its action. Where only listed
   * commands may be typed it goes along as the last one, so that each channel has a list also for a
   * reader that does not know of that rule.
   */
  private static final CommandRule NOTHING =
      new CommandRule(
          Optional.empty(),
          Set.of(),
          Set.of(new ActionName("lockbox:nothing")),
          "nothing",
          Map.of());

  /**
   * What no device keeps to. Where credentials are listed it goes along as the last that a device
   * must keep to, so that a reader that does not know of them lets nobody in.
   */
  private static final String BY_NO_DEVICE = "lockbox:nothing";

  private SessionRulesMapping() {}

  static dev.lockbox.wire.shared.SessionRules wire(SessionRules rules) {
    return new dev.lockbox.wire.shared.SessionRules(
        rules.limits().idleAfter().toMillis(),
        rules.limits().longest().toMillis(),
        wireEntry(rules.entry()),
        rules.targets().stream().map(SessionRulesMapping::wireTarget).toList(),
        Stream.concat(
                rules.commands().stream(), rules.listedOnly() ? Stream.of(NOTHING) : Stream.of())
            .map(SessionRulesMapping::wireCommand)
            .toList(),
        rules.endedOutOfGrant(),
        rules.listedOnly());
  }

  static SessionRules fromRules(dev.lockbox.wire.shared.SessionRules wire) {
    return new SessionRules(
        new SessionLimits(
            Duration.ofMillis(wire.getIdleAfterMillis()),
            Duration.ofMillis(wire.getLongestMillis())),
        fromEntry(wire.getEntry()),
        wire.getTargets().stream().map(SessionRulesMapping::fromTarget).toList(),
        fromCommands(wire),
        wire.getEndedOutOfGrant(),
        wire.getListedOnly());
  }

  /** Without the one that only goes along. */
  private static List<CommandRule> fromCommands(dev.lockbox.wire.shared.SessionRules wire) {
    var commands = wire.getCommands().stream().map(SessionRulesMapping::fromCommand).toList();
    var goesAlong =
        wire.getListedOnly() && !commands.isEmpty() && commands.getLast().equals(NOTHING);
    return goesAlong ? commands.subList(0, commands.size() - 1) : commands;
  }

  private static dev.lockbox.wire.shared.EntryRules wireEntry(EntryRules entry) {
    return new dev.lockbox.wire.shared.EntryRules(
        wireChannels(entry.channels()),
        texts(entry.sources()),
        entry.throughGateway(),
        texts(entry.methods()),
        texts(entry.kinds()),
        texts(entry.systems()),
        wirePosture(entry),
        texts(entry.crypto()),
        texts(entry.countries()),
        entry.credentials().stream().map(SessionRulesMapping::wireCredential).toList());
  }

  private static EntryRules fromEntry(dev.lockbox.wire.shared.EntryRules wire) {
    return new EntryRules(
        fromChannels(wire.getChannels()),
        all(wire.getSources(), text -> text),
        wire.getThroughGateway(),
        all(wire.getMethods(), Claim::new),
        all(wire.getKinds(), Claim::new),
        all(wire.getSystems(), Claim::new),
        all(postureIn(wire), Claim::new),
        all(wire.getCrypto(), Claim::new),
        all(wire.getCountries(), text -> text),
        wire.getCredentials().stream().map(SessionRulesMapping::fromCredential).toList());
  }

  private static List<String> wirePosture(EntryRules entry) {
    return Stream.concat(
            texts(entry.posture()).stream(),
            entry.credentials().isEmpty() ? Stream.of() : Stream.of(BY_NO_DEVICE))
        .toList();
  }

  /** Without what only goes along. */
  private static List<String> postureIn(dev.lockbox.wire.shared.EntryRules wire) {
    var posture = wire.getPosture();
    var goesAlong =
        !wire.getCredentials().isEmpty()
            && !posture.isEmpty()
            && posture.getLast().equals(BY_NO_DEVICE);
    return goesAlong ? posture.subList(0, posture.size() - 1) : posture;
  }

  private static dev.lockbox.wire.shared.CredentialRule wireCredential(CredentialRule rule) {
    return new dev.lockbox.wire.shared.CredentialRule(
        rule.credential().text(), wireChannels(rule.channels()), rule.under());
  }

  private static CredentialRule fromCredential(dev.lockbox.wire.shared.CredentialRule wire) {
    return new CredentialRule(
        new Wildcard(wire.getCredential()), fromChannels(wire.getChannels()), wire.getUnder());
  }

  private static dev.lockbox.wire.shared.TargetRule wireTarget(TargetRule target) {
    return new dev.lockbox.wire.shared.TargetRule(
        target.under(),
        target.idleAfter().map(Duration::toMillis).orElse(null),
        target.sessionsMax(),
        texts(target.engineers()));
  }

  private static TargetRule fromTarget(dev.lockbox.wire.shared.TargetRule wire) {
    return new TargetRule(
        wire.getUnder(),
        Optional.ofNullable(wire.getIdleAfterMillis()).map(Duration::ofMillis),
        wire.getSessionsMax(),
        all(wire.getEngineers(), PersonId::new));
  }

  private static dev.lockbox.wire.shared.CommandRule wireCommand(CommandRule command) {
    return new dev.lockbox.wire.shared.CommandRule(
        wireChannels(command.channels()),
        texts(command.actions()),
        command.verb(),
        command.parameters().entrySet().stream()
            .map(one -> new ParameterRule(one.getKey(), one.getValue().text()))
            .toList(),
        command.id().map(Code::value).orElse(null));
  }

  private static CommandRule fromCommand(dev.lockbox.wire.shared.CommandRule wire) {
    var parameters = new TreeMap<String, Wildcard>();
    wire.getParameters()
        .forEach(one -> parameters.put(one.getName(), new Wildcard(one.getPattern())));
    return new CommandRule(
        Optional.ofNullable(wire.getId()).map(Code::new),
        fromChannels(wire.getChannels()),
        all(wire.getActions(), ActionName::new),
        wire.getVerb(),
        parameters);
  }

  private static List<dev.lockbox.wire.shared.Channel> wireChannels(Collection<Channel> channels) {
    return channels.stream()
        .sorted()
        .map(one -> dev.lockbox.wire.shared.Channel.valueOf(one.name()))
        .toList();
  }

  private static Set<Channel> fromChannels(List<dev.lockbox.wire.shared.Channel> wire) {
    return all(wire, one -> Channel.valueOf(one.name()));
  }

  private static <W, T> Set<T> all(List<W> wire, Function<W, T> meaning) {
    var values = new HashSet<T>();
    wire.forEach(one -> values.add(meaning.apply(one)));
    return values;
  }
}
