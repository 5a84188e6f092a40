package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.ActivityMapping.by;
import static dev.lockbox.events.codec.SessionCommandMapping.engineer;
import static dev.lockbox.events.codec.SessionParts.fromFindings;
import static dev.lockbox.events.codec.SessionParts.wireFindings;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.ReportNotProvisioned;
import dev.lockbox.wire.command.ReportProvisioned;
import dev.lockbox.wire.command.ReportUngranted;
import dev.lockbox.wire.intake.AccessNotProvisioned;
import dev.lockbox.wire.intake.AccessProvisioned;
import dev.lockbox.wire.intake.UngrantedAccessFound;
import dev.lockbox.wire.shared.Addressed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What is told of access at targets: as it is published, and as it stands on the command log. */
final class TargetReportMapping {
  static final List<Class<? extends SpecificRecord>> INTAKE =
      List.of(AccessProvisioned.class, AccessNotProvisioned.class, UngrantedAccessFound.class);
  static final List<Class<? extends SpecificRecord>> COMMANDS =
      List.of(ReportProvisioned.class, ReportNotProvisioned.class, ReportUngranted.class);

  private TargetReportMapping() {}

  static SpecificRecord toIntake(TargetReport report, Instant producedAt) {
    var address = address(Topics.ACTIVITY, report.tenant());
    var point = report.by().actor().value();
    var id = report.by().id().value();
    var engineer = report.engineer().person().value();
    return switch (report) {
      case TargetReport.ReportProvisioned told ->
          new AccessProvisioned(address, point, id, engineer, told.request().value(), producedAt);
      case TargetReport.ReportNotProvisioned told ->
          new AccessNotProvisioned(
              address, point, id, engineer, told.request().value(), producedAt);
      case TargetReport.ReportUngranted told ->
          new UngrantedAccessFound(
              address,
              point,
              id,
              engineer,
              told.about().map(RequestId::value).orElse(null),
              told.action().value(),
              told.resource().value(),
              wireFindings(told.findings()),
              producedAt);
    };
  }

  /** One of {@link #INTAKE}. */
  static Activity fromIntake(SpecificRecord wire) {
    return switch (wire) {
      case AccessProvisioned told ->
          new Activity(
              new TargetReport.ReportProvisioned(
                  engineer(told.getAddress(), told.getEngineer()),
                  by(told.getPoint(), told.getActivityId()),
                  request(told.getAddress(), told.getRequestId())),
              told.getProducedAt());
      case AccessNotProvisioned told ->
          new Activity(
              new TargetReport.ReportNotProvisioned(
                  engineer(told.getAddress(), told.getEngineer()),
                  by(told.getPoint(), told.getActivityId()),
                  request(told.getAddress(), told.getRequestId())),
              told.getProducedAt());
      case UngrantedAccessFound told ->
          new Activity(
              new TargetReport.ReportUngranted(
                  engineer(told.getAddress(), told.getEngineer()),
                  by(told.getPoint(), told.getActivityId()),
                  maybe(told.getAddress(), told.getRequestId()),
                  new ActionName(told.getAction()),
                  new ResourceName(told.getResource()),
                  fromFindings(told.getFindings())),
              told.getProducedAt());
      default -> throw Unmapped.type(wire);
    };
  }

  static SpecificRecord toCommand(String id, TargetReport report) {
    var address = address(Topics.COMMANDS, report.tenant());
    var engineer = report.engineer().person().value();
    return switch (report) {
      case TargetReport.ReportProvisioned told ->
          new ReportProvisioned(address, id, wire(told.by()), engineer, told.request().value());
      case TargetReport.ReportNotProvisioned told ->
          new ReportNotProvisioned(address, id, wire(told.by()), engineer, told.request().value());
      case TargetReport.ReportUngranted told ->
          new ReportUngranted(
              address,
              id,
              wire(told.by()),
              engineer,
              told.about().map(RequestId::value).orElse(null),
              told.action().value(),
              told.resource().value(),
              wireFindings(told.findings()));
    };
  }

  /** One of {@link #COMMANDS}. */
  static LoggedCommand fromCommand(SpecificRecord wire) {
    return switch (wire) {
      case ReportProvisioned told ->
          CommandMapping.logged(
              told.getCommandId(),
              new TargetReport.ReportProvisioned(
                  engineer(told.getAddress(), told.getEngineer()),
                  fromAttempt(told.getBy()),
                  request(told.getAddress(), told.getRequestId())));
      case ReportNotProvisioned told ->
          CommandMapping.logged(
              told.getCommandId(),
              new TargetReport.ReportNotProvisioned(
                  engineer(told.getAddress(), told.getEngineer()),
                  fromAttempt(told.getBy()),
                  request(told.getAddress(), told.getRequestId())));
      case ReportUngranted told ->
          CommandMapping.logged(
              told.getCommandId(),
              new TargetReport.ReportUngranted(
                  engineer(told.getAddress(), told.getEngineer()),
                  fromAttempt(told.getBy()),
                  maybe(told.getAddress(), told.getRequestId()),
                  new ActionName(told.getAction()),
                  new ResourceName(told.getResource()),
                  fromFindings(told.getFindings())));
      default -> throw Unmapped.type(wire);
    };
  }

  private static Optional<RequestId> maybe(Addressed address, @Nullable String id) {
    return Optional.ofNullable(id).map(given -> request(address, given));
  }
}
