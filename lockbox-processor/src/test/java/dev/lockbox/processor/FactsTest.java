package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Cast.RESOURCES;
import static dev.lockbox.domain.RolesSamples.MONA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.roles.Standing;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.processor.ProviderSettings.RolesFrom;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of an engineer comes to the command log with their request. */
class FactsTest {
  private static final TenantId PROVIDER = new TenantId("provider");
  private static final RoleId READERS = new RoleId("readers");
  static final EvaluationRules WANTED =
      new EvaluationRules(
          Set.of(CheckName.ELIGIBILITY, CheckName.ROLE, CheckName.WORK_SCOPE),
          EvaluationRules.NONE.criteria(),
          List.of(),
          EvaluationRules.NONE.internalWindow());
  private static final Description WORKS_EVERYWHERE =
      worksEverywhere(NOON.plus(Duration.ofDays(365)));
  private static final Role READER =
      new Role(
          Set.copyOf(ACTIONS),
          RESOURCES.stream().collect(Collectors.toUnmodifiableSet()),
          PermissionLevel.READ,
          Duration.ofHours(8),
          Duration.ofDays(30),
          Set.of(),
          Optional.empty());

  static final RoleSnapshot READERS_ROLE =
      new RoleSnapshot(PROVIDER, READERS, new RoleState.Defined(READER, Trail.EMPTY));

  @TempDir private Path directory;
  private Rig rig;
  private int attempts;

  @BeforeEach
  void start() {
    rig = Rig.at(directory, NOON, new Rig.Provider(WANTED, Rig.PROVIDER));
    register();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whoHoldsTheRoleIsLetOnToTheCustomer() {
    evaReads();
    assertThat(asks("r1")).hasExactlyElementsOfTypes(RequestEvaluated.class, RequestOpened.class);
  }

  @Test
  void whoHoldsNoneIsTurnedDown() {
    assertThat(outcome("r1")).isEqualTo(Evaluation.Outcome.REJECTED);
  }

  @Test
  void whatWasFoundOfARequestThatIsRefusedIsOnTheRecordAndNothingElseIsKeptOfIt() {
    evaReads();
    rig.publish(Say.open("r1", new ResourceName("/classic/vms/old-1")));
    var no = (CommandRefused) rig.events().getLast();
    assertThat(no.refusal()).isEqualTo(Refusal.UNSUPPORTED_DEPLOYMENT_MODEL);
    var found = no.unadmitted().orElseThrow().evaluation();
    assertThat(found.facts().manager()).contains(MONA);
    assertThat(found.checks()).extracting(Check::name).containsExactly(CheckName.values());
    assertThat(found.checks().get(CheckName.ADMISSION.ordinal()).found())
        .isEqualTo("UNSUPPORTED_DEPLOYMENT_MODEL");
    assertThat(rig.stored(Say.request("r1"))).isEqualTo(AccessRequest.UNOPENED);
  }

  @Test
  void whatIsKnownStandsOnTheCommandLog() {
    evaReads();
    rig.appended();
    rig.publish(Say.open("r1"));
    var facts = ((OpenRequest) rig.appended().getFirst().command()).facts();
    assertThat(facts.source()).contains(new Code("lockbox.roles"));
    assertThat(facts.manager()).contains(MONA);
    assertThat(facts.eligibleUntil()).isEqualTo(WORKS_EVERYWHERE.eligibleUntil());
    assertThat(facts.workScopes()).isEqualTo(WORKS_EVERYWHERE.workScopes());
    assertThat(facts.roles())
        .singleElement()
        .satisfies(held -> assertThat(held.role()).isEqualTo(READERS))
        .extracting(HeldRole::until)
        .isEqualTo(NOON.plus(READER.heldFor()));
  }

  @Test
  void whoWasAMemberAndIsNoMoreIsTurnedDown() {
    evaReads();
    rig.pass(READER.heldFor().minusMillis(1));
    assertThat(outcome("before")).isEqualTo(Evaluation.Outcome.PASSED);
    rig.pass(Duration.ofMillis(1));
    assertThat(outcome("at-the-end")).isEqualTo(Evaluation.Outcome.REJECTED);
  }

  @Test
  void whoseMembershipWasEndedIsTurnedDown() {
    evaReads();
    rig.append(new EndMembership(PROVIDER, by(MONA), EVA, READERS, Optional.empty()));
    assertThat(outcome("r1")).isEqualTo(Evaluation.Outcome.REJECTED);
  }

  @Test
  void ofAnEngineerOfWhomNobodyCanReadNothingIsKnownUntilItIsSaidAgain() {
    evaReads();
    var key = "engineer/eva".getBytes(UTF_8);
    rig.sayRaw(key, new byte[] {1, 2, 3});
    assertThat(rig.vitals().wrong()).containsKey("roles");
    assertThat(rig.meters().get("lockbox.roles.unread").gauge().value()).isEqualTo(1);
    assertThat(outcome("r1")).isEqualTo(Evaluation.Outcome.REJECTED);
    rig.append(
        describe(
            EVA,
            new Description(
                Optional.of(NOON.plusSeconds(60)),
                WORKS_EVERYWHERE.workScopes(),
                Optional.of(MONA))));
    assertThat(rig.vitals().wrong()).doesNotContainKey("roles");
    assertThat(outcome("r2")).isEqualTo(Evaluation.Outcome.PASSED);
  }

  @Test
  void aRoleThatNobodyCanReadIsHeldByNobody() {
    evaReads();
    rig.sayRaw("role/readers".getBytes(UTF_8), new byte[] {1, 2, 3});
    assertThat(facts("r1").roles()).isEmpty();
    assertThat(facts("r2").manager()).contains(MONA);
  }

  @Test
  void whileItCannotEvenBeToldWhomARecordConcernsNothingIsKnownOfAnybody() {
    evaReads();
    var key = "nobody knows".getBytes(UTF_8);
    rig.sayRaw(key, new byte[] {1, 2, 3});
    assertThat(facts("r1")).isEqualTo(Facts.nothingIn(new Code("lockbox.roles")));
    assertThat(rig.vitals().wrong()).containsKey("roles");
    rig.sayRaw(key, null);
    assertThat(rig.vitals().wrong()).doesNotContainKey("roles");
    assertThat(outcome("r2")).isEqualTo(Evaluation.Outcome.PASSED);
  }

  @Test
  void anotherTenantsRolesAreNotTheProviders() {
    rig.say(engineerOf(CONTOSO));
    assertThat(outcome("r1")).isEqualTo(Evaluation.Outcome.REJECTED);
    assertThat(rig.vitals().wrong()).containsKey("roles");
  }

  @Test
  void whereNothingWouldBeCheckedNothingIsLookedUp() {
    restart(new Rig.Provider(EvaluationRules.NONE, Rig.PROVIDER));
    evaReads();
    assertThat(asks("r1")).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  @Test
  void anIdentitySystemSaysWhoHoldsWhatAndCommandsThenDoNot() {
    restart(
        new Rig.Provider(
            WANTED, new ProviderSettings(Optional.of("provider"), RolesFrom.IDENTITY_SYSTEM)));
    rig.append(new DefineRole(PROVIDER, by(CARLA), READERS, READER));
    assertThat(rig.events().getLast())
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.NOT_THE_PROVIDER));
    assertThat(rig.roles()).isEmpty();
    rig.say(READERS_ROLE);
    rig.say(engineerOf(PROVIDER));
    assertThat(facts("r1").source()).contains(new Code("identity-system"));
    assertThat(facts("r2").roles()).extracting(HeldRole::role).containsExactly(READERS);
    rig.sayRaw("engineer/eva".getBytes(UTF_8), null);
    assertThat(facts("r3").roles()).isEmpty();
  }

  @Test
  void whatIsMoreThanARecordHoldsIsLeftOutAndCounted() {
    var roles = new TreeMap<RoleId, Standing>();
    IntStream.range(0, Engineer.ROLES_MAX)
        .mapToObj(number -> new RoleId("wide-" + number))
        .forEach(
            role -> {
              rig.say(new RoleSnapshot(PROVIDER, role, new RoleState.Defined(wide(), Trail.EMPTY)));
              roles.put(role, heldForLong());
            });
    rig.say(
        new EngineerSnapshot(
            PROVIDER, EVA, new Engineer(Optional.of(WORKS_EVERYWHERE), roles, Trail.EMPTY)));
    assertThat(facts("r1")).isEqualTo(Facts.nothingIn(new Code("lockbox.roles")));
    assertThat(rig.counted("lockbox.facts.left.out")).isEqualTo(1);
  }

  private List<? extends Event> asks(String id) {
    rig.events();
    rig.publish(Say.open(id));
    return rig.events();
  }

  private Evaluation evaluation(String id) {
    return ((RequestEvaluated) asks(id).getFirst()).evaluation();
  }

  private Evaluation.Outcome outcome(String id) {
    return evaluation(id).outcome();
  }

  private Facts facts(String id) {
    return evaluation(id).facts();
  }

  private void restart(Rig.Provider provider) {
    rig.close();
    rig = Rig.at(directory.resolve("another"), NOON, provider);
    register();
  }

  private void register() {
    rig.append(new RegisterTenant(PROVIDER, by(OPERATOR), Samples.MEMBERSHIP));
    rig.append(Say.register(CONTOSO, ANNA.value(), BEN.value()));
    rig.events();
  }

  /** Eva is described, asks to be a reader, and is one for a while. */
  private void evaReads() {
    rig.append(new DefineRole(PROVIDER, by(CARLA), READERS, READER));
    rig.append(describe(EVA, WORKS_EVERYWHERE));
    rig.append(
        new RequestMembership(
            PROVIDER, by(EVA), EVA, READERS, Optional.empty(), new PersonalText(EVA, "so")));
    rig.append(new ApproveMembership(PROVIDER, by(MONA), EVA, READERS, Optional.empty(), 2));
  }

  private DescribeEngineer describe(PersonId engineer, Description description) {
    return new DescribeEngineer(PROVIDER, by(CARLA), engineer, description);
  }

  /** Eva, who works everywhere and reads until then. */
  static EngineerSnapshot evaReads(Instant until) {
    return engineer(PROVIDER, worksEverywhere(until), held(until));
  }

  private static EngineerSnapshot engineerOf(TenantId tenant) {
    return engineer(tenant, WORKS_EVERYWHERE, heldForLong());
  }

  private static EngineerSnapshot engineer(TenantId tenant, Description who, Standing readers) {
    var roles = new TreeMap<>(Collections.singletonMap(READERS, readers));
    return new EngineerSnapshot(tenant, EVA, new Engineer(Optional.of(who), roles, Trail.EMPTY));
  }

  private static Description worksEverywhere(Instant until) {
    return new Description(Optional.of(until), Set.of(new ResourceName("/")), Optional.of(MONA));
  }

  private static Standing heldForLong() {
    return held(NOON.plus(Duration.ofDays(90)));
  }

  private static Standing held(Instant until) {
    return new Standing(Optional.empty(), Optional.of(until));
  }

  private static Role wide() {
    return new Role(
        Stream.iterate(0, n -> n + 1)
            .limit(Role.ACTIONS_MAX)
            .map(n -> new ActionName("k8s.object." + "x".repeat(40) + n))
            .collect(Collectors.toUnmodifiableSet()),
        Stream.iterate(0, n -> n + 1)
            .limit(Role.SCOPES_MAX)
            .map(n -> new ResourceName("/" + "x".repeat(80) + n))
            .collect(Collectors.toUnmodifiableSet()),
        PermissionLevel.READ,
        Duration.ofHours(8),
        Duration.ofDays(30),
        Set.of(),
        Optional.empty());
  }

  private Attempt by(PersonId actor) {
    attempts++;
    return new Attempt(actor, new DecisionId("facts-" + attempts));
  }
}
