package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.personThrough;
import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Actors.system;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each event of an engineer's sessions becomes; see {@link EventRecords}. Source of the shape:
 * OCSF 1.8.0, classes 3003 for a session that begins and 6003 for what was done.
 */
final class SessionRecords {
  private SessionRecords() {}

  static Draft draft(SessionEvent event) {
    return switch (event) {
      case SessionStarted started -> started(started);
      case SessionActive active -> active(active);
      case ActionAuthorised authorised -> authorised(authorised);
      case ActionPerformed performed -> performed(performed);
      case ActionDenied denied -> denied(denied);
      case SessionEnded ended -> ended(ended);
      case DevicePostureChanged changed -> changed(changed);
      case UseSummarised summarised -> summarised(summarised);
      case TargetEvent found -> TargetRecords.draft(found);
    };
  }

  /**
   * What it happened to, where that is not the request or the tenant; those classes have no entity.
   */
  static Optional<Fields> things(SessionEvent event) {
    return switch (event) {
      case SessionStarted started -> Optional.of(new Fields());
      case ActionAuthorised authorised -> Optional.of(resource(authorised.deed().resource()));
      case ActionPerformed performed -> Optional.of(resource(performed.deed().resource()));
      case ActionDenied denied -> Optional.of(resource(denied.deed().resource()));
      case SessionActive active -> Optional.empty();
      case SessionEnded ended -> Optional.empty();
      case DevicePostureChanged changed -> Optional.empty();
      case UseSummarised summarised -> Optional.empty();
      case TargetEvent found -> TargetRecords.things(found);
    };
  }

  static Fields resource(ResourceName resource) {
    return new Fields()
        .objects(
            "resources",
            new Fields()
                .text("type", "Resource")
                .text("uid", resource.value())
                .text("name", resource.value()));
  }

  private static Draft started(SessionStarted event) {
    var engineer = event.engineer().person();
    return done(
            service(event.by().actor()),
            "%s came in by %s, for %s at the longest: %s"
                .formatted(engineer, event.connection().channel(), event.endBy(), event.request()))
        .with(
            new Fields()
                .object("user", new Fields().text("uid", engineer.value()))
                .object("session", new Fields().text("uid", event.session().value()))
                .texts("privileges", event.actions().stream().map(ActionName::value).toList())
                .object("src_endpoint", gateway(event.connection().source())))
        .by(event.by())
        .lockbox(
            new Fields()
                .text("target", event.target().map(ResourceName::value))
                .text("through", event.through().map(SessionId::value))
                .number("idle_after_millis", event.idleAfter().toMillis())
                .number("access_until", event.accessUntil().toEpochMilli())
                .number("end_by", event.endBy().toEpochMilli())
                .object("connection", connection(event.connection())));
  }

  private static Fields connection(Connection connection) {
    return new Fields()
        .text("channel", connection.channel().name())
        .object(
            "device",
            connection
                .device()
                .map(
                    device ->
                        new Fields()
                            .text("id", device.id().value())
                            .text("kind", device.kind().map(Claim::value))
                            .text("system", device.system().map(Claim::value))
                            .texts("posture", claims(device.posture()))))
        .texts("methods", claims(connection.methods()))
        .text("credential", connection.credential().map(Claim::value))
        .text("crypto", connection.crypto().map(Claim::value))
        .text("country", connection.country())
        .object("keeps", keeps(connection.keeps()));
  }

  /** Empty when nothing was told. */
  private static Optional<Fields> keeps(Keeps keeps) {
    return keeps.equals(Keeps.NOTHING)
        ? Optional.empty()
        : Optional.of(
            new Fields()
                .texts("obligations", texts(List.copyOf(keeps.obligations())))
                .texts("excluded", texts(List.copyOf(keeps.excluded()))));
  }

  private static Draft active(SessionActive event) {
    return done(
            service(event.by().actor()),
            "session %s of %s is in use: %s"
                .formatted(event.session(), event.engineer().person(), event.request()))
        .by(event.by())
        .lockbox(
            session(event.engineer().person(), Optional.of(event.session()))
                .number("idle_by", event.idleBy().toEpochMilli()));
  }

  private static Draft authorised(ActionAuthorised event) {
    return deed(
            event,
            event.deed(),
            Set.of(),
            event.rules(),
            "%s may perform %s on %s",
            event.by().actor())
        .by(event.by())
        .lockbox(session(event.engineer().person(), Optional.of(event.session())))
        .lockbox(
            new Fields()
                .text("granted", event.granted().value())
                .number("idle_by", event.idleBy().toEpochMilli()));
  }

  private static Draft performed(ActionPerformed event) {
    return deed(
            event,
            event.deed(),
            event.findings(),
            event.rules(),
            event.findings().isEmpty()
                ? "%s performed %s on %s"
                : "%s performed %s on %s, which was not granted",
            event.by().actor())
        .with(new Fields().flag("is_alert", !event.findings().isEmpty()))
        .by(event.by())
        .lockbox(session(event.engineer().person(), event.session()))
        .lockbox(new Fields().text("granted", event.granted().map(ResourceName::value)));
  }

  private static Draft denied(ActionDenied event) {
    return deed(
            event,
            event.deed(),
            event.findings(),
            event.rules(),
            "%s was kept from %s on %s",
            event.by().actor())
        .by(event.by())
        .lockbox(session(event.engineer().person(), event.session()));
  }

  private static Draft deed(
      SessionEvent event,
      Deed deed,
      Set<Finding> findings,
      List<Code> rules,
      String message,
      PersonId gateway) {
    var engineer = event.engineer().person();
    return done(
            personThrough(engineer, gateway),
            message.formatted(engineer, deed.action(), deed.resource()))
        .with(
            new Fields()
                .object("api", new Fields().text("operation", deed.action().value()))
                .object("src_endpoint", gateway(gateway.value())))
        .with(times(deed))
        .lockbox(
            new Fields()
                .text("witness", deed.witness().name())
                .texts("findings", findings.stream().map(Finding::name).sorted().toList())
                .texts("rules", Optional.of(texts(rules)).filter(ids -> !ids.isEmpty()))
                .number("bytes_read", deed.bytesRead())
                .object("command", deed.command().map(SessionRecords::command))
                .text("entry", deed.entry().map(PersonalText::text)))
        .lockbox(arguments(deed));
  }

  /** Base Event's {@code count}: of one that stands for several. */
  private static Fields times(Deed deed) {
    return deed.times() == 1 ? new Fields() : new Fields().number("count", deed.times());
  }

  /** Nothing where none were told. */
  private static Fields arguments(Deed deed) {
    return deed.arguments().isEmpty()
        ? new Fields()
        : new Fields()
            .objects(
                "arguments",
                deed.arguments().entrySet().stream()
                    .map(
                        one ->
                            new Fields()
                                .text("name", one.getKey().value())
                                .text("value", one.getValue().text()))
                    .toList());
  }

  private static Fields command(CommandLine command) {
    return new Fields()
        .text("verb", command.verb())
        .objects(
            "parameters",
            command.parameters().entrySet().stream()
                .map(
                    one ->
                        new Fields()
                            .text("name", one.getKey())
                            .text("value", one.getValue().text()))
                .toList());
  }

  private static Draft ended(SessionEnded event) {
    var draft =
        done(
            event.attempted().map(by -> service(by.actor())).orElseGet(Actors::system),
            "session %s of %s ended, %s: %s"
                .formatted(
                    event.session(), event.engineer().person(), event.cause(), event.request()));
    return event
        .attempted()
        .map(draft::by)
        .orElse(draft)
        .lockbox(
            session(event.engineer().person(), Optional.of(event.session()))
                .text("cause", event.cause().name()));
  }

  private static Draft changed(DevicePostureChanged event) {
    return done(
            service(event.by().actor()),
            "device %s of %s %s"
                .formatted(
                    event.device(),
                    event.engineer().person(),
                    event.compliant() ? "keeps to what it must" : "does not keep to what it must"))
        .by(event.by())
        .lockbox(
            new Fields()
                .text("engineer", event.engineer().person().value())
                .text("device", event.device().value())
                .flag("compliant", event.compliant()));
  }

  private static Draft summarised(UseSummarised event) {
    var usage = event.usage();
    return done(
            system(),
            "%s performed %s of %s granted actions, and something outside of the grant %s times: %s"
                .formatted(
                    event.engineer().person(),
                    usage.performed().size(),
                    usage.performed().size() + event.unusedActions().size(),
                    usage.flagged(),
                    event.request()))
        .lockbox(
            new Fields()
                .text("engineer", event.engineer().person().value())
                .number("sessions", usage.sessions())
                .number("in_sessions_millis", usage.inSessions().toMillis())
                .objects(
                    "performed",
                    usage.performed().entrySet().stream()
                        .map(
                            one ->
                                new Fields()
                                    .text("action", one.getKey().value())
                                    .number("times", one.getValue()))
                        .toList())
                .texts("resources", texts(List.copyOf(usage.resources())))
                .texts("unused_actions", texts(event.unusedActions()))
                .texts("unused_resources", texts(event.unusedResources()))
                .number("flagged", usage.flagged())
                .number("prevented", usage.prevented())
                .number("bytes_read", usage.bytesRead())
                .number("percent_used", event.percentUsed()));
  }

  private static Fields session(PersonId engineer, Optional<SessionId> session) {
    return new Fields()
        .text("engineer", engineer.value())
        .text("session", session.map(SessionId::value));
  }

  private static Fields gateway(String name) {
    return new Fields().text("svc_name", name);
  }

  private static List<String> claims(Set<Claim> claims) {
    return claims.stream().sorted().map(Claim::value).toList();
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }
}
