package dev.lockbox.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Changes;
import dev.lockbox.domain.tenant.Proposal;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a customer stands, in words. */
class StandingTest {
  private static Registered having(Enrolment enrolment, Member... approvers) {
    return new Registered(
        new Membership("support", Set.of(approvers), Set.of(), Set.of()),
        Settings.DEFAULTS.with(enrolment),
        Optional.empty(),
        Changes.NONE,
        Trail.EMPTY);
  }

  private static List<Symptom> of(Tenant standing) {
    return Standing.symptoms(Cast.CONTOSO, standing).toList();
  }

  @Test
  void whoIsEnrolledAndHasApproversIsWell() {
    assertThat(of(having(Enrolment.WHOLE_TENANT, Member.of("anna", "anna@contoso.example"))))
        .containsExactly(
            Symptom.well("enrolment", "all of contoso is behind the lockbox, version 0"),
            Symptom.well("approvers", "anna"),
            Symptom.well("rules", "nothing waits for a second person"));
  }

  @Test
  void whoIsNotEnrolledIsToldSo() {
    assertThat(of(having(Enrolment.OFF, Member.of("anna", "anna@contoso.example"))).getFirst())
        .isEqualTo(
            Symptom.bad(
                "enrolment",
                "nothing of contoso is behind the lockbox: access is granted without asking"));
  }

  @Test
  void aPartIsNamed() {
    var part =
        new Enrolment(
            Enrolment.Scope.SUBSCRIPTIONS,
            Set.of(new ResourceName("/subscriptions/b"), new ResourceName("/subscriptions/a")));
    assertThat(of(having(part, Member.of("anna", "anna@contoso.example"))).getFirst().words())
        .isEqualTo(
            "of contoso only what is below /subscriptions/a, /subscriptions/b is behind the"
                + " lockbox, version 0");
  }

  @Test
  void aProposalThatWaitsIsTold() {
    var tenant = having(Enrolment.WHOLE_TENANT, Member.of("anna", "anna@contoso.example"));
    var waiting =
        new Registered(
            tenant.membership(),
            tenant.settings(),
            Optional.of(new Proposal(7, Cast.CARLA, Settings.DEFAULTS)),
            Changes.NONE,
            Trail.EMPTY);
    assertThat(of(waiting).getLast().words())
        .isEqualTo("proposal 7 of carla waits for a second person");
  }

  @Test
  void nobodyIsRegisteredUnderAWrongId() {
    assertThat(of(Tenant.UNREGISTERED))
        .containsExactly(Symptom.bad("tenant", "contoso is not registered"));
  }

  @Test
  void aSheetHasALineForEach() {
    assertThat(
            Symptom.sheet(
                List.of(
                    Symptom.well("topics", "as they must be"),
                    Symptom.warning("intake", "unsigned"),
                    Symptom.bad("clocks", "none"))))
        .isEqualTo(
            "ok    topics      as they must be\n"
                + "WARN  intake      unsigned\n"
                + "BAD   clocks      none");
  }
}
