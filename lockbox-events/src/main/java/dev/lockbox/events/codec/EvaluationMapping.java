package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.DetailsMapping.fromDetails;
import static dev.lockbox.events.codec.DetailsMapping.wireDetails;
import static dev.lockbox.events.codec.FactsMapping.fromFacts;
import static dev.lockbox.events.codec.FactsMapping.wireFacts;
import static dev.lockbox.events.codec.RulesMapping.fromStages;
import static dev.lockbox.events.codec.RulesMapping.wireStages;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.wire.event.RequestEvaluated;
import dev.lockbox.wire.shared.CheckOutcome;
import dev.lockbox.wire.shared.EvaluationOutcome;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;

/** What happens to a request inside the provider, to the wire and back. */
final class EvaluationMapping {
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
    };
  }

  static EvaluationEvent.RequestEvaluated fromEvaluated(RequestEvaluated wire) {
    var tenant = new TenantId(wire.getHead().getTenant());
    return new EvaluationEvent.RequestEvaluated(
        new RequestId(tenant, wire.getRequestId()),
        wire.getHead().getAt(),
        fromProvenance(wire.getBy()),
        fromAsked(wire.getAsked()),
        Duration.ofMillis(wire.getAccessForMillis()),
        fromEvaluation(tenant, wire.getEvaluation()),
        fromStages(wire.getInternalStages()),
        wire.getDecideBy());
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
