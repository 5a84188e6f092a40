package dev.lockbox.simulator.people;

import dev.lockbox.domain.Practice;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.simulator.record.Plans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who and what there is: few of everything, so that they meet often. */
public final class Cast {
  public static final List<TenantId> TENANTS =
      Stream.of("contoso", "fabrikam", "northwind").map(TenantId::new).toList();

  /** How many of the requests are meant every day. */
  public static final int EVERYDAY = 8;

  /** Behind those come four of each tenant that nobody speaks of but in a plot. */
  public static final int FIRST_IN_SCENES = 20;

  /**
   * Two of each tenant, of the same two ids; contoso's are twice as likely to be meant. Behind them
   * those that nobody speaks of but in a plot, and then those that nobody does but in a scene.
   */
  public static final List<RequestId> REQUESTS =
      Stream.concat(
              Stream.of("contoso", "contoso", "fabrikam", "northwind")
                  .flatMap(tenant -> Stream.of("req-1", "req-2").map(id -> request(tenant, id))),
              IntStream.rangeClosed(3, 10)
                  .boxed()
                  .flatMap(
                      number ->
                          TENANTS.stream().map(tenant -> new RequestId(tenant, "req-" + number))))
          .toList();

  static final List<Issuer> ISSUERS =
      Stream.of("https://login.example", "https://login.example/").map(Issuer::new).toList();

  /** Anna and Ben approve, mostly; Eva is the engineer, mostly. */
  public static final List<PersonId> PEOPLE =
      Stream.of("anna", "ben", "carla", "eva").map(PersonId::new).toList();

  static final List<PersonId> ENGINEERS =
      Stream.of("eva", "eva", "eva", "anna").map(PersonId::new).toList();

  /** Mona is the engineers' manager; Lea, Leo, Ben and Eva lead. */
  static final List<PersonId> INSIDERS =
      Stream.of("mona", "lea", "leo", "eva").map(PersonId::new).toList();

  static final PersonId JIT = new PersonId("jit-service");
  static final PersonId OTHER_JIT = new PersonId("other-jit-service");

  /** The only one who may release grants. */
  static final PersonId OPERATOR = new PersonId("operator");

  /** The better one first. */
  static final List<String> PLANS = List.of("Premier", "Basic");

  /** The lockbox comes with the better plan only. */
  public static final Plans WITH_THE_BETTER =
      new Plans(PLANS.reversed(), Optional.of(PLANS.getFirst()));

  /** At first. */
  public static final Set<Member> ADMINS =
      Set.of(
          Member.of("ben", "ben@customer.example"), Member.of("carla", "carla@customer.example"));

  static final String JUSTIFICATION = "etcd lost its quorum, its logs should say why";
  static final List<ActionName> ACTIONS =
      List.of(new ActionName("k8s.pod.logs"), new ActionName("k8s.metrics.read"));
  static final ResourceName RESOURCE = new ResourceName("/clusters/aro1/ns/openshift-etcd");

  /** Each cannot be asked for, for a reason of its own. */
  static final List<ResourceName> MISFITS =
      Stream.of(
              "/nowhere/at-all",
              "/classic/vm-1",
              "/gateways/tsg-1",
              "/clusters/aro1/ns/default",
              "/clusters/aro1/ns/openshift-etcd/kinds/pods")
          .map(ResourceName::new)
          .toList();

  /** By the variants of what is asked for in earnest in the name of practice, however written. */
  static final Map<Integer, PersonId> NAMES_OF_PRACTICE =
      Map.of(4, Practice.ENGINEER, 7, new PersonId("Practice-Engineer"));

  static final Ticket TICKET = new Ticket("servicedesk", "INC-4711", Optional.empty());

  /** Some are no access at all, or too long. */
  static final List<Duration> ACCESS =
      List.of(
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(8),
          Duration.ofHours(8).plusMillis(1),
          Duration.ZERO,
          Duration.ofMillis(Long.MAX_VALUE));

  /** Who opens doors, and must say that they closed them. */
  static final List<PointId> POINTS =
      Stream.of("gateway-1", "gateway-2").map(PointId::new).toList();

  private Cast() {}

  private static RequestId request(String tenant, String id) {
    return new RequestId(new TenantId(tenant), id);
  }
}
