package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What an event carries, as fields. Sets are sorted; lists keep the order they were given in. */
final class Details {
  private Details() {}

  static Fields of(RequestOpened event) {
    var asked = event.asked();
    return new Fields()
        .object("ticket", asked.ticket().map(Details::ticket))
        .texts("actions", asked.actions().stream().map(ActionName::value).toList())
        .texts("resources", asked.resources().stream().map(ResourceName::value).toList())
        .number("asked_for_ms", asked.accessFor().map(Duration::toMillis))
        .number("access_for_ms", event.accessFor().toMillis())
        .number("decide_by", event.decideBy().toEpochMilli())
        .texts("approvers", sorted(event.approvers()));
  }

  private static Fields ticket(Ticket ticket) {
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

  private static List<String> sorted(Collection<PersonId> people) {
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
