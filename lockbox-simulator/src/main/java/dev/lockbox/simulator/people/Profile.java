package dev.lockbox.simulator.people;

import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.Requester;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said and known of a request and its engineer: mostly all that anybody wants, and now and
 * then with one thing wrong.
 *
 * @param stated by the JIT service
 * @param known by intake
 */
record Profile(dev.lockbox.domain.evaluation.Details stated, Facts known) {
  private static final Profile NONE =
      new Profile(dev.lockbox.domain.evaluation.Details.NONE, Facts.NONE);

  /** Some of a history's requests come before these, some behind them. */
  private static final Instant ELIGIBLE_UNTIL = Instant.parse("2026-03-05T08:00:00Z");

  private static final Instant HELD_UNTIL = Instant.parse("2026-03-07T08:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2026-03-01T08:00:00Z");

  /** Under this attempt access is asked for that begins later. */
  private static final int LATER_ATTEMPT = 2;

  /** Under this attempt it is said to follow another one. */
  private static final int FOLLOWING_ATTEMPT = 3;

  /** From when on, seen from when it is asked for; the last is too far ahead, the first is past. */
  private static final List<Duration> AHEAD =
      List.of(
          Duration.ofHours(-1),
          Duration.ofHours(1),
          Duration.ofHours(1),
          Duration.ofMinutes(10),
          Duration.ofHours(10),
          Duration.ofHours(1),
          Duration.ofDays(3),
          Duration.ofDays(91));

  private static final GroupId LEADS = new GroupId("SUPPORT_LEAD");

  /** Where nobody of the provider's looks, little is said. */
  static Profile of(Details with, PersonId engineer) {
    var says = with.isEvaluated() ? with.variant() != 1 : with.variant() == 6;
    if (says) {
      return new Profile(stated(with, engineer), known(with, engineer));
    }
    var start = start(with);
    var previous = previous(with);
    return start.isPresent() || previous.isPresent() ? only(start, previous) : NONE;
  }

  private static Optional<Instant> start(Details with) {
    return with.attempt() == LATER_ATTEMPT
        ? Optional.of(with.clock().plus(AHEAD.get(with.variant() % AHEAD.size())))
        : Optional.empty();
  }

  /** The one before it, by number; of the first, the one behind it. */
  private static Optional<Previous> previous(Details with) {
    if (with.attempt() != FOLLOWING_ATTEMPT) {
      return Optional.empty();
    }
    var kinds = Previous.Kind.values();
    var number = Integer.parseInt(with.request().value().substring("req-".length()));
    var before = new RequestId(with.request().tenant(), "req-" + (number == 1 ? 2 : number - 1));
    return Optional.of(new Previous(kinds[with.variant() % kinds.length], before));
  }

  /** Nothing else is said but that once is enough. */
  private static Profile only(Optional<Instant> start, Optional<Previous> previous) {
    return new Profile(
        new dev.lockbox.domain.evaluation.Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Requester.UNSAID,
            Optional.empty(),
            Set.of(),
            previous,
            start,
            true,
            List.of()),
        Facts.NONE);
  }

  private static dev.lockbox.domain.evaluation.Details stated(Details with, PersonId engineer) {
    return new dev.lockbox.domain.evaluation.Details(
        Optional.of(Purpose.DATA_ACCESS),
        with.variant() == 12 ? Optional.empty() : Optional.of(DataAccess.CUSTOMER_DATA),
        Optional.of(new Code(with.variant() == 6 ? "PROVIDER_MAINTENANCE" : "INCIDENT")),
        Optional.empty(),
        Optional.of(new PersonalText(engineer, "the dashboards show nothing")),
        Optional.of(with.variant() == 14 ? PermissionLevel.WRITE : PermissionLevel.READ),
        requester(with.variant()),
        Optional.of(ticket(with)),
        with.variant() % 4 == 0 ? Set.of() : Set.of(new Code("env=prod")),
        previous(with),
        start(with),
        with.variant() % 2 == 0,
        arguments(with));
  }

  /** Said with what is said best. */
  private static List<Argument> arguments(Details with) {
    return with.variant() == 6
        ? List.of(new Argument(Cast.ACTIONS.getFirst(), Gateway.CONTAINER, Gateway.ETCD))
        : List.of();
  }

  private static Requester requester(int variant) {
    var method = new Code(variant == 13 ? "pwd" : "fido");
    return new Requester(
        Optional.of(new Identity(Identity.Kind.STANDARD, Set.of(method))),
        Optional.of(new Country(variant == 12 ? "FR" : "DE")),
        Optional.of(new Code("etcd")),
        Optional.of(variant % 3),
        Optional.empty());
  }

  private static TicketSnapshot ticket(Details with) {
    var tenant = with.request().tenant();
    return new TicketSnapshot(
        with.variant() == 7 ? new TenantId("somebody-else") : tenant,
        Optional.empty(),
        Optional.empty(),
        new Code(with.variant() == 4 ? "CLOSED" : "OPEN"),
        Optional.empty());
  }

  private static Facts known(Details with, PersonId engineer) {
    var variant = with.variant();
    return new Facts(
        Optional.of(new Code("directory")),
        variant == 14 ? List.of(reader(variant), writer()) : List.of(reader(variant)),
        Optional.of(variant == 5 ? LONG_AGO : ELIGIBLE_UNTIL),
        Set.of(new ResourceName(variant == 3 ? "/clusters/aro" : "/Clusters/aro1/")),
        variant == 13 ? Optional.of(engineer) : Optional.of(new PersonId("mona")),
        Map.of(LEADS, leads(with)),
        claimed(with, engineer));
  }

  /** What nobody may take for true: that it follows a grant of just this. */
  private static Optional<Before> claimed(Details with, PersonId engineer) {
    return previous(with)
        .map(said -> new Before(engineer, true, Set.copyOf(Cast.ACTIONS), Set.of(Cast.RESOURCE)));
  }

  /** Nobody but an engineer; or some who are it for a quarter of an hour; or for days, mostly. */
  private static Map<PersonId, Instant> leads(Details with) {
    var names = with.variant() == 13 ? Stream.of("eva") : Stream.of("lea", "leo", "ben", "eva");
    var until = with.variant() == 5 ? with.clock().plus(Duration.ofMinutes(15)) : HELD_UNTIL;
    return names.collect(Collectors.toMap(PersonId::new, name -> until));
  }

  private static HeldRole reader(int variant) {
    return new HeldRole(
        new RoleId("reader"),
        Set.copyOf(variant == 2 ? Cast.ACTIONS.subList(0, 1) : Cast.ACTIONS),
        Set.of(new ResourceName("/clusters")),
        PermissionLevel.READ,
        variant == 8 ? Duration.ofHours(1) : Duration.ofHours(8),
        HELD_UNTIL,
        variant == 0 ? Set.of(new RoleId("trained")) : Set.of());
  }

  /** May do more, and elsewhere. */
  private static HeldRole writer() {
    return new HeldRole(
        new RoleId("writer"),
        Stream.concat(Cast.ACTIONS.stream(), Stream.of(new ActionName("k8s.exec")))
            .collect(Collectors.toUnmodifiableSet()),
        Set.of(new ResourceName("/vaults")),
        PermissionLevel.WRITE,
        Duration.ofHours(8),
        HELD_UNTIL,
        Set.of());
  }
}
