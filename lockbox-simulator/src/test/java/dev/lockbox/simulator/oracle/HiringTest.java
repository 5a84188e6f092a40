package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Provided;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the oracle makes of roles and their members, by hand. */
class HiringTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Duration TICK = Duration.ofMillis(1);
  private static final PersonId PIA = new PersonId("pia");
  private static final PersonId EVA = new PersonId("eva");
  private static final PersonId MONA = new PersonId("mona");
  private static final RoleId TRAINED = new RoleId("trained");
  private static final RoleId READER = new RoleId("reader");

  private final Story story = new Story(Provided.by(Deployment.DEFAULTS));
  private int attempts;

  @BeforeEach
  void twoRolesOfWhichOneNeedsTheOther() {
    var pia = Set.of(Member.of("pia", "pia@provider.example"));
    happened(
        new RegisterTenant(Places.PROVIDER, by(PIA), new Membership("Premier", pia, pia, Set.of())),
        NOON);
    happened(define(TRAINED, Set.of()), NOON);
    happened(define(READER, Set.of(TRAINED)), NOON);
    happened(describe(EVA), NOON);
  }

  @Test
  void onlyTheManagerSaysYes() {
    happened(request(TRAINED), NOON);
    assertThat(against(approve(MONA, TRAINED, 2), NOON)).isEmpty();
    assertThat(against(approve(EVA, TRAINED, 2), NOON))
        .containsExactlyInAnyOrder(Refusal.OWN_MEMBERSHIP, Refusal.NOT_THE_MANAGER);
    assertThat(against(approve(MONA, TRAINED, 1), NOON)).containsExactly(Refusal.STALE_VERSION);
    happened(define(TRAINED, Set.of(), 3), NOON);
    assertThat(against(approve(MONA, TRAINED, 2), NOON)).containsExactly(Refusal.STALE_VERSION);
  }

  @Test
  void silenceIsANoInTwoWeeks() {
    happened(request(TRAINED), NOON);
    var late = NOON.plus(TWO_WEEKS);
    assertThat(against(approve(MONA, TRAINED, 2), late.minus(TICK))).isEmpty();
    assertThat(against(approve(MONA, TRAINED, 2), late)).containsExactly(Refusal.TOO_LATE);
    assertThat(new Hired(story, at(late)).lapsed(EVA))
        .singleElement()
        .isInstanceOf(MembershipRequestExpired.class);
  }

  @Test
  void whatARoleNeedsMustBeHeld() {
    assertThat(against(request(READER), NOON)).containsExactly(Refusal.ROLE_PREREQUISITE);
    happened(request(TRAINED), NOON);
    happened(approve(MONA, TRAINED, 2), NOON);
    assertThat(against(request(READER), NOON)).isEmpty();
    var over = NOON.plus(Duration.ofDays(2));
    assertThat(against(request(READER), over)).containsExactly(Refusal.ROLE_PREREQUISITE);
    assertThat(new Hired(story, at(over)).lapsed(EVA))
        .singleElement()
        .isInstanceOf(MembershipExpired.class);
    assertThat(answer(new ExpireMemberships(Places.PROVIDER, EVA), over.minus(TICK)))
        .isEqualTo(Expected.SILENCE);
  }

  @Test
  void nobodyStandsInMoreThanThirtyTwoRoles() {
    for (var role = 1; role <= 32; role++) {
      happened(define(new RoleId("role-" + role), Set.of()), NOON);
      happened(request(new RoleId("role-" + role)), NOON);
    }
    assertThat(against(request(TRAINED), NOON)).containsExactly(Refusal.TOO_MANY_MEMBERSHIPS);
    assertThat(against(request(TRAINED), NOON.plus(TWO_WEEKS))).isEmpty();
  }

  @Test
  void noRoleNeedsItself() {
    assertThat(against(define(TRAINED, Set.of(READER)), NOON))
        .containsExactly(Refusal.ROLE_PREREQUISITE);
    assertThat(against(define(READER, Set.of(TRAINED)), NOON))
        .containsExactly(Refusal.NOTHING_TO_CHANGE);
  }

  @Test
  void nothingMoreIsGivenWhileTheClockIsSuspect() {
    happened(request(TRAINED), NOON);
    var suspect = new When(NOON, NOON, true);
    assertThat(new Hiring(story, suspect).reasons(approve(MONA, TRAINED, 2)))
        .containsExactly(Refusal.CLOCK_SUSPECT);
    assertThat(new Hiring(story, suspect).reasons(request(TRAINED)))
        .containsExactly(Refusal.ALREADY_ASKED);
  }

  private Set<Refusal> against(RolesCommand asked, Instant at) {
    return new Hiring(story, at(at)).reasons(asked);
  }

  private Expected answer(RolesCommand asked, Instant at) {
    return new Hiring(story, at(at)).answerTo(asked, Optional.empty());
  }

  private static When at(Instant at) {
    return new When(at, at, false);
  }

  private void happened(Command command, Instant at) {
    var events = command instanceof RolesCommand ? 0 : 1;
    story.add(new Effect(command, command.content(), at(at), events, false));
  }

  private DefineRole define(RoleId role, Set<RoleId> needed) {
    return define(role, needed, 2);
  }

  private DefineRole define(RoleId role, Set<RoleId> needed, int days) {
    return new DefineRole(
        Places.PROVIDER,
        by(PIA),
        role,
        new Role(
            Set.of(new ActionName("k8s.pod.logs")),
            Set.of(new ResourceName("/clusters")),
            PermissionLevel.READ,
            Duration.ofHours(4),
            Duration.ofDays(days),
            needed,
            Optional.empty()));
  }

  private DescribeEngineer describe(PersonId who) {
    return new DescribeEngineer(
        Places.PROVIDER,
        by(PIA),
        who,
        new Description(Optional.empty(), Set.of(), Optional.of(MONA)));
  }

  private RequestMembership request(RoleId role) {
    return new RequestMembership(
        Places.PROVIDER,
        by(EVA),
        EVA,
        role,
        Optional.empty(),
        new PersonalText(EVA, "the night shift"));
  }

  private ApproveMembership approve(PersonId who, RoleId role, long version) {
    return new ApproveMembership(Places.PROVIDER, by(who), EVA, role, Optional.empty(), version);
  }

  /** Each time another one. */
  private Attempt by(PersonId who) {
    return new Attempt(who, new DecisionId("attempt-" + ++attempts));
  }
}
