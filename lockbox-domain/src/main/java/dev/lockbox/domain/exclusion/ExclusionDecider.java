package dev.lockbox.domain.exclusion;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.ALREADY_ACKNOWLEDGED;
import static dev.lockbox.domain.decision.Refusal.EXCLUSION_EXISTS;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CONFIRM;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NOT_OF_THE_CUSTOMER;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_EXCLUSION;
import static dev.lockbox.domain.decision.Refusal.SECOND_PERSON_NEEDED;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;

import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what becomes of a report that somebody came by a customer's data without the customer's yes.
 * A report is never refused for the time or the state of anything else: it is bad news, which must
 * not be kept back. Nothing here grants anything.
 */
public final class ExclusionDecider {
  /** A break-glass that nobody confirms within this was none. */
  public static final Duration CONFIRM_WITHIN = Duration.ofHours(1);

  /** So long a customer has to take note. */
  public static final Duration ACKNOWLEDGE_WITHIN = Duration.ofDays(3);

  private ExclusionDecider() {}

  /**
   * @param members of the customer at the command's position in the log; empty when it is not
   *     registered
   */
  public static Decision<ExclusionEvent> decide(
      Exclusion state, ExclusionCommand command, Optional<Membership> members, Moment at) {
    if (command instanceof EnforceExclusion alarm) {
      return enforce(state, alarm, at);
    }
    if (members.isEmpty()) {
      return refuse(UNKNOWN_TENANT, "tenant %s is not registered".formatted(command.tenant()));
    }
    return command
        .attempt()
        .flatMap(attempt -> state.trail().<ExclusionEvent>answerTo(attempt, command::content))
        .orElseGet(() -> decideAfresh(state, command, members.get(), at));
  }

  private static Decision<ExclusionEvent> decideAfresh(
      Exclusion state, ExclusionCommand command, Membership members, Moment at) {
    return switch (command) {
      case ReportExclusion report -> report(state, report, at.appended());
      case ConfirmBreakGlass confirm -> confirm(state, confirm, at);
      case AcknowledgeExclusion note -> acknowledge(state, note, members, at.appended());
      case EnforceExclusion alarm -> enforce(state, alarm, at);
    };
  }

  private static Decision<ExclusionEvent> report(
      Exclusion state, ReportExclusion command, Instant at) {
    var exclusion = command.exclusion();
    var by = by(command);
    return switch (state.stage()) {
      case UNKNOWN ->
          command.report().category() == ExclusionCategory.EMERGENCY
              ? accept(
                  new BreakGlassProposed(
                      exclusion, at, by, command.report(), at.plus(CONFIRM_WITHIN)))
              : accept(
                  new ExclusionInvoked(
                      exclusion,
                      at,
                      by,
                      Optional.empty(),
                      command.report(),
                      at.plus(ACKNOWLEDGE_WITHIN)));
      case PROPOSED, LAPSED, INVOKED, OVERDUE, ACKNOWLEDGED ->
          refuse(EXCLUSION_EXISTS, "exclusion %s was reported before".formatted(exclusion));
    };
  }

  private static Decision<ExclusionEvent> confirm(
      Exclusion state, ConfirmBreakGlass command, Moment at) {
    var exclusion = command.exclusion();
    return switch (state.stage()) {
      case UNKNOWN -> noSuchExclusion(command);
      case LAPSED ->
          refuse(TOO_LATE, "nobody confirmed break-glass %s in time".formatted(exclusion));
      case INVOKED, OVERDUE, ACKNOWLEDGED ->
          refuse(
              NOTHING_TO_CONFIRM, "exclusion %s waits for no second person".formatted(exclusion));
      case PROPOSED -> confirmProposed(state, command, at);
    };
  }

  private static Decision<ExclusionEvent> confirmProposed(
      Exclusion state, ConfirmBreakGlass command, Moment at) {
    var exclusion = command.exclusion();
    var person = command.by().actor();
    var report = state.report().orElseThrow();
    var confirmBy = state.deadline().orElseThrow();
    if (isOneOfThem(person, state)) {
      return refuse(
          SECOND_PERSON_NEEDED,
          "break-glass %s needs somebody who neither asked for it nor goes in, not %s"
              .formatted(exclusion, person));
    }
    if (at.isSurelyPast(confirmBy)) {
      return refuse(
          TOO_LATE,
          "break-glass %s could be confirmed before %s, was confirmed at %s"
              .formatted(exclusion, confirmBy, at.effective()));
    }
    return accept(
        new ExclusionInvoked(
            exclusion,
            at.appended(),
            by(command),
            state.proposedBy(),
            report,
            at.appended().plus(ACKNOWLEDGE_WITHIN)));
  }

  private static boolean isOneOfThem(PersonId person, Exclusion state) {
    return state.proposedBy().filter(person::mayBe).isPresent()
        || state.report().filter(report -> report.engineer().mayBe(person)).isPresent();
  }

  private static Decision<ExclusionEvent> acknowledge(
      Exclusion state, AcknowledgeExclusion command, Membership members, Instant at) {
    var exclusion = command.exclusion();
    var person = command.by().actor();
    if (!members.actsFor(person)) {
      return refuse(
          NOT_OF_THE_CUSTOMER,
          "%s neither approves nor administers for customer %s"
              .formatted(person, command.tenant()));
    }
    return switch (state.stage()) {
      case UNKNOWN, PROPOSED, LAPSED -> noSuchExclusion(command);
      case ACKNOWLEDGED ->
          refuse(ALREADY_ACKNOWLEDGED, "exclusion %s is acknowledged already".formatted(exclusion));
      case INVOKED, OVERDUE ->
          accept(new ExclusionAcknowledged(exclusion, at, by(command), command.reason()));
    };
  }

  private static Decision<ExclusionEvent> enforce(
      Exclusion state, EnforceExclusion alarm, Moment at) {
    if (state.deadline().filter(at::isPast).isEmpty()) {
      return refuse(NOT_DUE, "nothing is due of exclusion %s".formatted(alarm.exclusion()));
    }
    return state.stage() == Exclusion.Stage.PROPOSED
        ? accept(new BreakGlassLapsed(alarm.exclusion(), at.appended()))
        : accept(new AcknowledgementOverdue(alarm.exclusion(), at.appended()));
  }

  private static Decision<ExclusionEvent> noSuchExclusion(ExclusionCommand command) {
    return refuse(
        NO_SUCH_EXCLUSION,
        "customer %s has no exclusion %s".formatted(command.tenant(), command.exclusion().value()));
  }

  private static Provenance by(ExclusionCommand command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
