package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.Requester;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.wire.shared.IdentityKind;
import dev.lockbox.wire.shared.PreviousKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the JIT service states of a request, to the wire and back. */
final class DetailsMapping {
  private DetailsMapping() {}

  static dev.lockbox.wire.shared.Details wireDetails(Details details) {
    return new dev.lockbox.wire.shared.Details(
        word(details.purpose(), dev.lockbox.wire.shared.Purpose::valueOf),
        word(details.dataAccess(), dev.lockbox.wire.shared.DataAccess::valueOf),
        text(details.reasonCode()),
        text(details.severity()),
        wire(details.alternativesTried()),
        word(details.level(), dev.lockbox.wire.shared.PermissionLevel::valueOf),
        wireRequester(details.requester()),
        details.ticket().map(DetailsMapping::wireTicket).orElse(null),
        sorted(details.tags()),
        details.previous().map(DetailsMapping::wirePrevious).orElse(null),
        details.startAt().orElse(null),
        details.isSingleUse(),
        details.arguments().stream().map(DetailsMapping::wireArgument).toList());
  }

  /**
   * @param tenant whose request it is
   */
  static Details fromDetails(TenantId tenant, dev.lockbox.wire.shared.Details wire) {
    return new Details(
        said(wire.getPurpose(), word -> Purpose.valueOf(word.name())),
        said(wire.getDataAccess(), word -> DataAccess.valueOf(word.name())),
        said(wire.getReasonCode(), Code::new),
        said(wire.getSeverity(), Code::new),
        said(wire.getAlternativesTried(), SharedMapping::fromPersonal),
        said(wire.getLevel(), word -> PermissionLevel.valueOf(word.name())),
        fromRequester(wire.getRequester()),
        said(wire.getTicket(), DetailsMapping::fromTicket),
        distinct(wire.getTags(), Code::new),
        said(wire.getPrevious(), previous -> fromPrevious(tenant, previous)),
        Optional.ofNullable(wire.getStartAt()),
        wire.getIsSingleUse(),
        wire.getArguments().stream().map(DetailsMapping::fromArgument).toList());
  }

  private static dev.lockbox.wire.shared.Requester wireRequester(Requester requester) {
    return new dev.lockbox.wire.shared.Requester(
        requester.identity().map(DetailsMapping::wireIdentity).orElse(null),
        text(requester.country()),
        text(requester.team()),
        requester.escalationLevel().orElse(null),
        wire(requester.pseudonym()));
  }

  private static Requester fromRequester(dev.lockbox.wire.shared.Requester wire) {
    return new Requester(
        said(wire.getIdentity(), DetailsMapping::fromIdentity),
        said(wire.getCountry(), Country::new),
        said(wire.getTeam(), Code::new),
        Optional.ofNullable(wire.getEscalationLevel()),
        said(wire.getPseudonym(), personal -> fromPersonal(personal)));
  }

  private static dev.lockbox.wire.shared.Identity wireIdentity(Identity identity) {
    return new dev.lockbox.wire.shared.Identity(
        IdentityKind.valueOf(identity.kind().name()), sorted(identity.methods()));
  }

  private static Identity fromIdentity(dev.lockbox.wire.shared.Identity wire) {
    return new Identity(
        Identity.Kind.valueOf(wire.getKind().name()), distinct(wire.getMethods(), Code::new));
  }

  private static dev.lockbox.wire.shared.TicketSnapshot wireTicket(TicketSnapshot ticket) {
    return new dev.lockbox.wire.shared.TicketSnapshot(
        ticket.tenant().value(),
        text(ticket.openedBy()),
        text(ticket.assignee()),
        ticket.status().value(),
        text(ticket.severity()));
  }

  private static TicketSnapshot fromTicket(dev.lockbox.wire.shared.TicketSnapshot wire) {
    return new TicketSnapshot(
        new TenantId(wire.getTenant()),
        said(wire.getOpenedBy(), PersonId::new),
        said(wire.getAssignee(), PersonId::new),
        new Code(wire.getStatus()),
        said(wire.getSeverity(), Code::new));
  }

  private static dev.lockbox.wire.shared.Previous wirePrevious(Previous previous) {
    return new dev.lockbox.wire.shared.Previous(
        PreviousKind.valueOf(previous.kind().name()), previous.request().value());
  }

  private static Previous fromPrevious(TenantId tenant, dev.lockbox.wire.shared.Previous wire) {
    return new Previous(
        Previous.Kind.valueOf(wire.getKind().name()), new RequestId(tenant, wire.getRequestId()));
  }

  private static dev.lockbox.wire.shared.Argument wireArgument(Argument argument) {
    return new dev.lockbox.wire.shared.Argument(
        argument.action().value(), argument.name().value(), argument.value());
  }

  private static Argument fromArgument(dev.lockbox.wire.shared.Argument wire) {
    return new Argument(
        new ActionName(wire.getAction()), new Code(wire.getName()), wire.getValue());
  }

  static @Nullable String text(Optional<?> said) {
    return said.map(Object::toString).orElse(null);
  }

  private static <W> @Nullable W word(
      Optional<? extends Enum<?>> said, Function<String, W> onTheWire) {
    return said.map(one -> onTheWire.apply(one.name())).orElse(null);
  }

  static <W, T> Optional<T> said(@Nullable W wire, Function<W, T> meaning) {
    return Optional.ofNullable(wire).map(meaning);
  }

  /** Sorted, so that equal sets have equal bytes. */
  static List<String> sorted(Set<?> words) {
    return words.stream().map(Object::toString).sorted().toList();
  }

  static <T> Set<T> distinct(List<String> wire, Function<String, T> meaning) {
    return SharedMapping.distinct(wire.stream().map(meaning).toList());
  }
}
