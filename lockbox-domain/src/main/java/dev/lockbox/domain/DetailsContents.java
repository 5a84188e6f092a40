package dev.lockbox.domain;

import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Requester;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.PersonalText;
import java.util.List;
import java.util.Optional;

/** What a request's details say, as texts; the order is frozen, as that of {@link Contents} is. */
final class DetailsContents {
  private DetailsContents() {}

  /** Nothing where nothing is said: what was remembered of such requests stays true. */
  static void add(List<String> parts, Details details) {
    if (details.equals(Details.NONE)) {
      return;
    }
    parts.add(text(details.purpose()));
    parts.add(text(details.dataAccess()));
    parts.add(text(details.reasonCode()));
    parts.add(text(details.severity()));
    parts.add(text(details.alternativesTried().map(PersonalText::text)));
    parts.add(text(details.level()));
    add(parts, details.requester());
    Contents.addAll(parts, details.ticket().map(DetailsContents::texts).orElse(List.of()));
    Contents.addAll(parts, details.tags().stream().sorted().toList());
    Contents.addAll(parts, details.previous().map(DetailsContents::texts).orElse(List.of()));
    parts.add(text(details.startAt()));
    parts.add(Boolean.toString(details.isSingleUse()));
    parts.add(Integer.toString(details.arguments().size()));
    details.arguments().forEach(one -> add(parts, one));
  }

  private static void add(List<String> parts, Requester requester) {
    parts.add(text(requester.identity().map(Identity::kind)));
    Contents.addAll(
        parts,
        requester
            .identity()
            .map(one -> one.methods().stream().sorted().toList())
            .orElse(List.of()));
    parts.add(text(requester.country()));
    parts.add(text(requester.team()));
    parts.add(text(requester.escalationLevel()));
    parts.add(text(requester.pseudonym().map(PersonalText::text)));
  }

  private static void add(List<String> parts, Argument argument) {
    parts.add(argument.action().value());
    parts.add(argument.name().value());
    parts.add(argument.value());
  }

  private static List<String> texts(TicketSnapshot ticket) {
    return List.of(
        ticket.tenant().value(),
        text(ticket.openedBy()),
        text(ticket.assignee()),
        ticket.status().value(),
        text(ticket.severity()));
  }

  private static List<String> texts(Previous previous) {
    return List.of(previous.kind().name(), previous.request().value());
  }

  private static String text(Optional<?> said) {
    return said.map(Object::toString).orElse("");
  }
}
