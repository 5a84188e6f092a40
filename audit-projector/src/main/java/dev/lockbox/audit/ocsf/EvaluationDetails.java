package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said and known of a request, as fields; what was not is left out. */
final class EvaluationDetails {
  private EvaluationDetails() {}

  static Fields of(Evaluation evaluation) {
    return new Fields()
        .text("outcome", evaluation.outcome().name())
        .object("details", of(evaluation.details()))
        .object("facts", of(evaluation.facts()));
  }

  private static Fields of(Details details) {
    var requester = details.requester();
    return new Fields()
        .text("purpose", name(details.purpose()))
        .text("data_access", name(details.dataAccess()))
        .text("reason_code", text(details.reasonCode()))
        .text("severity", text(details.severity()))
        .text("alternatives_tried", details.alternativesTried().map(PersonalText::text))
        .text("level", name(details.level()))
        .text("identity", name(requester.identity().map(Identity::kind)))
        .texts("methods", requester.identity().map(one -> sorted(one.methods())).orElse(List.of()))
        .text("country", text(requester.country()))
        .text("team", text(requester.team()))
        .number("escalation_level", requester.escalationLevel().map(Integer::longValue))
        .text("pseudonym", requester.pseudonym().map(PersonalText::text))
        .object("ticket_state", details.ticket().map(EvaluationDetails::of))
        .texts("tags", sorted(details.tags()))
        .object("previous", details.previous().map(EvaluationDetails::of))
        .number("start_at", details.startAt().map(Instant::toEpochMilli))
        .flag("single_use", details.isSingleUse())
        .objects("arguments", details.arguments().stream().map(EvaluationDetails::of).toList());
  }

  private static Fields of(TicketSnapshot ticket) {
    return new Fields()
        .text("tenant", ticket.tenant().value())
        .text("opened_by", text(ticket.openedBy()))
        .text("assignee", text(ticket.assignee()))
        .text("status", ticket.status().value())
        .text("severity", text(ticket.severity()));
  }

  private static Fields of(Previous previous) {
    return new Fields()
        .text("kind", previous.kind().name())
        .text("request", previous.request().value());
  }

  private static Fields of(Argument argument) {
    return new Fields()
        .text("action", argument.action().value())
        .text("name", argument.name().value())
        .text("value", argument.value());
  }

  private static Fields of(Facts facts) {
    return new Fields()
        .text("source", text(facts.source()))
        .objects("roles", facts.roles().stream().map(EvaluationDetails::of).toList())
        .number("eligible_until", facts.eligibleUntil().map(Instant::toEpochMilli))
        .texts("work_scopes", sorted(facts.workScopes()))
        .text("manager", text(facts.manager()))
        .objects(
            "internal_approvers",
            facts.internalApprovers().entrySet().stream()
                .map(
                    kind ->
                        new Fields()
                            .text("kind", kind.getKey().value())
                            .objects(
                                "people",
                                kind.getValue().entrySet().stream()
                                    .map(EvaluationDetails::of)
                                    .toList()))
                .toList())
        .object("previous", facts.previous().map(EvaluationDetails::of));
  }

  private static Fields of(Before before) {
    return new Fields()
        .text("engineer", before.engineer().value())
        .flag("granted", before.wasGranted())
        .texts("actions", sorted(before.actions()))
        .texts("resources", sorted(before.resources()));
  }

  private static Fields of(Map.Entry<PersonId, Instant> approver) {
    return new Fields()
        .text("person", approver.getKey().value())
        .number("until", approver.getValue().toEpochMilli());
  }

  private static Fields of(HeldRole held) {
    return new Fields()
        .text("role", held.role().value())
        .texts("actions", sorted(held.actions()))
        .texts("scopes", sorted(held.scopes()))
        .text("level", held.level().name())
        .number("access_for_ms", held.accessFor().toMillis())
        .number("until", held.until().toEpochMilli())
        .texts("prerequisites", sorted(held.prerequisites()));
  }

  private static Optional<String> name(Optional<? extends Enum<?>> said) {
    return said.map(Enum::name);
  }

  private static Optional<String> text(Optional<?> said) {
    return said.map(Object::toString);
  }

  private static List<String> sorted(Collection<?> ids) {
    return ids.stream().map(Object::toString).sorted().toList();
  }
}
