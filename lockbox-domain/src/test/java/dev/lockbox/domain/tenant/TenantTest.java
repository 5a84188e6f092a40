package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.BEN_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.MEMBERSHIP;
import static dev.lockbox.domain.decision.Refusal.DECISION_ID_REUSED;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.TENANT_EXISTS;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Registry;
import dev.lockbox.domain.SealedTypes;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantTest {
  private static final TenantCommand REGISTER = register("register", MEMBERSHIP);

  @Test
  void aTenantIsRegisteredWithItsMembers() {
    var event = new TenantRegistered(CONTOSO, NOON, by(REGISTER), MEMBERSHIP);
    assertThat(decide(Tenant.UNREGISTERED, REGISTER)).isEqualTo(new Accepted<>(List.of(event)));
    assertThat(registered().members()).contains(MEMBERSHIP);
    assertThat(registered().version()).isEqualTo(1);
  }

  @Test
  void aTenantIsRegisteredOnce() {
    assertRefused(registered(), register("again", MEMBERSHIP), TENANT_EXISTS);
  }

  @Test
  void aTenantNeedsAnApprover() {
    var nobody = MEMBERSHIP.withApprovers(Set.of());
    assertRefused(Tenant.UNREGISTERED, register("register", nobody), NO_APPROVERS);
    assertRefused(registered(), replace("replace"), NO_APPROVERS);
  }

  @Test
  void theApproversOfAnUnknownTenantAreNotReplaced() {
    assertRefused(Tenant.UNREGISTERED, replace("replace", ANNA_MEMBER), UNKNOWN_TENANT);
  }

  @Test
  void replacedApproversAreWhoApprovesFromThenOn() {
    var replace = replace("replace", BEN_MEMBER, CARLA_MEMBER);
    var event = new ApproversReplaced(CONTOSO, NOON, by(replace), Set.of(BEN_MEMBER, CARLA_MEMBER));
    assertThat(decide(registered(), replace)).isEqualTo(new Accepted<>(List.of(event)));
    var after = Tenant.evolve(registered(), event);
    assertThat(after.rules(Deployment.DEFAULTS))
        .get()
        .extracting(ApprovalRules::approvers)
        .isEqualTo(Set.of(BEN, CARLA));
    assertThat(after.members().orElseThrow().admins()).isEqualTo(MEMBERSHIP.admins());
    assertThat(after.version()).isEqualTo(2);
  }

  @Test
  void theRulesNameTheRegistrysApprovers() {
    assertThat(Tenant.UNREGISTERED.rules(Deployment.DEFAULTS)).isEmpty();
    assertThat(registered().rules(Deployment.DEFAULTS))
        .contains(Registry.naming(Set.of(ANNA, BEN), AccessLimits.DEFAULTS));
  }

  @Test
  void aRepeatedAttemptGetsItsFirstVerdictAgain() {
    assertThat(decide(registered(), REGISTER)).isEqualTo(new Repeated<>(1));
    var replace = replace("replace", BEN_MEMBER);
    var first = after(registered(), replace);
    var second = after(first, replace("another", ANNA_MEMBER));
    assertThat(decide(second, replace)).isEqualTo(new Repeated<>(2));
  }

  @Test
  void anIdIsNotUsedForSomethingElse() {
    assertRefused(registered(), replace("register", BEN_MEMBER), DECISION_ID_REUSED);
    var other = new Membership("Basic", Set.of(ANNA_MEMBER), Set.of(), Set.of());
    assertRefused(registered(), register("register", other), DECISION_ID_REUSED);
  }

  @Test
  void aRefusedAttemptIsNotRemembered() {
    assertRefused(registered(), replace("x"), NO_APPROVERS);
    assertThat(decide(registered(), replace("x", BEN_MEMBER))).isInstanceOf(Accepted.class);
  }

  @Test
  void whatCannotFollowIsAnImpossibleHistory() {
    var registeredEvent = new TenantRegistered(CONTOSO, NOON, by(REGISTER), MEMBERSHIP);
    var replaced = new ApproversReplaced(CONTOSO, NOON, by(REGISTER), Set.of(BEN_MEMBER));
    assertThatThrownBy(() -> Tenant.evolve(registered(), registeredEvent))
        .isInstanceOf(ImpossibleHistory.class);
    var allReplaced =
        new MembersReplaced(
            CONTOSO, NOON, by(REGISTER), Set.of(BEN_MEMBER), Set.of(), Set.of(BEN_MEMBER));
    var settings = Settings.DEFAULTS;
    var proposed = new SettingsProposed(CONTOSO, NOON, by(REGISTER), settings);
    var changed = new SettingsChanged(CONTOSO, NOON, by(REGISTER), Optional.empty(), settings);
    var planChanged = new PlanChanged(CONTOSO, NOON, by(REGISTER), "Basic");
    var others = new IssuersChanged(CONTOSO, NOON, by(REGISTER), Set.of());
    for (var event : List.of(replaced, allReplaced, planChanged, others, proposed, changed)) {
      assertThatThrownBy(() -> Tenant.evolve(Tenant.UNREGISTERED, event))
          .isInstanceOf(ImpossibleHistory.class);
    }
    assertThat(SealedTypes.kindsOf(TenantEvent.class)).hasSize(10);
    assertThat(SealedTypes.kindsOf(Tenant.class)).hasSize(2);
  }

  private static Tenant registered() {
    return after(Tenant.UNREGISTERED, REGISTER);
  }

  private static Tenant after(Tenant before, TenantCommand command) {
    var accepted = (Accepted<TenantEvent>) decide(before, command);
    return accepted.events().stream().reduce(before, Tenant::evolve, (first, second) -> second);
  }

  private static Decision<TenantEvent> decide(Tenant state, TenantCommand command) {
    return TenantDecider.decide(state, command, Moment.at(NOON));
  }

  private static void assertRefused(Tenant state, TenantCommand command, Refusal expected) {
    assertThat(decide(state, command)).isInstanceOf(Refused.class);
    var no = (Refused<TenantEvent>) decide(state, command);
    assertThat(no.refusal()).isEqualTo(expected);
    assertThat(no.detail()).isNotBlank().doesNotContain("@contoso");
  }

  private static TenantCommand register(String id, Membership membership) {
    return new RegisterTenant(CONTOSO, attempt(id), membership);
  }

  private static TenantCommand replace(String id, Member... approvers) {
    return new ReplaceApprovers(CONTOSO, attempt(id), Set.of(approvers));
  }

  private static Attempt attempt(String id) {
    return new Attempt(OPERATOR, new DecisionId(id));
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
