package dev.lockbox.local.people;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.people.Person.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everybody in the demo. */
public final class Cast {
  public static final TenantId CONTOSO = new TenantId("contoso");
  public static final TenantId FABRIKAM = new TenantId("fabrikam");

  public static final Person ANNA = of(CONTOSO, "anna", Role.APPROVER);
  public static final Person BEN = of(CONTOSO, "ben", Role.APPROVER);
  public static final Person CARLA = of(CONTOSO, "carla", Role.ADMIN);
  public static final Person DORA = of(CONTOSO, "dora", Role.AUDITOR);
  public static final Person FEMI = of(FABRIKAM, "femi", Role.APPROVER);

  /** Whom the engineers work for; a tenant of its own, so that it keeps its own roles. */
  public static final TenantId PROVIDER = new TenantId("provider");

  /** Administers the provider. */
  public static final Person PIA = of(PROVIDER, "pia", Role.ADMIN);

  /** Manages the engineers. */
  public static final Person MONA = of(PROVIDER, "mona", Role.APPROVER);

  /** Leads the provider's support. */
  public static final Person SAM = of(PROVIDER, "sam", Role.ENGINEER);

  public static final Person EVA = of(PROVIDER, "eva", Role.ENGINEER);

  /** What engineers pass through; nobody, but it calls like somebody. */
  public static final Person GATEWAY = of(PROVIDER, "demo-gateway", Role.GATEWAY);

  private static final List<Person> ALL =
      List.of(ANNA, BEN, CARLA, DORA, FEMI, PIA, MONA, SAM, EVA, GATEWAY);
  private static final String PLAN = "Premier";

  private Cast() {}

  public static List<Person> all() {
    return ALL;
  }

  public static List<TenantId> tenants() {
    return List.of(PROVIDER, CONTOSO, FABRIKAM);
  }

  public static Optional<Person> person(String id) {
    return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /** Who acts for the tenant in the demo. */
  public static Membership membership(TenantId tenant) {
    return new Membership(
        PLAN,
        members(tenant, Role.APPROVER),
        members(tenant, Role.ADMIN),
        members(tenant, Role.AUDITOR));
  }

  private static Person of(TenantId tenant, String id, Role role) {
    return new Person(id, Optional.of(tenant), role);
  }

  private static Set<Member> members(TenantId tenant, Role role) {
    return ALL.stream()
        .filter(person -> person.tenant().equals(Optional.of(tenant)) && person.role() == role)
        .map(Person::member)
        .collect(Collectors.toSet());
  }
}
