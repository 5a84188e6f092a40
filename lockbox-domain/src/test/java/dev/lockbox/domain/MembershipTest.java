package dev.lockbox.domain;

import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.BEN_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipTest {
  @Test
  void everybodyIsToldOnceThoughTheyStandInSeveralSets() {
    var elsewhere = Member.of("anna", "anna.admin@contoso.example");
    var members =
        new Membership(
            "Premier", Set.of(ANNA_MEMBER), Set.of(elsewhere, CARLA_MEMBER), Set.of(ANNA_MEMBER));
    assertThat(members.everybody()).containsExactlyInAnyOrder(ANNA_MEMBER, CARLA_MEMBER);
  }

  @Test
  void aPersonStandsInASetOnceWhateverTheirAddress() {
    var twice = Set.of(ANNA_MEMBER, Member.of("anna", "anna@elsewhere.example"));
    assertThatThrownBy(() -> new Membership("Premier", twice, Set.of(), Set.of()))
        .hasMessage("approvers must name each person once");
    assertThatThrownBy(() -> new Membership("Premier", Set.of(), twice, Set.of()))
        .hasMessage("admins must name each person once");
  }

  @Test
  void aSetHasALimit() {
    assertThat(register(1000).membership().approvers()).hasSize(1000);
    assertThatThrownBy(() -> register(1001))
        .hasMessage("approvers must be at most 1000, were 1001");
    assertThatThrownBy(() -> new Membership("Premier", people(1501), Set.of(), Set.of()))
        .hasMessage("approvers must be at most 1500, were 1501");
  }

  private static RegisterTenant register(int approvers) {
    return new RegisterTenant(
        Cast.CONTOSO,
        new Attempt(Cast.OPERATOR, new DecisionId("r")),
        new Membership("Premier", people(approvers), Set.of(), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " Premier", "Premier\n", "<b>", "Prémier"})
  void aPlanIsAName(String plan) {
    assertThatThrownBy(() -> new Membership(plan, Set.of(ANNA_MEMBER), Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("plan must match");
  }

  @Test
  void othersStayWhenTheApproversAreReplaced() {
    var replaced = Samples.MEMBERSHIP.withApprovers(Set.of(BEN_MEMBER));
    assertThat(replaced.approvers()).containsExactly(BEN_MEMBER);
    assertThat(replaced.admins()).isEqualTo(Samples.MEMBERSHIP.admins());
    assertThat(replaced.auditors()).isEqualTo(Samples.MEMBERSHIP.auditors());
    assertThat(replaced.plan()).isEqualTo(Samples.MEMBERSHIP.plan());
  }

  private static Set<Member> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Member.of("person-" + i, "person-" + i + "@contoso.example"))
        .collect(Collectors.toSet());
  }
}
