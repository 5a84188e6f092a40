package dev.lockbox.domain;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.identity.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who and what the tests speak of, and when. */
public final class Cast {
  public static final TenantId CONTOSO = new TenantId("contoso");
  public static final TenantId FABRIKAM = new TenantId("fabrikam");

  /** Approves for Contoso, as does Ben. */
  public static final PersonId ANNA = new PersonId("anna");

  public static final PersonId BEN = new PersonId("ben");

  /** Administers Contoso. */
  public static final PersonId CARLA = new PersonId("carla");

  /** Audits Contoso. */
  public static final PersonId DORA = new PersonId("dora");

  /** The provider's engineer, who asks. */
  public static final PersonId EVA = new PersonId("eva");

  /** Approves for Fabrikam, and is a stranger to Contoso. */
  public static final PersonId FEMI = new PersonId("femi");

  /** The service through which engineers ask. */
  public static final PersonId JIT = new PersonId("jit-service");

  /** The provider's operator, who takes customers in. */
  public static final PersonId OPERATOR = new PersonId("operator");

  /** Opens for grants, and must close again; as must the bastion. */
  public static final PointId GATEWAY = new PointId("gateway-1");

  public static final PointId BASTION = new PointId("bastion");

  public static final RequestId REQUEST = new RequestId(CONTOSO, "req-1001");
  public static final Ticket TICKET =
      new Ticket(
          "servicedesk", "INC-4711", Optional.of("https://servicedesk.example/tickets/INC-4711"));
  public static final String JUSTIFICATION = "etcd lost its quorum, its logs should say why";
  public static final String REASON = "agreed by phone with the night shift";
  public static final List<ActionName> ACTIONS = List.of(new ActionName("k8s.pod.logs"));
  public static final List<ResourceName> RESOURCES =
      List.of(new ResourceName("/clusters/aro1/ns/openshift-etcd"));

  public static final Duration TICK = Duration.ofMillis(1);
  public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final Instant JUST_BEFORE_NOON = NOON.minus(TICK);
  public static final Instant JUST_AFTER_NOON = NOON.plus(TICK);
  public static final Instant LONG_AFTER_NOON = NOON.plus(Duration.ofDays(1000));

  private Cast() {}
}
