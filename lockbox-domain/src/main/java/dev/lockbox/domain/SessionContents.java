package dev.lockbox.domain;

import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.OfAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import java.util.List;

/** What a command about sessions asks, as a list of texts; see {@link Contents}. */
final class SessionContents {
  private SessionContents() {}

  static void add(List<String> parts, SessionCommand command) {
    parts.add(command.engineer().person().value());
    parts.add(command.about().map(RequestId::value).orElse(""));
    switch (command) {
      case StartSession start -> {
        parts.add(start.session().value());
        parts.add(start.target().map(ResourceName::value).orElse(""));
        parts.add(start.through().map(SessionId::value).orElse(""));
        add(parts, start.connection());
      }
      case NoteActivity active -> parts.add(active.session().value());
      case OfAction told -> {
        parts.add(told.session().map(SessionId::value).orElse(""));
        add(parts, told.deed());
      }
      case EndSession end -> parts.add(end.session().value());
      case ReportDevice report -> {
        parts.add(report.device().value());
        parts.add(Boolean.toString(report.compliant()));
      }
      case TargetReport report -> add(parts, report);
      case EnforceSessions alarm -> {}
    }
  }

  private static void add(List<String> parts, TargetReport report) {
    switch (report) {
      case ReportProvisioned told -> {}
      case ReportNotProvisioned told -> {}
      case ReportUngranted told -> {
        parts.add(told.action().value());
        parts.add(told.resource().value());
        Contents.addAll(parts, List.copyOf(told.findings()));
      }
    }
  }

  private static void add(List<String> parts, Connection connection) {
    parts.add(connection.channel().name());
    parts.add(connection.source());
    parts.add(connection.device().map(one -> one.id().value()).orElse(""));
    parts.add(connection.device().flatMap(Device::kind).map(Claim::value).orElse(""));
    parts.add(connection.device().flatMap(Device::system).map(Claim::value).orElse(""));
    Contents.addAll(
        parts, connection.device().map(one -> List.copyOf(one.posture())).orElse(List.of()));
    Contents.addAll(parts, List.copyOf(connection.methods()));
    parts.add(connection.credential().map(Claim::value).orElse(""));
    parts.add(connection.crypto().map(Claim::value).orElse(""));
    parts.add(connection.country().orElse(""));
    if (!connection.keeps().equals(Keeps.NOTHING)) { // as it was before anybody told of it
      Contents.addAll(parts, List.copyOf(connection.keeps().obligations()));
      Contents.addAll(parts, List.copyOf(connection.keeps().excluded()));
    }
  }

  private static void add(List<String> parts, Deed deed) {
    parts.add(deed.witness().name());
    parts.add(deed.action().value());
    parts.add(deed.resource().value());
    parts.add(Boolean.toString(deed.prevented()));
    parts.add(deed.command().map(CommandLine::verb).orElse(""));
    var parameters =
        deed.command().map(CommandLine::parameters).stream()
            .flatMap(all -> all.entrySet().stream())
            .map(one -> one.getKey() + "=" + one.getValue().text())
            .toList();
    Contents.addAll(parts, parameters);
    parts.add(Long.toString(deed.bytesRead()));
    parts.add(deed.entry().map(PersonalText::text).orElse(""));
    if (!deed.arguments().isEmpty()) { // as it was before anybody told of them
      Contents.addAll(parts, List.copyOf(deed.arguments().keySet()));
      Contents.addAll(parts, deed.arguments().values().stream().map(PersonalText::text).toList());
    }
    if (deed.times() > 1) { // as it was before anybody counted
      parts.add(Integer.toString(deed.times()));
    }
  }
}
