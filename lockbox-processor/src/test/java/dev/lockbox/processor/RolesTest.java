package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.RolesSamples.DESCRIPTION;
import static dev.lockbox.domain.RolesSamples.MONA;
import static dev.lockbox.domain.RolesSamples.READERS;
import static dev.lockbox.domain.RolesSamples.SPARSE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider's roles: decided on the command log like all else, and passed on as they stand. */
class RolesTest {
  private static final TenantId PROVIDER = new TenantId("provider");
  private static final Duration TWO_WEEKS = Duration.ofDays(14);

  @TempDir private Path directory;
  private Rig rig;
  private int attempts;

  @BeforeEach
  void start() {
    rig = Rig.at(directory, NOON);
    rig.append(new RegisterTenant(PROVIDER, by(OPERATOR), Samples.MEMBERSHIP));
    rig.events();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whatIsSaidOfARoleStandsInTheHistoryAndOnItsTopic() {
    rig.append(new DefineRole(PROVIDER, by(CARLA), READERS, SPARSE_ROLE));
    var defined = rig.recorded().getFirst();
    assertThat(defined.event()).isInstanceOf(RoleDefined.class);
    assertThat(defined.sequence()).isEqualTo(2);
    assertThat(defined.version()).isEqualTo(1);
    assertThat(rig.roles())
        .singleElement()
        .isInstanceOfSatisfying(
            RoleSnapshot.class,
            role -> {
              assertThat(role.key()).isEqualTo("role/readers");
              assertThat(role.state().version()).isEqualTo(1);
            });
  }

  @Test
  void anEngineersVersionsAreTheirOwn() {
    evaAsks();
    assertThat(rig.recorded())
        .extracting(Recorded::version)
        .as("role, engineer described, membership asked for")
        .containsExactly(1L, 1L, 2L);
    assertThat(rig.roles())
        .extracting(RolesSnapshot::key)
        .containsExactly("role/readers", "engineer/eva", "engineer/eva");
  }

  @Test
  void aManagersYesMakesAMemberAndTimeEndsIt() {
    evaAsks();
    rig.append(approve());
    assertThat(rig.events())
        .extracting(event -> (Object) event.getClass())
        .containsExactly(
            RoleDefined.class,
            EngineerDescribed.class,
            MembershipRequested.class,
            MembershipApproved.class);
    rig.pass(SPARSE_ROLE.heldFor());
    assertThat(rig.rung())
        .extracting(LoggedCommand::command)
        .containsExactly(new ExpireMemberships(PROVIDER, EVA));
    assertThat(rig.events())
        .singleElement()
        .isEqualTo(new MembershipExpired(PROVIDER, NOON.plus(SPARSE_ROLE.heldFor()), EVA, READERS));
    assertThat(((EngineerSnapshot) rig.roles().getLast()).state().roles()).isEmpty();
  }

  @Test
  void aManagersSilenceIsANoAlsoAfterARestart() {
    evaAsks();
    rig = rig.restarted();
    rig.events();
    rig.pass(TWO_WEEKS.minusMillis(1));
    assertThat(rig.rung()).isEmpty();
    rig.pass(Duration.ofSeconds(1));
    assertThat(rig.events()).singleElement().isInstanceOf(MembershipRequestExpired.class);
  }

  @Test
  void aCustomerKeepsNoRoles() {
    rig.append(new RegisterTenant(CONTOSO, by(OPERATOR), Samples.MEMBERSHIP));
    rig.append(new DefineRole(CONTOSO, by(CARLA), READERS, SPARSE_ROLE));
    assertThat(rig.events().getLast())
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.NOT_THE_PROVIDER));
    assertThat(rig.roles()).isEmpty();
  }

  @Test
  void whileTheProvidersGrantsAreFrozenNobodyBecomesAMember() {
    evaAsks();
    var record = new QuarantineId("lockbox.commands/0/7");
    rig.append(new FreezeGrants(PROVIDER, by(OPERATOR), record, "UNDECODABLE"));
    rig.append(approve());
    assertThat(rig.events().getLast())
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.GRANTS_FROZEN));
  }

  private void evaAsks() {
    rig.append(new DefineRole(PROVIDER, by(CARLA), READERS, SPARSE_ROLE));
    rig.append(new DescribeEngineer(PROVIDER, by(CARLA), EVA, DESCRIPTION));
    rig.append(
        new RequestMembership(
            PROVIDER, by(EVA), EVA, READERS, Optional.empty(), new PersonalText(EVA, "so")));
  }

  private ApproveMembership approve() {
    return new ApproveMembership(PROVIDER, by(MONA), EVA, READERS, Optional.empty(), 2);
  }

  private Attempt by(PersonId actor) {
    attempts++;
    return new Attempt(actor, new DecisionId("attempt-" + attempts));
  }
}
