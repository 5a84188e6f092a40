package dev.lockbox.domain;

import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Checks;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.Sought;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the provider's side may say, know and want of Eva's request. They never change. */
public final class Evaluations {
  /** Eva's manager. */
  public static final PersonId MIRA = new PersonId("mira");

  /** Leads the support of the provider, as does Tom. */
  public static final PersonId SAM = new PersonId("sam");

  public static final PersonId TOM = new PersonId("tom");

  public static final GroupId SUPPORT_LEAD = new GroupId("SUPPORT_LEAD");

  private static final Instant NEXT_YEAR = Cast.MORNING.plus(Duration.ofDays(365));

  public static final String TRIED = "restarted the member, and read its metrics";

  public static final TicketSnapshot OPEN_TICKET =
      new TicketSnapshot(
          Cast.CONTOSO,
          Optional.of(Cast.ANNA),
          Optional.of(Cast.EVA),
          new Code("OPEN"),
          Optional.of(new Code("A")));

  /** Everything said that can be said. */
  public static final Details DETAILS =
      Said.nothing()
          .purpose(Purpose.DATA_ACCESS)
          .dataAccess(DataAccess.CUSTOMER_METADATA)
          .reasonCode("INCIDENT")
          .severity("A")
          .alternativesTried(TRIED)
          .level(PermissionLevel.READ)
          .identity(Identity.Kind.ISOLATED, "fido", "pin")
          .country("DE")
          .team("storage-sre")
          .escalationLevel(1)
          .pseudonym("Engineer 7")
          .ticket(OPEN_TICKET)
          .tags("env=prod", "tier-1")
          .previous(new Previous(Previous.Kind.AGAIN, new RequestId(Cast.CONTOSO, "req-1000")))
          .startAt(Cast.NOON)
          .singleUse()
          .arguments(
              new Argument(Cast.ACTIONS.getFirst(), new Code("container"), "etcd"),
              new Argument(Cast.ACTIONS.getFirst(), new Code("since"), "2 hours"))
          .details();

  public static final HeldRole READER =
      new HeldRole(
          new RoleId("k8s-reader"),
          Set.copyOf(Cast.ACTIONS),
          Set.of(new ResourceName("/clusters/aro1")),
          PermissionLevel.READ,
          Duration.ofHours(8),
          Cast.MORNING.plus(Duration.ofDays(90)),
          Set.of(new RoleId("basics")));

  public static final HeldRole BASICS =
      new HeldRole(
          new RoleId("basics"),
          Set.of(),
          Set.of(),
          PermissionLevel.READ,
          Duration.ofHours(1),
          Cast.MORNING.plus(Duration.ofDays(365)),
          Set.of());

  /** Everything known that can be known. */
  public static final Facts FACTS =
      new Facts(
          Optional.of(new Code("lockbox.roles")),
          List.of(READER, BASICS),
          Optional.of(Cast.MORNING.plus(Duration.ofDays(200))),
          Set.of(new ResourceName("/clusters/aro1"), new ResourceName("/clusters/aro2")),
          Optional.of(MIRA),
          Map.of(
              SUPPORT_LEAD,
              Map.of(SAM, Cast.MORNING.plus(Duration.ofDays(30)), TOM, NEXT_YEAR),
              new GroupId("DEVOPS_MANAGER"),
              Map.of(TOM, NEXT_YEAR)),
          Optional.of(
              new Before(Cast.EVA, true, Set.copyOf(Cast.ACTIONS), Set.copyOf(Cast.RESOURCES))));

  /** All that can be required is. */
  public static final EvaluationRules ALL_REQUIRED =
      new EvaluationRules(
          EnumSet.allOf(CheckName.class),
          EvaluationRules.NONE.criteria(),
          List.of(),
          EvaluationRules.NONE.internalWindow());

  /** Eva's manager first, then one who leads the support. */
  public static final EvaluationRules TWO_INTERNAL_STAGES =
      new EvaluationRules(
          Set.of(),
          EvaluationRules.NONE.criteria(),
          List.of(
              InternalRoute.always(
                  new InternalStage(InternalStage.MANAGER, 1), new InternalStage(SUPPORT_LEAD, 1))),
          Duration.ofDays(1));

  private Evaluations() {}

  /** As it was in the morning. */
  static Evaluation evaluation(RequestCommand.OpenRequest open, EvaluationRules rules) {
    var asked = open.asked();
    var reason = asked.justification().text();
    var sought =
        new Sought(
            open.tenant(),
            asked.engineer(),
            reason.codePointCount(0, reason.length()),
            asked.ticket().isPresent(),
            asked.actions(),
            asked.resources(),
            asked.accessFor().orElse(Duration.ofHours(8)),
            List.of());
    return Checks.evaluate(sought, open.details(), open.facts(), rules, Cast.MORNING);
  }
}
