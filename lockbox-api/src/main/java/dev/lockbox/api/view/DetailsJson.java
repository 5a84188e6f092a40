package dev.lockbox.api.view;

import dev.lockbox.domain.Opening;
import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.Requester;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonalText;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What else was said of a request; {@code null} where it was not.
 *
 * @param dataAccess how near it comes to what is the customer's
 * @param alternativesTried what was tried before, in the engineer's words
 * @param level how much they need to be permitted
 * @param country where they are
 * @param escalationLevel how often the problem was passed on
 * @param ticket what the ticket system said of the ticket
 * @param startAt before this instant nobody needs access
 * @param singleUse whether access is over once it was used
 * @param arguments with what the actions are to be done
 */
@Introspected
@Schema(name = "Details")
public record DetailsJson(
    @Nullable Purpose purpose,
    @Nullable DataAccess dataAccess,
    @Nullable String reasonCode,
    @Nullable String severity,
    @Nullable String alternativesTried,
    @Nullable PermissionLevel level,
    @Nullable IdentityJson identity,
    @Nullable String country,
    @Nullable String team,
    @Nullable Integer escalationLevel,
    @Nullable TicketStateJson ticket,
    List<String> tags,
    @Nullable PreviousJson previous,
    @Nullable Instant startAt,
    boolean singleUse,
    List<ArgumentJson> arguments) {

  /** As whom the engineer signed in, and how. */
  @Introspected
  @Schema(name = "Identity")
  public record IdentityJson(Identity.Kind kind, List<String> methods) {
    static IdentityJson of(Identity identity) {
      return new IdentityJson(identity.kind(), sorted(identity.methods()));
    }
  }

  /** What the ticket system said. */
  @Introspected
  @Schema(name = "TicketState")
  public record TicketStateJson(
      String tenant,
      @Nullable String openedBy,
      @Nullable String assignee,
      String status,
      @Nullable String severity) {
    static TicketStateJson of(TicketSnapshot ticket, Opening opening) {
      return new TicketStateJson(
          ticket.tenant().value(),
          text(ticket.openedBy()),
          ticket
              .assignee()
              .map(
                  one ->
                      one.equals(opening.asked().engineer())
                          ? opening.shownEngineer()
                          : one.value())
              .orElse(null),
          ticket.status().value(),
          text(ticket.severity()));
    }
  }

  /** The request that this one follows. */
  @Introspected
  @Schema(name = "Previous")
  public record PreviousJson(Previous.Kind kind, String request) {
    static PreviousJson of(Previous previous) {
      return new PreviousJson(previous.kind(), previous.request().value());
    }
  }

  /** With what an action is to be done. */
  @Introspected
  @Schema(name = "Argument")
  public record ArgumentJson(String action, String name, String value) {
    static ArgumentJson of(Argument argument) {
      return new ArgumentJson(argument.action().value(), argument.name().value(), argument.value());
    }
  }

  /** Empty where nothing was said. */
  static Optional<DetailsJson> of(Opening opening) {
    var details = opening.details();
    return details.equals(Details.NONE) ? Optional.empty() : Optional.of(said(details, opening));
  }

  private static DetailsJson said(Details details, Opening opening) {
    Requester requester = details.requester();
    return new DetailsJson(
        details.purpose().orElse(null),
        details.dataAccess().orElse(null),
        text(details.reasonCode()),
        text(details.severity()),
        details.alternativesTried().map(PersonalText::text).orElse(null),
        details.level().orElse(null),
        requester.identity().map(IdentityJson::of).orElse(null),
        text(requester.country()),
        text(requester.team()),
        requester.escalationLevel().orElse(null),
        details.ticket().map(ticket -> TicketStateJson.of(ticket, opening)).orElse(null),
        sorted(details.tags()),
        details.previous().map(PreviousJson::of).orElse(null),
        details.startAt().orElse(null),
        details.isSingleUse(),
        details.arguments().stream().map(ArgumentJson::of).toList());
  }

  private static @Nullable String text(Optional<?> said) {
    return said.map(Object::toString).orElse(null);
  }

  private static List<String> sorted(Collection<Code> words) {
    return words.stream().map(Code::value).sorted().toList();
  }
}
