package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.personThrough;
import static dev.lockbox.audit.ocsf.Actors.system;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Unadmitted;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.PersonalText;
import java.util.Optional;

/** What the record says of what happens to a request inside the provider. */
final class EvaluationRecords {
  private EvaluationRecords() {}

  static Draft of(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> evaluated(evaluated);
      case InternalApprovalGiven given ->
          decided(
              given.by(),
              given.reason(),
              "%s approved inside the provider, and others of its people must: %s",
              given);
      case InternalApprovalGranted granted ->
          decided(
              granted.by(),
              granted.reason(),
              "%s approved inside the provider, the last who had to: %s",
              granted);
      case InternalApprovalDenied denied ->
          decided(
              denied.by(),
              denied.reason(),
              "%s denied inside the provider, whatever there was is over: %s",
              denied);
      case InternalApprovalExpired expired ->
          done(
              system(),
              "nobody inside the provider decided in time, the customer was not asked: %s"
                  .formatted(expired.request()));
    };
  }

  private static Draft decided(
      Provenance by, Optional<PersonalText> reason, String message, EvaluationEvent event) {
    var decision = event instanceof InternalApprovalDenied ? "deny" : "approve";
    return done(person(by.actor()), message.formatted(by.actor(), event.request()))
        .with(Details.decision(decision))
        .by(by)
        .comment(reason)
        .lockbox(stage(event));
  }

  private static Fields stage(EvaluationEvent event) {
    return switch (event) {
      case InternalApprovalGiven given -> new Fields().number("stage", given.stage());
      case InternalApprovalGranted granted -> new Fields().number("stage", granted.stage());
      case RequestEvaluated evaluated -> new Fields();
      case InternalApprovalDenied denied -> new Fields();
      case InternalApprovalExpired expired -> new Fields();
    };
  }

  private static Draft evaluated(RequestEvaluated event) {
    var engineer = event.asked().engineer();
    var actor = personThrough(engineer, event.by().actor());
    var message =
        switch (event.evaluation().outcome()) {
          case PASSED -> "the provider's checks let the request of %s pass: %s";
          case NEEDS_INTERNAL -> "the request of %s waits for the provider's own approvers: %s";
          case REJECTED ->
              "the provider's checks turned the request of %s down, the customer was not asked: %s";
        };
    return done(actor, message.formatted(engineer, event.request()))
        .by(event.by())
        .comment(Optional.of(event.asked().justification()))
        .lockbox(Details.of(event).all(found(event.evaluation())));
  }

  /** What was asked for, and what was found of it before it was refused. */
  static Draft refused(Draft no, Unadmitted request) {
    return no.comment(Optional.of(request.asked().justification()))
        .lockbox(Details.of(request.asked()).all(found(request.evaluation())));
  }

  private static Fields found(Evaluation evaluation) {
    return new Fields()
        .objects("checks", evaluation.checks().stream().map(EvaluationRecords::check).toList())
        .all(EvaluationDetails.of(evaluation));
  }

  private static Fields check(Check check) {
    return new Fields()
        .text("name", check.name().name())
        .flag("required", check.isRequired())
        .text("outcome", check.outcome().name())
        .text("expected", check.expected())
        .text("found", check.found());
  }
}
