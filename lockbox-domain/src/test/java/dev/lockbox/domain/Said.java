package dev.lockbox.domain;

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
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the JIT service states of Eva's request, in as few words as a test needs. */
public final class Said {
  private Optional<Purpose> purpose = Optional.empty();
  private Optional<DataAccess> dataAccess = Optional.empty();
  private Optional<Code> reasonCode = Optional.empty();
  private Optional<Code> severity = Optional.empty();
  private Optional<PersonalText> alternativesTried = Optional.empty();
  private Optional<PermissionLevel> level = Optional.empty();
  private Optional<Identity> identity = Optional.empty();
  private Optional<Country> country = Optional.empty();
  private Optional<Code> team = Optional.empty();
  private Optional<Integer> escalationLevel = Optional.empty();
  private Optional<PersonalText> pseudonym = Optional.empty();
  private Optional<TicketSnapshot> ticket = Optional.empty();
  private Set<Code> tags = Set.of();
  private Optional<Previous> previous = Optional.empty();
  private Optional<Instant> startAt = Optional.empty();
  private boolean isSingleUse;
  private List<Argument> arguments = List.of();

  private final PersonId engineer;

  private Said(PersonId engineer) {
    this.engineer = engineer;
  }

  /** Nothing so far. */
  public static Said nothing() {
    return of(Cast.EVA);
  }

  /** Nothing so far, of a request of another engineer's. */
  public static Said of(PersonId engineer) {
    return new Said(engineer);
  }

  public Said purpose(Purpose told) {
    purpose = Optional.of(told);
    return this;
  }

  public Said dataAccess(DataAccess told) {
    dataAccess = Optional.of(told);
    return this;
  }

  public Said reasonCode(String told) {
    reasonCode = Optional.of(new Code(told));
    return this;
  }

  public Said severity(String told) {
    severity = Optional.of(new Code(told));
    return this;
  }

  public Said alternativesTried(String told) {
    alternativesTried = Optional.of(new PersonalText(engineer, told));
    return this;
  }

  public Said level(PermissionLevel told) {
    level = Optional.of(told);
    return this;
  }

  public Said identity(Identity.Kind kind, String... methods) {
    identity = Optional.of(new Identity(kind, codes(methods)));
    return this;
  }

  public Said country(String told) {
    country = Optional.of(new Country(told));
    return this;
  }

  public Said team(String told) {
    team = Optional.of(new Code(told));
    return this;
  }

  public Said escalationLevel(int told) {
    escalationLevel = Optional.of(told);
    return this;
  }

  public Said pseudonym(String told) {
    pseudonym = Optional.of(new PersonalText(engineer, told));
    return this;
  }

  public Said ticket(TicketSnapshot told) {
    ticket = Optional.of(told);
    return this;
  }

  public Said tags(String... told) {
    tags = codes(told);
    return this;
  }

  public Said previous(Previous told) {
    previous = Optional.of(told);
    return this;
  }

  public Said startAt(Instant told) {
    startAt = Optional.of(told);
    return this;
  }

  public Said singleUse() {
    isSingleUse = true;
    return this;
  }

  public Said arguments(Argument... told) {
    arguments = List.of(told);
    return this;
  }

  public Details details() {
    return new Details(
        purpose,
        dataAccess,
        reasonCode,
        severity,
        alternativesTried,
        level,
        new Requester(identity, country, team, escalationLevel, pseudonym),
        ticket,
        tags,
        previous,
        startAt,
        isSingleUse,
        arguments);
  }

  private static Set<Code> codes(String... told) {
    return Arrays.stream(told).map(Code::new).collect(Collectors.toUnmodifiableSet());
  }
}
