package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;

import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** As {@link Samples}, of accesses that no approval covers. */
public final class ExclusionSamples {
  public static final ExclusionId EXCLUSION = new ExclusionId(CONTOSO, "x-1001");

  private ExclusionSamples() {}

  static List<Command> commands() {
    return List.of(report(), confirm(), acknowledge(), new EnforceExclusion(EXCLUSION));
  }

  static List<Command> sparseCommands() {
    return List.of(sparseAcknowledge());
  }

  static List<Event> events() {
    return List.of(
        proposed(),
        invoked(),
        new ExclusionAcknowledged(EXCLUSION, NOON, by(acknowledge()), acknowledge().reason()),
        new AcknowledgementOverdue(EXCLUSION, MORNING.plus(Duration.ofDays(3))),
        new BreakGlassLapsed(EXCLUSION, NOON));
  }

  static List<Event> sparseEvents() {
    return List.of(
        new ExclusionInvoked(
            EXCLUSION,
            MORNING,
            by(report()),
            Optional.empty(),
            reported(ExclusionCategory.INADVERTENT),
            MORNING.plus(Duration.ofDays(3))),
        new ExclusionAcknowledged(EXCLUSION, NOON, by(sparseAcknowledge()), Optional.empty()));
  }

  /** With a pseudonym, which could not be said at first. */
  static List<Command> laterCommands() {
    return List.of(pseudonymous());
  }

  static List<Event> laterEvents() {
    return List.of(
        new BreakGlassProposed(
            EXCLUSION,
            MORNING,
            by(pseudonymous()),
            pseudonymous().report(),
            MORNING.plus(Duration.ofHours(1))),
        invokedUnderAPseudonym());
  }

  /** In every stage that is kept. */
  public static List<Exclusion> states() {
    var proposed = Exclusion.evolve(Exclusion.UNKNOWN, proposed());
    var invoked = Exclusion.evolve(proposed, invoked());
    var overdue =
        Exclusion.evolve(
            invoked, new AcknowledgementOverdue(EXCLUSION, MORNING.plus(Duration.ofDays(3))));
    return List.of(
        proposed,
        Exclusion.evolve(proposed, new BreakGlassLapsed(EXCLUSION, NOON)),
        invoked,
        overdue,
        Exclusion.evolve(
            overdue,
            new ExclusionAcknowledged(
                EXCLUSION,
                MORNING.plus(Duration.ofDays(4)),
                by(acknowledge()),
                acknowledge().reason())),
        Exclusion.evolve(Exclusion.UNKNOWN, (ExclusionInvoked) sparseEvents().getFirst()),
        Exclusion.evolve(Exclusion.UNKNOWN, invokedUnderAPseudonym()));
  }

  private static BreakGlassProposed proposed() {
    return new BreakGlassProposed(
        EXCLUSION,
        MORNING,
        by(report()),
        reported(ExclusionCategory.EMERGENCY),
        MORNING.plus(Duration.ofHours(1)));
  }

  private static ExclusionInvoked invoked() {
    return new ExclusionInvoked(
        EXCLUSION,
        MORNING,
        by(confirm()),
        Optional.of(OPERATOR),
        reported(ExclusionCategory.EMERGENCY),
        MORNING.plus(Duration.ofDays(3)));
  }

  private static ReportExclusion report() {
    return new ReportExclusion(
        EXCLUSION, attempt(OPERATOR, "report-1"), reported(ExclusionCategory.EMERGENCY));
  }

  /** The customer is shown somebody else than Eva. */
  private static ReportExclusion pseudonymous() {
    var told = reported(ExclusionCategory.EMERGENCY);
    return new ReportExclusion(
        EXCLUSION,
        attempt(OPERATOR, "report-2"),
        new ExclusionReport(
            told.category(),
            told.engineer(),
            told.incident(),
            told.resources(),
            told.exposure(),
            told.evidence(),
            Optional.of(new PersonalText(EVA, "Engineer 7"))));
  }

  public static ExclusionInvoked invokedUnderAPseudonym() {
    return new ExclusionInvoked(
        EXCLUSION,
        MORNING,
        by(pseudonymous()),
        Optional.empty(),
        pseudonymous().report(),
        MORNING.plus(Duration.ofDays(3)));
  }

  private static ConfirmBreakGlass confirm() {
    return new ConfirmBreakGlass(EXCLUSION, attempt(FEMI, "confirm-1"));
  }

  private static AcknowledgeExclusion acknowledge() {
    return new AcknowledgeExclusion(
        EXCLUSION,
        attempt(CARLA, "seen-1"),
        Optional.of(new PersonalText(CARLA, "seen, and asked for the capture")));
  }

  private static AcknowledgeExclusion sparseAcknowledge() {
    return new AcknowledgeExclusion(EXCLUSION, attempt(CARLA, "seen-2"), Optional.empty());
  }

  private static ExclusionReport reported(ExclusionCategory category) {
    return new ExclusionReport(
        category,
        EVA,
        new IncidentId("INC-7"),
        Cast.RESOURCES,
        DataExposure.ENCRYPTED,
        new PersonalText(OPERATOR, "etcd was down, its disk had to be read from outside"));
  }

  private static Attempt attempt(PersonId person, String id) {
    return new Attempt(person, new DecisionId(id));
  }

  private static Provenance by(Command command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
