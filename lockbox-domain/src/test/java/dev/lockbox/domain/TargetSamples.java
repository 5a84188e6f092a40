package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.SessionSamples.ELSEWHERE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.SessionSamples.provenance;

import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@link Samples} has of access at targets; it never changes either. */
public final class TargetSamples {
  public static final PersonId POINT = new PersonId("directory-1");
  private static final Instant LATER = MORNING.plus(Duration.ofHours(2));

  private TargetSamples() {}

  static List<Command> commands() {
    return List.of(provisioned(), notProvisioned(), ungranted());
  }

  static List<Command> sparseCommands() {
    return List.of(unnamed());
  }

  static List<Event> events() {
    return List.of(
        new AccessProvisioned(EVA_AT_CONTOSO, LATER, provenance(provisioned()), REQUEST),
        new AccessNotProvisioned(EVA_AT_CONTOSO, LATER, provenance(notProvisioned()), REQUEST),
        detected(ungranted()));
  }

  static List<Event> sparseEvents() {
    return List.of(detected(unnamed()));
  }

  private static UngrantedAccessDetected detected(ReportUngranted report) {
    return new UngrantedAccessDetected(
        EVA_AT_CONTOSO,
        LATER,
        provenance(report),
        report.about(),
        report.action(),
        report.resource(),
        report.findings());
  }

  private static ReportProvisioned provisioned() {
    return new ReportProvisioned(EVA_AT_CONTOSO, by("provisioned-1"), REQUEST);
  }

  private static ReportNotProvisioned notProvisioned() {
    return new ReportNotProvisioned(EVA_AT_CONTOSO, by("missing-1"), REQUEST);
  }

  private static ReportUngranted ungranted() {
    return new ReportUngranted(
        EVA_AT_CONTOSO,
        by("ungranted-1"),
        Optional.of(REQUEST),
        Cast.ACTIONS.getFirst(),
        TARGET,
        Set.of(Finding.NOT_GRANTED, Finding.OTHER_ENGINEER));
  }

  private static ReportUngranted unnamed() {
    return new ReportUngranted(
        EVA_AT_CONTOSO,
        by("ungranted-2"),
        Optional.empty(),
        new ActionName("secret.view"),
        ELSEWHERE,
        Set.of(Finding.NO_REQUEST));
  }

  private static Attempt by(String id) {
    return new Attempt(POINT, new DecisionId(id));
  }
}
