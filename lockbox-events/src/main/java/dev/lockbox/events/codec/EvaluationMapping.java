package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.DetailsMapping.fromDetails;
import static dev.lockbox.events.codec.DetailsMapping.wireDetails;
import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.FactsMapping.fromFacts;
import static dev.lockbox.events.codec.FactsMapping.wireFacts;
import static dev.lockbox.events.codec.RulesMapping.fromStages;
import static dev.lockbox.events.codec.RulesMapping.wireStages;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.Unadmitted;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.wire.event.InternalApprovalDenied;
import dev.lockbox.wire.event.InternalApprovalExpired;
import dev.lockbox.wire.event.InternalApprovalGiven;
import dev.lockbox.wire.event.InternalApprovalGranted;
import dev.lockbox.wire.event.RequestEvaluated;
import dev.lockbox.wire.shared.CheckOutcome;
import dev.lockbox.wire.shared.EvaluationOutcome;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What happens to a request inside the provider, to the wire and back. */
final class EvaluationMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          RequestEvaluated.class,
          InternalApprovalGiven.class,
          InternalApprovalGranted.class,
          InternalApprovalDenied.class,
          InternalApprovalExpired.class);

  private EvaluationMapping() {}

  static SpecificRecord toWire(EventHead head, EvaluationEvent event) {
    var request = event.request().value();
    return switch (event) {
      case EvaluationEvent.RequestEvaluated evaluated ->
          new RequestEvaluated(
              head,
              request,
              wire(evaluated.by()),
              wire(evaluated.asked()),
              evaluated.accessFor().toMillis(),
              wireEvaluation(evaluated.evaluation()),
              wireStages(evaluated.internalStages()),
              evaluated.decideBy());
      case EvaluationEvent.InternalApprovalGiven given ->
          new InternalApprovalGiven(
              head, request, wire(given.by()), wire(given.reason()), given.stage());
      case EvaluationEvent.InternalApprovalGranted granted ->
          new InternalApprovalGranted(
              head, request, wire(granted.by()), wire(granted.reason()), granted.stage());
      case EvaluationEvent.InternalApprovalDenied denied ->
          new InternalApprovalDenied(head, request, wire(denied.by()), wire(denied.reason()));
      case EvaluationEvent.InternalApprovalExpired expired ->
          new InternalApprovalExpired(head, request);
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case RequestEvaluated evaluated -> {
        var head = evaluated.getHead();
        var request = request(head, evaluated.getRequestId());
        yield recorded(
            head,
            new EvaluationEvent.RequestEvaluated(
                request,
                head.getAt(),
                fromProvenance(evaluated.getBy()),
                fromAsked(evaluated.getAsked()),
                Duration.ofMillis(evaluated.getAccessForMillis()),
                fromEvaluation(request.tenant(), evaluated.getEvaluation()),
                fromStages(evaluated.getInternalStages()),
                evaluated.getDecideBy()));
      }
      case InternalApprovalGiven given -> {
        var head = given.getHead();
        yield recorded(
            head,
            new EvaluationEvent.InternalApprovalGiven(
                request(head, given.getRequestId()),
                head.getAt(),
                fromProvenance(given.getBy()),
                fromReason(given.getReason()),
                given.getStage()));
      }
      case InternalApprovalGranted granted -> {
        var head = granted.getHead();
        yield recorded(
            head,
            new EvaluationEvent.InternalApprovalGranted(
                request(head, granted.getRequestId()),
                head.getAt(),
                fromProvenance(granted.getBy()),
                fromReason(granted.getReason()),
                granted.getStage()));
      }
      case InternalApprovalDenied denied -> {
        var head = denied.getHead();
        yield recorded(
            head,
            new EvaluationEvent.InternalApprovalDenied(
                request(head, denied.getRequestId()),
                head.getAt(),
                fromProvenance(denied.getBy()),
                fromReason(denied.getReason())));
      }
      case InternalApprovalExpired expired -> {
        var head = expired.getHead();
        yield recorded(
            head,
            new EvaluationEvent.InternalApprovalExpired(
                request(head, expired.getRequestId()), head.getAt()));
      }
      default -> throw Unmapped.type(wire);
    };
  }

  static dev.lockbox.wire.shared.Unadmitted wireUnadmitted(Unadmitted one) {
    return new dev.lockbox.wire.shared.Unadmitted(
        wire(one.asked()), wireEvaluation(one.evaluation()));
  }

  static Unadmitted fromUnadmitted(TenantId tenant, dev.lockbox.wire.shared.Unadmitted wire) {
    return new Unadmitted(fromAsked(wire.getAsked()), fromEvaluation(tenant, wire.getEvaluation()));
  }

  static dev.lockbox.wire.shared.Evaluation wireEvaluation(Evaluation evaluation) {
    return new dev.lockbox.wire.shared.Evaluation(
        wireDetails(evaluation.details()),
        wireFacts(evaluation.facts()),
        evaluation.checks().stream().map(EvaluationMapping::wireCheck).toList(),
        EvaluationOutcome.valueOf(evaluation.outcome().name()));
  }

  static Evaluation fromEvaluation(TenantId tenant, dev.lockbox.wire.shared.Evaluation wire) {
    return new Evaluation(
        fromDetails(tenant, wire.getDetails()),
        fromFacts(wire.getFacts()),
        wire.getChecks().stream().map(EvaluationMapping::fromCheck).toList(),
        Evaluation.Outcome.valueOf(wire.getOutcome().name()));
  }

  private static dev.lockbox.wire.shared.Check wireCheck(Check check) {
    return new dev.lockbox.wire.shared.Check(
        dev.lockbox.wire.shared.CheckName.valueOf(check.name().name()),
        check.isRequired(),
        CheckOutcome.valueOf(check.outcome().name()),
        check.expected(),
        check.found());
  }

  private static Check fromCheck(dev.lockbox.wire.shared.Check wire) {
    return new Check(
        CheckName.valueOf(wire.getName().name()),
        wire.getIsRequired(),
        Check.Outcome.valueOf(wire.getOutcome().name()),
        wire.getExpected(),
        wire.getFound());
  }
}
