package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.BEN_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;
import static dev.lockbox.domain.Samples.SETTINGS;
import static dev.lockbox.domain.decision.Refusal.DECISION_ID_REUSED;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CHANGE;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_PROPOSAL;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who acts for a tenant is replaced as a whole: approvers, administrators and auditors. */
class MembersTest {
  private static final Set<Member> ANNA_ONLY = Set.of(ANNA_MEMBER);
  private static final Membership AT_FIRST =
      new Membership("Premier", ANNA_ONLY, Set.of(CARLA_MEMBER, DORA_MEMBER), Set.of(BEN_MEMBER));

  private static Tenant registered() {
    return after(
        Tenant.UNREGISTERED, new RegisterTenant(CONTOSO, attempt(OPERATOR, "r"), AT_FIRST));
  }

  @Test
  void whoActsForATenantIsReplacedAsAWhole() {
    var replace = replace("m", Set.of(BEN_MEMBER), Set.of(DORA_MEMBER), ANNA_ONLY);
    var event =
        new MembersReplaced(
            CONTOSO, NOON, by(replace), Set.of(BEN_MEMBER), Set.of(DORA_MEMBER), ANNA_ONLY);
    assertThat(decide(registered(), replace)).isEqualTo(new Accepted<>(List.of(event)));
    var after = (Tenant.Registered) after(registered(), replace);
    assertThat(after.membership())
        .isEqualTo(new Membership("Premier", Set.of(BEN_MEMBER), Set.of(DORA_MEMBER), ANNA_ONLY));
    assertThat(after.rules(Deployment.DEFAULTS).orElseThrow().approvers()).containsExactly(BEN);
    assertThat(after.version()).isEqualTo(2);
  }

  @Test
  void whoIsNoAdministratorAnyMoreSetsNothing() {
    var after = after(registered(), replaceAdmins("m", DORA_MEMBER));
    assertRefused(after, change(CARLA, "c", SETTINGS), NOT_AN_ADMIN);
    assertThat(decide(after, change(DORA, "c", SETTINGS))).isInstanceOf(Accepted.class);
  }

  @Test
  void whoIsNoAuditorAnyMoreIsHeldToBeNone() {
    var after =
        (Tenant.Registered)
            after(registered(), replace("m", ANNA_ONLY, AT_FIRST.admins(), Set.of()));
    assertThat(((Tenant.Registered) registered()).isHeldEverywhere(CustomerRole.AUDITOR, BEN))
        .isTrue();
    assertThat(after.isHeldEverywhere(CustomerRole.AUDITOR, BEN)).isFalse();
    assertThat(after.members().orElseThrow().auditors()).isEmpty();
  }

  @Test
  void nobodyAgreesToWhatSomebodyProposedWhoAdministersNoMore() {
    var proposed = after(after(registered(), change(CARLA, "c1", SETTINGS)), back(CARLA));
    assertThat(((Tenant.Registered) proposed).proposal()).isPresent();
    var without = after(proposed, replaceAdmins("m", DORA_MEMBER));
    assertRefused(without, confirm(DORA, 3), NO_SUCH_PROPOSAL);
    var with = after(proposed, replaceAdmins("m", CARLA_MEMBER, BEN_MEMBER));
    assertThat(decide(with, confirm(BEN, 3))).isInstanceOf(Accepted.class);
  }

  @Test
  void aProposalStaysWhereItsAuthorHoldsARoleStill() {
    var carla = new Assignment(CARLA_MEMBER, CustomerRole.SECURITY_ADMIN, "");
    var assigned = Policies.settingsHaving(new Assignments(List.of(carla)));
    var two =
        new Settings(
            assigned.enrolment(),
            assigned.limits(),
            assigned.approvers(),
            false,
            true,
            assigned.groups(),
            assigned.stages(),
            assigned.routes(),
            assigned.policy());
    var proposed =
        after(after(registered(), change(CARLA, "c1", two)), change(CARLA, "c2", assigned));
    var without = after(proposed, replaceAdmins("m", DORA_MEMBER));
    assertThat(((Tenant.Registered) without).proposal()).isPresent();
  }

  @Test
  void whoReplacedThemIsOneWhoChangedTheRulesAndWaits() {
    var hour = Duration.ofHours(1);
    var waiting =
        after(registered(), change(CARLA, "c", Policies.settingsHaving(new Separation(hour))));
    var rules =
        after(waiting, replaceAdmins("m", DORA_MEMBER)).rules(Deployment.DEFAULTS).orElseThrow();
    assertThat(rules.changers()).containsExactlyInAnyOrder(CARLA, OPERATOR);
    assertThat(rules.waiting()).containsEntry(OPERATOR, NOON.plus(hour));
  }

  @Test
  void replacingByWhatStandsAlreadyIsNoChange() {
    var same = replace("m", AT_FIRST.approvers(), AT_FIRST.admins(), AT_FIRST.auditors());
    assertRefused(registered(), same, NOTHING_TO_CHANGE);
    var moved = Member.of("anna", "anna@elsewhere.example");
    assertThat(
            decide(
                registered(), replace("m", Set.of(moved), AT_FIRST.admins(), AT_FIRST.auditors())))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void atLeastOneApproverIsNamed() {
    assertRefused(registered(), replace("m", Set.of(), AT_FIRST.admins(), Set.of()), NO_APPROVERS);
    assertRefused(Tenant.UNREGISTERED, replaceAdmins("m", DORA_MEMBER), UNKNOWN_TENANT);
  }

  @Test
  void asManyAreNamedAsCanBeRegistered() {
    var all =
        IntStream.rangeClosed(0, Membership.MEMBERS_MAX)
            .mapToObj(i -> Member.of("p" + i, "p" + i + "@contoso.example"))
            .collect(Collectors.toSet());
    assertThatThrownBy(() -> replace("m", ANNA_ONLY, all, Set.of()))
        .hasMessageContaining("admins must be at most 1000");
    assertThatThrownBy(() -> replace("m", ANNA_ONLY, Set.of(), all))
        .hasMessageContaining("auditors must be at most 1000");
  }

  @Test
  void anAttemptIsOneHoweverOftenItIsMade() {
    var replace = replaceAdmins("m", DORA_MEMBER);
    var after = after(after(registered(), replace), replaceAdmins("n", CARLA_MEMBER));
    assertThat(decide(after, replace)).isEqualTo(new Repeated<>(2));
    assertRefused(after, replaceAdmins("m", BEN_MEMBER), DECISION_ID_REUSED);
  }

  @Test
  void whoReplacesThemSaysWhichVersionTheyRead() {
    var read =
        new ReplaceMembers(
            CONTOSO, attempt(OPERATOR, "m"), ANNA_ONLY, Set.of(), Set.of(), Optional.of(1L));
    assertThat(decide(registered(), read)).isInstanceOf(Accepted.class);
    var meanwhile = after(registered(), replaceAdmins("other", DORA_MEMBER));
    assertRefused(meanwhile, read, STALE_VERSION);
    var no = (Refused<TenantEvent>) decide(meanwhile, read);
    assertThat(no.detail()).contains("version 2", "version 1");
  }

  private static ReplaceMembers replaceAdmins(String id, Member... admins) {
    return replace(id, ANNA_ONLY, Set.of(admins), AT_FIRST.auditors());
  }

  private static ReplaceMembers replace(
      String id, Set<Member> approvers, Set<Member> admins, Set<Member> auditors) {
    return new ReplaceMembers(
        CONTOSO, attempt(OPERATOR, id), approvers, admins, auditors, Optional.empty());
  }

  private static ChangeSettings back(PersonId who) {
    return change(who, "back", Settings.DEFAULTS);
  }

  private static ChangeSettings change(PersonId who, String id, Settings settings) {
    return new ChangeSettings(CONTOSO, attempt(who, id), settings);
  }

  private static ConfirmSettings confirm(PersonId who, long proposal) {
    return new ConfirmSettings(CONTOSO, attempt(who, "confirm"), proposal);
  }

  private static Attempt attempt(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }

  private static Decision<TenantEvent> decide(Tenant state, TenantCommand command) {
    return TenantDecider.decide(state, command, Moment.at(NOON));
  }

  private static void assertRefused(Tenant state, TenantCommand command, Refusal refusal) {
    assertThat(decide(state, command))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
  }

  private static Tenant after(Tenant state, TenantCommand command) {
    var after = state;
    for (var event : ((Accepted<TenantEvent>) decide(state, command)).events()) {
      after = Tenant.evolve(after, event);
    }
    return after;
  }
}
