package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an event carries, as fields. Sets are sorted; lists keep the order they were given in. */
final class Details {
  private Details() {}

  static Fields of(RequestOpened event) {
    return of(event.asked())
        .number("access_for_ms", event.accessFor().toMillis())
        .number("decide_by", event.decideBy().toEpochMilli())
        .texts("approvers", sorted(event.approvers()));
  }

  static Fields of(GrantedWithoutCustomer event) {
    var asked = event.asked();
    return new Fields()
        .object("ticket", asked.ticket().map(Details::ticket))
        .texts("actions", asked.actions().stream().map(ActionName::value).toList())
        .texts("resources", asked.resources().stream().map(ResourceName::value).toList())
        .text("without_customer", event.cause().name())
        .object("conditions", conditions(event.conditions()))
        .number("access_until", event.accessUntil().toEpochMilli())
        .texts("approvers", sorted(event.approvers()));
  }

  static Fields of(Asked asked) {
    return new Fields()
        .object("ticket", asked.ticket().map(Details::ticket))
        .texts("actions", asked.actions().stream().map(ActionName::value).toList())
        .texts("resources", asked.resources().stream().map(ResourceName::value).toList())
        .number("asked_for_ms", asked.accessFor().map(Duration::toMillis));
  }

  static Fields of(RequestEvaluated event) {
    var fields = of(event.asked()).number("access_for_ms", event.accessFor().toMillis());
    return event.internalStages().isEmpty()
        ? fields
        : fields
            .number("decide_by", event.decideBy().toEpochMilli())
            .objects("internal_stages", stages(event.internalStages()));
  }

  static Fields of(Terms terms) {
    return new Fields()
        .texts("actions", terms.actions().stream().map(ActionName::value).toList())
        .texts("resources", terms.resources().stream().map(ResourceName::value).toList())
        .number("access_for_ms", terms.accessFor().toMillis())
        .object("conditions", conditions(terms.conditions()));
  }

  /** Empty when there are none. */
  static Optional<Fields> conditions(Conditions conditions) {
    return conditions.equals(Conditions.NONE)
        ? Optional.empty()
        : Optional.of(
            new Fields()
                .texts("obligations", texts(conditions.obligations(), Obligation::name))
                .texts("excluded", texts(conditions.excluded(), Code::value))
                .texts("channels", conditions.channels().map(all -> texts(all, Code::value)))
                .texts("countries", conditions.countries().map(all -> texts(all, Country::value)))
                .flag("single_use", conditions.isSingleUse()));
  }

  private static <T> List<String> texts(Collection<T> values, Function<T, String> text) {
    return values.stream().map(text).sorted().toList();
  }

  static Fields of(ApprovalsRequired event) {
    return new Fields()
        .text("approver_mode", event.mode().name())
        .objects("stages", stages(event.stages()));
  }

  private static List<Fields> stages(List<Stage> stages) {
    return stages.stream()
        .map(
            stage ->
                new Fields()
                    .text("group", stage.group().map(GroupId::value))
                    .number("quorum", stage.quorum())
                    .texts("approvers", sorted(stage.approvers())))
        .toList();
  }

  static Fields ticket(Ticket ticket) {
    return new Fields()
        .text("system", ticket.system())
        .text("id", ticket.id())
        .text("url", ticket.url());
  }

  /** Without the mail addresses: those live with the tenant alone. */
  static Fields of(Membership members) {
    return new Fields()
        .text("plan", members.plan())
        .texts("approvers", ids(members.approvers()))
        .texts("admins", ids(members.admins()))
        .texts("auditors", ids(members.auditors()));
  }

  static List<String> ids(Set<Member> members) {
    return sorted(Membership.ids(members));
  }

  static List<String> sorted(Collection<PersonId> people) {
    return people.stream().sorted().map(PersonId::value).toList();
  }

  static Fields decision(String decision) {
    return new Fields().objects("authorizations", new Fields().text("decision", decision));
  }

  static Fields finding(String uid, String title, String description, Instant at) {
    return new Fields()
        .object(
            "finding_info",
            new Fields()
                .text("uid", uid)
                .text("title", title)
                .text("desc", description)
                .number("created_time", at.toEpochMilli()));
  }
}
