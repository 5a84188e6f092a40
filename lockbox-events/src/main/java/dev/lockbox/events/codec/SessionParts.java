package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.gateway.Usage;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.wire.shared.CommandParameter;
import dev.lockbox.wire.shared.DeedArgument;
import dev.lockbox.wire.shared.PerformedAction;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parts that records about sessions share. */
final class SessionParts {
  private SessionParts() {}

  static dev.lockbox.wire.shared.Connection wireConnection(Connection connection) {
    return new dev.lockbox.wire.shared.Connection(
        dev.lockbox.wire.shared.Channel.valueOf(connection.channel().name()),
        connection.source(),
        connection.device().map(SessionParts::wireDevice).orElse(null),
        texts(connection.methods()),
        text(connection.credential()),
        text(connection.crypto()),
        connection.country().orElse(null),
        wireKeeps(connection.keeps()));
  }

  static Connection fromConnection(dev.lockbox.wire.shared.Connection wire) {
    return new Connection(
        Channel.valueOf(wire.getChannel().name()),
        wire.getSource(),
        Optional.ofNullable(wire.getDevice()).map(SessionParts::fromDevice),
        claims(wire.getMethods()),
        claim(wire.getCredential()),
        claim(wire.getCrypto()),
        Optional.ofNullable(wire.getCountry()),
        fromKeeps(wire.getKeeps()));
  }

  private static dev.lockbox.wire.shared.@Nullable Keeps wireKeeps(Keeps keeps) {
    return keeps.equals(Keeps.NOTHING)
        ? null
        : new dev.lockbox.wire.shared.Keeps(
            keeps.obligations().stream()
                .map(Obligation::name)
                .sorted()
                .map(dev.lockbox.wire.shared.Obligation::valueOf)
                .toList(),
            texts(keeps.excluded()));
  }

  /** Who did not tell keeps nothing. */
  private static Keeps fromKeeps(dev.lockbox.wire.shared.@Nullable Keeps wire) {
    if (wire == null) {
      return Keeps.NOTHING;
    }
    var obligations = new HashSet<Obligation>();
    wire.getObligations().forEach(one -> obligations.add(Obligation.valueOf(one.name())));
    mustDiffer(obligations, wire.getObligations());
    var excluded = new HashSet<Code>();
    wire.getExcluded().forEach(one -> excluded.add(new Code(one)));
    mustDiffer(excluded, wire.getExcluded());
    return new Keeps(obligations, excluded);
  }

  private static dev.lockbox.wire.shared.Device wireDevice(Device device) {
    return new dev.lockbox.wire.shared.Device(
        device.id().value(), text(device.kind()), text(device.system()), texts(device.posture()));
  }

  private static Device fromDevice(dev.lockbox.wire.shared.Device wire) {
    return new Device(
        new DeviceId(wire.getDeviceId()),
        claim(wire.getKind()),
        claim(wire.getSystem()),
        claims(wire.getPosture()));
  }

  static dev.lockbox.wire.shared.Deed wireDeed(Deed deed) {
    return new dev.lockbox.wire.shared.Deed(
        dev.lockbox.wire.shared.Witness.valueOf(deed.witness().name()),
        deed.action().value(),
        deed.resource().value(),
        deed.prevented(),
        deed.command().map(SessionParts::wireCommand).orElse(null),
        deed.bytesRead(),
        wire(deed.entry()),
        deed.arguments().entrySet().stream()
            .map(one -> new DeedArgument(one.getKey().value(), wire(one.getValue())))
            .toList(),
        deed.times());
  }

  static Deed fromDeed(dev.lockbox.wire.shared.Deed wire) {
    return new Deed(
        Witness.valueOf(wire.getWitness().name()),
        new ActionName(wire.getAction()),
        new ResourceName(wire.getResource()),
        wire.getPrevented(),
        Optional.ofNullable(wire.getCommand()).map(SessionParts::fromCommand),
        wire.getBytesRead(),
        fromReason(wire.getEntry()),
        fromArguments(wire.getArguments()),
        wire.getTimes());
  }

  private static Map<Code, PersonalText> fromArguments(List<DeedArgument> wire) {
    var arguments = new TreeMap<Code, PersonalText>();
    wire.forEach(one -> arguments.put(new Code(one.getName()), fromPersonal(one.getValue())));
    mustDiffer(arguments.keySet(), wire);
    return arguments;
  }

  private static dev.lockbox.wire.shared.CommandLine wireCommand(CommandLine command) {
    return new dev.lockbox.wire.shared.CommandLine(
        command.verb(),
        command.parameters().entrySet().stream()
            .map(one -> new CommandParameter(one.getKey(), wire(one.getValue())))
            .toList());
  }

  private static CommandLine fromCommand(dev.lockbox.wire.shared.CommandLine wire) {
    var parameters = new TreeMap<String, PersonalText>();
    wire.getParameters()
        .forEach(one -> parameters.put(one.getName(), fromPersonal(one.getValue())));
    mustDiffer(parameters.keySet(), wire.getParameters());
    return new CommandLine(wire.getVerb(), parameters);
  }

  static dev.lockbox.wire.shared.Usage wireUsage(Usage usage) {
    return new dev.lockbox.wire.shared.Usage(
        usage.sessions(),
        usage.inSessions().toMillis(),
        usage.performed().entrySet().stream()
            .map(one -> new PerformedAction(one.getKey().value(), one.getValue()))
            .toList(),
        texts(usage.resources()),
        usage.flagged(),
        usage.prevented(),
        usage.bytesRead());
  }

  static Usage fromUsage(dev.lockbox.wire.shared.Usage wire) {
    var performed = new TreeMap<ActionName, Long>();
    wire.getPerformed()
        .forEach(one -> performed.put(new ActionName(one.getAction()), one.getTimes()));
    var resources = new TreeSet<ResourceName>();
    wire.getResources().forEach(one -> resources.add(new ResourceName(one)));
    return new Usage(
        wire.getSessions(),
        Duration.ofMillis(wire.getInSessionsMillis()),
        performed,
        resources,
        wire.getFlagged(),
        wire.getPrevented(),
        wire.getBytesRead());
  }

  static List<dev.lockbox.wire.shared.Finding> wireFindings(Set<Finding> findings) {
    return findings.stream()
        .sorted()
        .map(one -> dev.lockbox.wire.shared.Finding.valueOf(one.name()))
        .toList();
  }

  static Set<Finding> fromFindings(List<dev.lockbox.wire.shared.Finding> wire) {
    var findings = new HashSet<Finding>();
    wire.forEach(one -> findings.add(Finding.valueOf(one.name())));
    mustDiffer(findings, wire);
    return findings;
  }

  static @Nullable String text(Optional<?> told) {
    return told.map(Object::toString).orElse(null);
  }

  static Optional<ResourceName> resource(@Nullable String wire) {
    return Optional.ofNullable(wire).map(ResourceName::new);
  }

  static Optional<SessionId> session(@Nullable String wire) {
    return Optional.ofNullable(wire).map(SessionId::new);
  }

  /** In their order, so that equal sets have equal bytes. */
  static List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toList();
  }

  private static Optional<Claim> claim(@Nullable String wire) {
    return Optional.ofNullable(wire).map(Claim::new);
  }

  private static Set<Claim> claims(List<String> wire) {
    var claims = new HashSet<Claim>();
    wire.forEach(one -> claims.add(new Claim(one)));
    mustDiffer(claims, wire);
    return claims;
  }

  private static void mustDiffer(Collection<?> distinct, Collection<?> given) {
    if (distinct.size() != given.size()) {
      throw new IllegalArgumentException(
          "each of %s was expected once, %s differ".formatted(given.size(), distinct.size()));
    }
  }
}
