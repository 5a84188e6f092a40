package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SessionParts.fromConnection;
import static dev.lockbox.events.codec.SessionParts.fromDeed;
import static dev.lockbox.events.codec.SessionParts.resource;
import static dev.lockbox.events.codec.SessionParts.session;
import static dev.lockbox.events.codec.SessionParts.text;
import static dev.lockbox.events.codec.SessionParts.wireConnection;
import static dev.lockbox.events.codec.SessionParts.wireDeed;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.AuthoriseAction;
import dev.lockbox.wire.command.EndSession;
import dev.lockbox.wire.command.EnforceSessions;
import dev.lockbox.wire.command.NoteActivity;
import dev.lockbox.wire.command.ReportAction;
import dev.lockbox.wire.command.ReportDevice;
import dev.lockbox.wire.command.StartSecondSession;
import dev.lockbox.wire.command.StartSession;
import dev.lockbox.wire.shared.Addressed;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What is asked and told of sessions, on the command log. */
final class SessionCommandMapping {
  static final List<Class<? extends SpecificRecord>> TYPES =
      List.of(
          StartSession.class,
          StartSecondSession.class,
          NoteActivity.class,
          ReportAction.class,
          AuthoriseAction.class,
          EndSession.class,
          ReportDevice.class,
          EnforceSessions.class);

  private SessionCommandMapping() {}

  static SpecificRecord toWire(String id, SessionCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var engineer = command.engineer().person().value();
    return switch (command) {
      case SessionCommand.StartSession start when start.seatTaken() ->
          new StartSecondSession(
              address,
              id,
              wire(start.by()),
              engineer,
              start.session().value(),
              start.request().value(),
              wireConnection(start.connection()));
      case SessionCommand.StartSession start ->
          new StartSession(
              address,
              id,
              wire(start.by()),
              engineer,
              start.session().value(),
              start.request().value(),
              text(start.target()),
              text(start.through()),
              wireConnection(start.connection()));
      case SessionCommand.NoteActivity active ->
          new NoteActivity(
              address,
              id,
              wire(active.by()),
              engineer,
              active.session().value(),
              active.request().value());
      case SessionCommand.ReportAction report ->
          new ReportAction(
              address,
              id,
              wire(report.by()),
              engineer,
              report.request().map(RequestId::value).orElse(null),
              text(report.session()),
              wireDeed(report.deed()));
      case SessionCommand.AuthoriseAction ask ->
          new AuthoriseAction(
              address,
              id,
              wire(ask.by()),
              engineer,
              ask.request().map(RequestId::value).orElse(null),
              text(ask.session()),
              wireDeed(ask.deed()));
      case SessionCommand.EndSession end ->
          new EndSession(
              address, id, wire(end.by()), engineer, end.session().value(), end.request().value());
      case SessionCommand.ReportDevice report ->
          new ReportDevice(
              address,
              id,
              wire(report.by()),
              engineer,
              report.device().value(),
              report.compliant());
      case TargetReport report -> TargetReportMapping.toCommand(id, report);
      case SessionCommand.EnforceSessions alarm -> new EnforceSessions(address, id, engineer);
    };
  }

  static LoggedCommand toDomain(SpecificRecord wire) {
    return switch (wire) {
      case StartSession start ->
          logged(
              start.getCommandId(),
              new SessionCommand.StartSession(
                  engineer(start.getAddress(), start.getEngineer()),
                  fromAttempt(start.getBy()),
                  new SessionId(start.getSessionId()),
                  request(start.getAddress(), start.getRequestId()),
                  resource(start.getTarget()),
                  session(start.getThrough()),
                  fromConnection(start.getConnection())));
      case StartSecondSession start ->
          logged(
              start.getCommandId(),
              new SessionCommand.StartSession(
                      engineer(start.getAddress(), start.getEngineer()),
                      fromAttempt(start.getBy()),
                      new SessionId(start.getSessionId()),
                      request(start.getAddress(), start.getRequestId()),
                      Optional.empty(),
                      Optional.empty(),
                      fromConnection(start.getConnection()))
                  .withSeatTaken());
      case NoteActivity active ->
          logged(
              active.getCommandId(),
              new SessionCommand.NoteActivity(
                  engineer(active.getAddress(), active.getEngineer()),
                  fromAttempt(active.getBy()),
                  new SessionId(active.getSessionId()),
                  request(active.getAddress(), active.getRequestId())));
      case ReportAction report ->
          logged(
              report.getCommandId(),
              new SessionCommand.ReportAction(
                  engineer(report.getAddress(), report.getEngineer()),
                  fromAttempt(report.getBy()),
                  Optional.ofNullable(report.getRequestId())
                      .map(id -> request(report.getAddress(), id)),
                  session(report.getSessionId()),
                  fromDeed(report.getDeed())));
      case AuthoriseAction ask ->
          logged(
              ask.getCommandId(),
              new SessionCommand.AuthoriseAction(
                  engineer(ask.getAddress(), ask.getEngineer()),
                  fromAttempt(ask.getBy()),
                  Optional.ofNullable(ask.getRequestId()).map(id -> request(ask.getAddress(), id)),
                  session(ask.getSessionId()),
                  fromDeed(ask.getDeed())));
      case EndSession end ->
          logged(
              end.getCommandId(),
              new SessionCommand.EndSession(
                  engineer(end.getAddress(), end.getEngineer()),
                  fromAttempt(end.getBy()),
                  new SessionId(end.getSessionId()),
                  request(end.getAddress(), end.getRequestId())));
      case ReportDevice report ->
          logged(
              report.getCommandId(),
              new SessionCommand.ReportDevice(
                  engineer(report.getAddress(), report.getEngineer()),
                  fromAttempt(report.getBy()),
                  new DeviceId(report.getDeviceId()),
                  report.getCompliant()));
      case EnforceSessions alarm ->
          logged(
              alarm.getCommandId(),
              new SessionCommand.EnforceSessions(
                  engineer(alarm.getAddress(), alarm.getEngineer())));
      default -> throw Unmapped.type(wire);
    };
  }

  static EngineerId engineer(Addressed address, String person) {
    return new EngineerId(new TenantId(address.getTenant()), new PersonId(person));
  }

  private static LoggedCommand logged(String id, SessionCommand command) {
    return new LoggedCommand(new CommandId(id), command);
  }
}
