package dev.lockbox.local.intake;

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
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What else is said of a request, with the names under which the API shows it, and a pseudonym.
 * Whatever is left out is left unsaid.
 *
 * @param startAt an instant like {@code 2027-01-31T08:00:00Z}
 */
public record DetailsFile(
    @Nullable Purpose purpose,
    @Nullable DataAccess dataAccess,
    @Nullable String reasonCode,
    @Nullable String severity,
    @Nullable String alternativesTried,
    @Nullable PermissionLevel level,
    @Nullable IdentityFile identity,
    @Nullable String country,
    @Nullable String team,
    @Nullable Integer escalationLevel,
    @Nullable String pseudonym,
    @Nullable TicketFile ticket,
    @Nullable List<String> tags,
    @Nullable PreviousFile previous,
    @Nullable String startAt,
    @Nullable Boolean singleUse,
    @Nullable List<ArgumentFile> arguments) {

  /** As whom the engineer signed in, and how. */
  public record IdentityFile(Identity.@Nullable Kind kind, @Nullable List<String> methods) {}

  /** What the ticket system says of the ticket. */
  public record TicketFile(
      @Nullable String tenant,
      @Nullable String openedBy,
      @Nullable String assignee,
      @Nullable String status,
      @Nullable String severity) {}

  /** The request that this one follows. */
  public record PreviousFile(Previous.@Nullable Kind kind, @Nullable String request) {}

  /** With what an action is to be done. */
  public record ArgumentFile(
      @Nullable String action, @Nullable String name, @Nullable String value) {}

  /** Throws {@link IllegalArgumentException} where it says what cannot be said. */
  Details toDomain(TenantId tenant, PersonId engineer) {
    return new Details(
        Optional.ofNullable(purpose),
        Optional.ofNullable(dataAccess),
        said(reasonCode, Code::new),
        said(severity, Code::new),
        said(alternativesTried, words -> new PersonalText(engineer, words)),
        Optional.ofNullable(level),
        requester(engineer),
        said(ticket, DetailsFile::snapshot),
        codes(tags),
        said(
            previous,
            one ->
                new Previous(
                    needed("previous.kind", one.kind()),
                    new RequestId(tenant, needed("previous.request", one.request())))),
        said(startAt, DetailsFile::instant),
        Boolean.TRUE.equals(singleUse),
        said(arguments, all -> all.stream().map(DetailsFile::argument).toList()).orElse(List.of()));
  }

  private Requester requester(PersonId engineer) {
    return new Requester(
        said(
            identity,
            one -> new Identity(needed("identity.kind", one.kind()), codes(one.methods()))),
        said(country, Country::new),
        said(team, Code::new),
        Optional.ofNullable(escalationLevel),
        said(pseudonym, words -> new PersonalText(engineer, words)));
  }

  private static TicketSnapshot snapshot(TicketFile file) {
    return new TicketSnapshot(
        new TenantId(needed("ticket.tenant", file.tenant())),
        said(file.openedBy(), PersonId::new),
        said(file.assignee(), PersonId::new),
        new Code(needed("ticket.status", file.status())),
        said(file.severity(), Code::new));
  }

  private static Argument argument(ArgumentFile file) {
    return new Argument(
        new ActionName(needed("action of an argument", file.action())),
        new Code(needed("name of an argument", file.name())),
        needed("value of an argument", file.value()));
  }

  private static Set<Code> codes(@Nullable List<String> words) {
    return said(words, all -> all.stream().map(Code::new).collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "startAt must be an instant like 2027-01-31T08:00:00Z, was '%s'".formatted(text),
          malformed);
    }
  }

  private static <T> T needed(String name, @Nullable T given) {
    if (given == null) {
      throw new IllegalArgumentException("%s of details is missing".formatted(name));
    }
    return given;
  }

  private static <F, T> Optional<T> said(@Nullable F given, Function<F, T> meaning) {
    return Optional.ofNullable(given).map(meaning);
  }
}
