package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.simulator.record.Plans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the oracle makes of a tenant's plan, by hand. */
class GovernanceTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final Plans FROM_PREMIER =
      new Plans(List.of("Basic", "Premier"), Optional.of("Premier"));

  private final List<Effect> effects = new ArrayList<>();

  @Test
  void whoseTenantHasALesserPlanHasNothingBehindTheLockboxAndPutsNothingThere() {
    happened(register("Basic"), 2);
    var now = Governance.after(effects, FROM_PREMIER);
    assertThat(now.settings().enrolment()).isEqualTo(Enrolment.OFF);
    assertThat(now.isBarred(Settings.DEFAULTS)).isTrue();
    assertThat(now.isBarred(now.settings())).isFalse();
    assertThat(now.isMadeFromThis(Optional.of(2L))).isTrue();
  }

  @Test
  void whatIsThereStaysUnderALesserPlan() {
    happened(register("Premier"), 1);
    happened(new ChangePlan(CONTOSO, by("change"), "Basic", Optional.empty()), 1);
    var now = Governance.after(effects, FROM_PREMIER);
    assertThat(now.settings()).isEqualTo(Settings.DEFAULTS);
    assertThat(now.isBarred(Settings.DEFAULTS)).isFalse();
    assertThat(now.isBarred(Settings.DEFAULTS.with(Enrolment.OFF))).isFalse();
  }

  @Test
  void aPlanThatNobodyKnowsIsTheLeast() {
    happened(register("Gold"), 2);
    assertThat(Governance.after(effects, FROM_PREMIER).isBarred(Settings.DEFAULTS)).isTrue();
    assertThat(Governance.after(effects, Plans.ANY).isBarred(Settings.DEFAULTS)).isFalse();
  }

  private void happened(TenantCommand command, int events) {
    effects.add(new Effect(command, command.content(), new When(NOON, NOON, false), events, false));
  }

  private static RegisterTenant register(String plan) {
    var anna = Set.of(Member.of("anna", "anna@customer.example"));
    return new RegisterTenant(CONTOSO, by("register"), new Membership(plan, anna, anna, Set.of()));
  }

  private static Attempt by(String id) {
    return new Attempt(new PersonId("operator"), new DecisionId(id));
  }
}
