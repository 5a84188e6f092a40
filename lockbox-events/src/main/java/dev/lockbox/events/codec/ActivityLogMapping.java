package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SessionCommandMapping.engineer;
import static dev.lockbox.events.codec.SessionParts.session;
import static dev.lockbox.events.codec.SessionParts.text;
import static dev.lockbox.events.codec.SharedMapping.address;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.SeatNews;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.intake.DevicePostureFound;
import dev.lockbox.wire.intake.SeatAnswered;
import dev.lockbox.wire.intake.SeatLeft;
import dev.lockbox.wire.shared.Everybodys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** All that stands on the topic of gateways: what they write, and the processor's own. */
final class ActivityLogMapping implements Mapping<ActivityLogEntry> {
  private static final List<Class<? extends SpecificRecord>> OWN =
      List.of(SeatAnswered.class, SeatLeft.class, DevicePostureFound.class);

  private final Mapping<Activity> activity;

  ActivityLogMapping(Mapping<Activity> activity) {
    this.activity = activity;
  }

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return Stream.of(activity.types(), OWN).flatMap(List::stream).toList();
  }

  @Override
  public SpecificRecord toWire(ActivityLogEntry entry) {
    return switch (entry) {
      case Activity told -> activity.toWire(told);
      case SeatNews news -> toWire(news.report());
      case PostureFound found -> toWire(found);
    };
  }

  private static SpecificRecord toWire(SeatReport report) {
    var address = address(Topics.ACTIVITY, report.engineer().tenant());
    var engineer = report.engineer().person().value();
    return switch (report) {
      case SeatReport.SeatAnswered answer ->
          new SeatAnswered(address, answer.claim().value(), engineer, text(answer.session()));
      case SeatReport.SeatLeft left -> new SeatLeft(address, engineer, left.session().value());
    };
  }

  private static SpecificRecord toWire(PostureFound found) {
    var posture = found.posture();
    return new DevicePostureFound(
        new Everybodys(Topics.ACTIVITY.name()),
        posture.by().actor().value(),
        posture.by().id().value(),
        posture.device().value(),
        posture.compliant(),
        posture.examinedAt(),
        found.producedAt());
  }

  @Override
  public ActivityLogEntry toDomain(SpecificRecord wire) {
    return switch (wire) {
      case SeatAnswered answer ->
          new SeatNews(
              new SeatReport.SeatAnswered(
                  engineer(answer.getAddress(), answer.getEngineer()),
                  new CommandId(answer.getCommandId()),
                  session(answer.getSessionId())));
      case SeatLeft left ->
          new SeatNews(
              new SeatReport.SeatLeft(
                  engineer(left.getAddress(), left.getEngineer()),
                  new SessionId(left.getSessionId())));
      case DevicePostureFound found ->
          new PostureFound(
              new Posture(
                  new DeviceId(found.getDeviceId()),
                  ActivityMapping.by(found.getGateway(), found.getActivityId()),
                  found.getCompliant(),
                  found.getExaminedAt()),
              found.getProducedAt());
      default -> activity.toDomain(wire);
    };
  }

  @Override
  public Optional<TenantId> partitionedBy(ActivityLogEntry entry) {
    return Optional.empty();
  }

  @Override
  public String key(ActivityLogEntry entry) {
    return switch (entry) {
      case Activity told -> activity.key(told);
      case SeatNews news -> news.report().engineer().person().value();
      case PostureFound found -> found.posture().device().value();
    };
  }
}
