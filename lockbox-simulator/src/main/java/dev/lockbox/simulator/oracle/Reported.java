package dev.lockbox.simulator.oracle;

import static dev.lockbox.simulator.oracle.Expected.EFFECT;
import static dev.lockbox.simulator.oracle.Expected.REFUSAL;
import static dev.lockbox.simulator.oracle.Expected.SILENCE;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.ExclusionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Accesses that no approval covers: what may be said of them, and what comes of it; from
 * docs/rules.md. Nothing of it touches a request, and neither frozen grants nor a suspect clock
 * keep bad news back.
 */
final class Reported {
  private static final Duration CONFIRM_WITHIN = Duration.ofHours(1);
  private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofDays(3);

  private final Story story;

  Reported(Story story) {
    this.story = story;
  }

  /** Where one of them stands. */
  private enum Stage {
    UNKNOWN,
    PROPOSED,
    LAPSED,
    INVOKED,
    OVERDUE,
    ACKNOWLEDGED
  }

  Expected answerTo(ExclusionCommand asked, Optional<Expected> again, When when) {
    if (asked instanceof EnforceExclusion alarm) {
      return isDue(alarm.exclusion(), when) ? EFFECT : SILENCE;
    }
    if (!story.now().isRegistered()) {
      return REFUSAL;
    }
    return again.orElseGet(() -> takesEffect(asked, when) ? EFFECT : REFUSAL);
  }

  private boolean takesEffect(ExclusionCommand asked, When when) {
    var stage = stage(asked.exclusion());
    return switch (asked) {
      case ReportExclusion report -> stage == Stage.UNKNOWN;
      case ConfirmBreakGlass confirm ->
          stage == Stage.PROPOSED
              && !isOneOfThem(confirm)
              && !when.isTooLateFor(due(confirm.exclusion()));
      case AcknowledgeExclusion note ->
          story.now().isOfTheCustomer(note.by().actor())
              && (stage == Stage.INVOKED || stage == Stage.OVERDUE);
      case EnforceExclusion alarm -> isDue(alarm.exclusion(), when);
    };
  }

  private Stage stage(ExclusionId exclusion) {
    var stage = Stage.UNKNOWN;
    for (var effect : story.of(exclusion)) {
      stage =
          switch ((ExclusionCommand) effect.command()) {
            case ReportExclusion report -> isEmergency(report) ? Stage.PROPOSED : Stage.INVOKED;
            case ConfirmBreakGlass confirm -> Stage.INVOKED;
            case AcknowledgeExclusion note -> Stage.ACKNOWLEDGED;
            case EnforceExclusion alarm -> stage == Stage.PROPOSED ? Stage.LAPSED : Stage.OVERDUE;
          };
    }
    return stage;
  }

  private static boolean isEmergency(ReportExclusion report) {
    return report.report().category() == ExclusionCategory.EMERGENCY;
  }

  private ReportExclusion report(ExclusionId exclusion) {
    return (ReportExclusion) story.of(exclusion).getFirst().command();
  }

  /** Of what waits for the second person, or for the customer. */
  private Instant due(ExclusionId exclusion) {
    var since = story.of(exclusion).getLast().at();
    return since.plus(stage(exclusion) == Stage.PROPOSED ? CONFIRM_WITHIN : ACKNOWLEDGE_WITHIN);
  }

  private boolean isDue(ExclusionId exclusion, When when) {
    return List.of(Stage.PROPOSED, Stage.INVOKED).contains(stage(exclusion))
        && !when.isBefore(due(exclusion));
  }

  /** Whoever asked for it, or goes in. */
  private boolean isOneOfThem(ConfirmBreakGlass confirm) {
    var report = report(confirm.exclusion());
    var who = confirm.by().actor();
    return who.equals(report.by().actor()) || who.equals(report.report().engineer());
  }

  boolean isToldBy(Event event, ExclusionCommand asked) {
    var exclusion = asked.exclusion();
    return switch (asked) {
      case ReportExclusion report when isEmergency(report) ->
          event instanceof BreakGlassProposed proposed
              && proposed.exclusion().equals(exclusion)
              && proposed.report().equals(report.report())
              && proposed.confirmBy().equals(proposed.at().plus(CONFIRM_WITHIN));
      case ReportExclusion report ->
          event instanceof ExclusionInvoked invoked
              && isOf(invoked, report)
              && invoked.proposedBy().isEmpty();
      case ConfirmBreakGlass confirm ->
          event instanceof ExclusionInvoked invoked
              && isOf(invoked, report(exclusion))
              && invoked.proposedBy().equals(Optional.of(report(exclusion).by().actor()));
      case AcknowledgeExclusion note ->
          event instanceof ExclusionAcknowledged acknowledged
              && acknowledged.exclusion().equals(exclusion)
              && acknowledged.reason().equals(note.reason());
      case EnforceExclusion alarm when stage(exclusion) == Stage.PROPOSED ->
          event instanceof BreakGlassLapsed lapsed && lapsed.exclusion().equals(exclusion);
      case EnforceExclusion alarm ->
          event instanceof AcknowledgementOverdue overdue && overdue.exclusion().equals(exclusion);
    };
  }

  private static boolean isOf(ExclusionInvoked invoked, ReportExclusion report) {
    return invoked.exclusion().equals(report.exclusion())
        && invoked.report().equals(report.report())
        && invoked.acknowledgeBy().equals(invoked.at().plus(ACKNOWLEDGE_WITHIN));
  }

  /** Whether this is a true reason to refuse it; others may be as well. */
  boolean isTrue(Refusal given, ExclusionCommand asked, When when) {
    var stage = stage(asked.exclusion());
    var isUnknown = stage == Stage.UNKNOWN;
    var isWaiting = stage == Stage.PROPOSED;
    var isOver = stage == Stage.LAPSED;
    return switch (asked) {
      case ReportExclusion report -> given == Refusal.EXCLUSION_EXISTS && !isUnknown;
      case ConfirmBreakGlass confirm ->
          switch (given) {
            case NO_SUCH_EXCLUSION -> isUnknown;
            case NOTHING_TO_CONFIRM -> !isUnknown && !isWaiting && !isOver;
            case SECOND_PERSON_NEEDED -> isWaiting && isOneOfThem(confirm);
            case TOO_LATE -> isOver || isWaiting && when.isTooLateFor(due(confirm.exclusion()));
            default -> false;
          };
      case AcknowledgeExclusion note ->
          switch (given) {
            case NOT_OF_THE_CUSTOMER -> !story.now().isOfTheCustomer(note.by().actor());
            case NO_SUCH_EXCLUSION -> isUnknown || isWaiting || isOver;
            case ALREADY_ACKNOWLEDGED -> stage == Stage.ACKNOWLEDGED;
            default -> false;
          };
      case EnforceExclusion alarm -> false;
    };
  }
}
