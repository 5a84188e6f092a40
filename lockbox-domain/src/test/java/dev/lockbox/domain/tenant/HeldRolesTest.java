package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.FEMI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Who holds a role: whom the registry names, everywhere, and who is assigned it, there and below.
 */
class HeldRolesTest {
  private static final ResourceName ETCD = new ResourceName("/clusters/aro1/ns/openshift-etcd");
  private static final ResourceName ELSEWHERE = new ResourceName("/clusters/aro2");

  /** The role by which the registry knows a person; it knows no other. */
  private static final Map<PersonId, CustomerRole> REGISTERED =
      Map.of(
          ANNA,
          CustomerRole.APPROVER,
          CARLA,
          CustomerRole.TENANT_ADMIN,
          DORA,
          CustomerRole.AUDITOR);

  private static final Registered TENANT =
      new Registered(
          new Membership("support", people(ANNA), people(CARLA), people(DORA)),
          Policies.settingsHaving(
              new Assignments(
                  List.of(new Assignment(member(FEMI), CustomerRole.READER, "/clusters/aro1")))),
          Optional.empty(),
          Changes.NONE,
          Trail.EMPTY);

  private static Set<Member> people(PersonId person) {
    return Set.of(member(person));
  }

  private static Member member(PersonId person) {
    return Member.of(person.value(), person + "@contoso.example");
  }

  @Test
  void whomTheRegistryNamesHoldsThatRoleEverywhereAndNoOther() {
    REGISTERED.forEach(
        (person, theirs) -> {
          for (var role : CustomerRole.values()) {
            assertThat(TENANT.isHeldEverywhere(role, person)).isEqualTo(role == theirs);
            assertThat(TENANT.isHeldFor(role, person, ELSEWHERE)).isEqualTo(role == theirs);
            assertThat(TENANT.isHeld(role, person)).isEqualTo(role == theirs);
          }
        });
  }

  @Test
  void whoIsAssignedARoleHoldsItThereAndBelowAndNowhereElse() {
    assertThat(TENANT.isHeld(CustomerRole.READER, FEMI)).isTrue();
    assertThat(TENANT.isHeldFor(CustomerRole.READER, FEMI, ETCD)).isTrue();
    assertThat(TENANT.isHeldFor(CustomerRole.READER, FEMI, ELSEWHERE)).isFalse();
    assertThat(TENANT.isHeldEverywhere(CustomerRole.READER, FEMI)).isFalse();
    assertThat(TENANT.isHeld(CustomerRole.APPROVER, FEMI)).isFalse();
    assertThat(TENANT.isHeldFor(CustomerRole.APPROVER, FEMI, ETCD)).isFalse();
  }
}
