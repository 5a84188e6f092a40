package dev.lockbox.simulator.people;

import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.simulator.record.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked of the provider's roles: of three of them, mostly, and of Eva, or of Ben. */
final class Staffing {
  private static final RoleId TRAINED = new RoleId("trained");
  private static final RoleId READER = new RoleId("reader");
  private static final RoleId WRITER = new RoleId("writer");
  private static final List<RoleId> ROLES = List.of(TRAINED, READER, WRITER);

  private static final PersonId EVA = new PersonId("eva");
  private static final PersonId BEN = new PersonId("ben");
  private static final PersonId CARLA = new PersonId("carla");
  private static final PersonId MONA = new PersonId("mona");
  private static final PersonId LEA = new PersonId("lea");
  private static final Instant ELIGIBLE_UNTIL = Instant.parse("2026-09-01T08:00:00Z");

  private Staffing() {}

  static DefineRole define(Details with) {
    return new DefineRole(tenant(with), byAnAdmin(with), role(with), definition(with));
  }

  static WithdrawRole withdraw(Details with) {
    return new WithdrawRole(tenant(with), byAnAdmin(with), role(with));
  }

  static DescribeEngineer describe(Details with) {
    return new DescribeEngineer(tenant(with), byAnAdmin(with), member(with), description(with));
  }

  /** For themselves; now and then for somebody else. */
  static RequestMembership request(Details with) {
    var actor = with.variant() == 12 ? with.person() : member(with);
    return new RequestMembership(
        tenant(with),
        by(with, actor),
        member(with),
        role(with),
        heldFor(with.variant()),
        new PersonalText(actor, "the night shift"));
  }

  static ApproveMembership approve(Details with) {
    var actor = decides(with);
    return new ApproveMembership(
        tenant(with),
        by(with, actor),
        member(with),
        role(with),
        Optional.empty(),
        with.application());
  }

  static DenyMembership deny(Details with) {
    var actor = decides(with);
    return new DenyMembership(
        tenant(with), by(with, actor), member(with), role(with), Optional.empty());
  }

  static EndMembership end(Details with) {
    var actor = with.variant() == 8 ? LEA : decides(with);
    return new EndMembership(
        tenant(with), by(with, actor), member(with), role(with), Optional.empty());
  }

  static ExpireMemberships ring(Details with) {
    return new ExpireMemberships(tenant(with), member(with));
  }

  /** Mostly the provider's own. */
  private static TenantId tenant(Details with) {
    return with.variant() == 13 ? with.request().tenant() : Places.PROVIDER;
  }

  /** Beyond this each variant is a role of its own. */
  static RoleId role(Details with) {
    if (with.variant() >= Details.OWN_ROLES) {
      return new RoleId("role-" + with.variant());
    }
    var number = Integer.parseInt(with.request().value().substring("req-".length()));
    return ROLES.get(number % ROLES.size());
  }

  static PersonId member(Details with) {
    return with.variant() % 4 == 3 ? BEN : EVA;
  }

  private static Attempt byAnAdmin(Details with) {
    if (with.variant() == 10) {
      return by(with, with.person());
    }
    return by(with, with.attempt() % 2 == 0 ? CARLA : BEN);
  }

  /** Their manager; or an administrator, the engineer, or whoever is there. */
  private static PersonId decides(Details with) {
    return switch (with.variant()) {
      case 5 -> CARLA;
      case 6 -> EVA;
      case 9 -> with.person();
      default -> MONA;
    };
  }

  private static Attempt by(Details with, PersonId actor) {
    var id = "staff-%s-%s-%s".formatted(with.attempt(), with.variant(), with.request().value());
    return new Attempt(actor, new DecisionId(id));
  }

  /** As it is mostly; wider; narrower; or needing what there may not be. */
  private static Role definition(Details with) {
    var variant = with.variant();
    var isReader = role(with).equals(READER);
    return new Role(
        variant % 4 == 1 ? Set.copyOf(Cast.ACTIONS) : Set.of(Cast.ACTIONS.getFirst()),
        Set.of(new ResourceName("/clusters")),
        PermissionLevel.READ,
        Duration.ofHours(4),
        Duration.ofDays(variant % 4 == 2 ? 1 : 2),
        needed(variant, isReader),
        Optional.empty());
  }

  private static Set<RoleId> needed(int variant, boolean isReader) {
    return switch (variant) {
      case 3, 11 -> Set.of(READER);
      case 7 -> Set.of(new RoleId("nobodys"));
      default -> isReader ? Set.of(TRAINED) : Set.of();
    };
  }

  private static Description description(Details with) {
    var manager =
        switch (with.variant()) {
          case 1 -> Optional.<PersonId>empty();
          case 2 -> Optional.of(LEA);
          case 14 -> Optional.of(member(with));
          default -> Optional.of(MONA);
        };
    return new Description(
        with.variant() == 4 ? Optional.empty() : Optional.of(ELIGIBLE_UNTIL),
        Set.of(new ResourceName("/clusters")),
        manager);
  }

  private static Optional<Duration> heldFor(int variant) {
    return switch (variant % 8) {
      case 1 -> Optional.of(Duration.ofHours(1));
      case 2 -> Optional.of(Duration.ofDays(3));
      case 5 -> Optional.of(Duration.ofDays(1));
      default -> Optional.empty();
    };
  }
}
