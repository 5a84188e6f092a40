package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.personThrough;
import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.Optional;

/** The part of the table that is about what a tenant's rules made of a request by themselves. */
final class RulesRecords {
  private RulesRecords() {}

  static Draft draft(RulesEvent event) {
    return switch (event) {
      case ConditionsRequired required -> required(required);
      case GrantedByRule granted -> granted(granted);
      case DeniedByRule denied -> denied(denied);
    };
  }

  private static Draft required(ConditionsRequired event) {
    return done(
            service(event.by().actor()),
            "the tenant's rules grant this under conditions only: %s".formatted(event.request()))
        .by(event.by())
        .lockbox(
            new Fields()
                .object("conditions", Details.conditions(event.conditions()))
                .texts("rules", event.rules().stream().map(Code::value).toList()));
  }

  private static Draft granted(GrantedByRule event) {
    var engineer = event.asked().engineer();
    return done(
            personThrough(engineer, event.by().actor()),
            "%s has access until %s by the tenant's rule %s, and nobody was asked: %s"
                .formatted(engineer, event.accessUntil(), event.rule(), event.request()))
        .by(event.by())
        .comment(Optional.of(event.asked().justification()))
        .lockbox(
            asked(event.asked())
                .text("rule", event.rule().value())
                .object("conditions", Details.conditions(event.conditions()))
                .number("access_until", event.accessUntil().toEpochMilli())
                .texts("approvers", Details.sorted(event.approvers())));
  }

  private static Draft denied(DeniedByRule event) {
    var engineer = event.asked().engineer();
    return done(
            personThrough(engineer, event.by().actor()),
            "the tenant's rule %s denied access to %s, and nobody was asked: %s"
                .formatted(event.rule(), engineer, event.request()))
        .by(event.by())
        .comment(Optional.of(event.asked().justification()))
        .lockbox(
            asked(event.asked())
                .text("rule", event.rule().value())
                .number("access_for_ms", event.accessFor().toMillis())
                .texts("approvers", Details.sorted(event.approvers())));
  }

  private static Fields asked(Asked asked) {
    return new Fields()
        .object("ticket", asked.ticket().map(Details::ticket))
        .texts("actions", asked.actions().stream().map(ActionName::value).toList())
        .texts("resources", asked.resources().stream().map(ResourceName::value).toList())
        .number("asked_for_ms", asked.accessFor().map(Duration::toMillis));
  }
}
