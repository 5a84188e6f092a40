package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SessionCommandMapping.engineer;
import static dev.lockbox.events.codec.SessionParts.fromConnection;
import static dev.lockbox.events.codec.SessionParts.fromDeed;
import static dev.lockbox.events.codec.SessionParts.resource;
import static dev.lockbox.events.codec.SessionParts.session;
import static dev.lockbox.events.codec.SessionParts.text;
import static dev.lockbox.events.codec.SessionParts.wireConnection;
import static dev.lockbox.events.codec.SessionParts.wireDeed;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.request;

import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.intake.ActionIntended;
import dev.lockbox.wire.intake.ActionReported;
import dev.lockbox.wire.intake.DeviceExamined;
import dev.lockbox.wire.intake.SessionLeft;
import dev.lockbox.wire.intake.SessionMoved;
import dev.lockbox.wire.intake.SessionRequested;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What gateways and enforcement points write. The attempt's id is the one they gave the record. */
final class ActivityMapping implements Mapping<Activity> {
  private static final List<Class<? extends SpecificRecord>> OWN =
      List.of(
          SessionRequested.class,
          SessionMoved.class,
          ActionIntended.class,
          ActionReported.class,
          SessionLeft.class,
          DeviceExamined.class);

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return Stream.of(OWN, TargetReportMapping.INTAKE).flatMap(List::stream).toList();
  }

  @Override
  public SpecificRecord toWire(Activity activity) {
    var told = activity.told();
    var address = address(Topics.ACTIVITY, told.tenant());
    var gateway = told.by().actor().value();
    var id = told.by().id().value();
    var engineer = told.engineer().person().value();
    var at = activity.producedAt();
    return switch (told) {
      case StartSession start ->
          new SessionRequested(
              address,
              gateway,
              id,
              engineer,
              start.session().value(),
              start.request().value(),
              text(start.target()),
              text(start.through()),
              wireConnection(start.connection()),
              at);
      case NoteActivity active ->
          new SessionMoved(
              address,
              gateway,
              id,
              engineer,
              active.session().value(),
              active.request().value(),
              at);
      case ReportAction report ->
          new ActionReported(
              address,
              gateway,
              id,
              engineer,
              report.request().map(RequestId::value).orElse(null),
              text(report.session()),
              wireDeed(report.deed()),
              at);
      case AuthoriseAction ask ->
          new ActionIntended(
              address,
              gateway,
              id,
              engineer,
              ask.request().map(RequestId::value).orElse(null),
              text(ask.session()),
              wireDeed(ask.deed()),
              at);
      case EndSession end ->
          new SessionLeft(
              address, gateway, id, engineer, end.session().value(), end.request().value(), at);
      case ReportDevice report ->
          new DeviceExamined(
              address, gateway, id, engineer, report.device().value(), report.compliant(), at);
      case TargetReport report -> TargetReportMapping.toIntake(report, at);
    };
  }

  @Override
  public Activity toDomain(SpecificRecord wire) {
    return switch (wire) {
      case SessionRequested start ->
          new Activity(
              new StartSession(
                  engineer(start.getAddress(), start.getEngineer()),
                  by(start.getGateway(), start.getActivityId()),
                  new SessionId(start.getSessionId()),
                  request(start.getAddress(), start.getRequestId()),
                  resource(start.getTarget()),
                  session(start.getThrough()),
                  fromConnection(start.getConnection())),
              start.getProducedAt());
      case SessionMoved moved ->
          new Activity(
              new NoteActivity(
                  engineer(moved.getAddress(), moved.getEngineer()),
                  by(moved.getGateway(), moved.getActivityId()),
                  new SessionId(moved.getSessionId()),
                  request(moved.getAddress(), moved.getRequestId())),
              moved.getProducedAt());
      case ActionReported report ->
          new Activity(
              new ReportAction(
                  engineer(report.getAddress(), report.getEngineer()),
                  by(report.getGateway(), report.getActivityId()),
                  Optional.ofNullable(report.getRequestId())
                      .map(id -> request(report.getAddress(), id)),
                  session(report.getSessionId()),
                  fromDeed(report.getDeed())),
              report.getProducedAt());
      case ActionIntended ask ->
          new Activity(
              new AuthoriseAction(
                  engineer(ask.getAddress(), ask.getEngineer()),
                  by(ask.getGateway(), ask.getActivityId()),
                  Optional.ofNullable(ask.getRequestId()).map(id -> request(ask.getAddress(), id)),
                  session(ask.getSessionId()),
                  fromDeed(ask.getDeed())),
              ask.getProducedAt());
      case SessionLeft left ->
          new Activity(
              new EndSession(
                  engineer(left.getAddress(), left.getEngineer()),
                  by(left.getGateway(), left.getActivityId()),
                  new SessionId(left.getSessionId()),
                  request(left.getAddress(), left.getRequestId())),
              left.getProducedAt());
      case DeviceExamined device ->
          new Activity(
              new ReportDevice(
                  engineer(device.getAddress(), device.getEngineer()),
                  by(device.getGateway(), device.getActivityId()),
                  new DeviceId(device.getDeviceId()),
                  device.getCompliant()),
              device.getProducedAt());
      case SpecificRecord other when TargetReportMapping.INTAKE.contains(other.getClass()) ->
          TargetReportMapping.fromIntake(other);
      default -> throw Unmapped.type(wire);
    };
  }

  static Attempt by(String gateway, String id) {
    return new Attempt(new PersonId(gateway), new DecisionId(id));
  }

  @Override
  public Optional<TenantId> partitionedBy(Activity activity) {
    return Optional.empty();
  }

  @Override
  public String key(Activity activity) {
    return activity.told().engineer().person().value();
  }
}
