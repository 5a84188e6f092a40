package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E7, E9: a record that nobody can read may have been a no, so nothing is granted until released.
 */
class FreezingTest {
  private static final byte[] GARBAGE = {1, 2, 3};
  private static final RequestId OF_FABRIKAM = new RequestId(FABRIKAM, "f1");

  private Rig rig;

  @BeforeEach
  void aGrantAndAnOpenRequestOfContosoAndOneOfFabrikam(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.register(FABRIKAM, "femi"));
    rig.append(Say.open("granted"));
    rig.append(Say.open("open"));
    rig.append(Say.open(OF_FABRIKAM));
    rig.append(Say.approve("granted", ANNA, "yes", 1));
    rig.recorded();
    rig.states();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void anUnreadableRecordFreezesTheTenantItsKeyNames() {
    var found = garbage("contoso");
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            GrantsFrozen.class,
            frozen -> {
              assertThat(frozen.tenant()).isEqualTo(CONTOSO);
              assertThat(frozen.quarantine()).isEqualTo(found);
              assertThat(frozen.cause()).isEqualTo("WRONG_MAGIC");
              assertThat(frozen.attempted()).isEmpty();
            });
  }

  @Test
  void aFrozenGrantShowsAsOneThatOpensNothing() {
    garbage("contoso");
    assertThat(rig.states())
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.request()).isEqualTo(Say.request("granted"));
              assertThat(shown.frozen()).isTrue();
            });
  }

  /** It could not be shown as frozen, and must not be read as access any more. */
  @Test
  void aGrantThatIsSpoiltIsFaultedWhenGrantsAreFrozen() {
    spoil("granted");
    garbage("contoso");
    assertThat(rig.events()).hasExactlyElementsOfTypes(GrantsFrozen.class, RequestFaulted.class);
    assertThat(rig.states())
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.request()).isEqualTo(Say.request("granted"));
              assertThat(shown.state()).isInstanceOf(Faulted.class);
            });
    assertThat(rig.vitals().wrong().get("faulted")).contains("contoso/granted");
  }

  @Test
  void soItIsWhenAnOperatorFreezesByCommandAndOnlyOnce() {
    spoil("granted");
    var id = new QuarantineId("lockbox.commands/3/7");
    rig.append(new FreezeGrants(CONTOSO, by("f1"), id, "UNDECODABLE"));
    rig.append(new ReleaseGrants(CONTOSO, by("r1"), id, new PersonalText(OPERATOR, "mended")));
    assertThat(rig.recorded())
        .satisfiesExactly(
            frozen -> assertThat(frozen.event()).isInstanceOf(GrantsFrozen.class),
            faulted -> {
              assertThat(faulted.event()).isInstanceOf(RequestFaulted.class);
              assertThat(faulted.sequence()).isEqualTo(6);
            },
            released -> assertThat(released.event()).isInstanceOf(GrantsReleased.class));
  }

  private void spoil(String request) {
    rig.<String, byte[]>store(Stores.REQUESTS).put(Say.request(request).toString(), GARBAGE);
  }

  @Test
  void whileFrozenAYesIsRefusedAndANoIsTaken() {
    garbage("contoso");
    rig.events();
    rig.append(Say.approve("open", ANNA, "yes-2", 1));
    rig.append(Say.deny("granted", ANNA, "no"));
    assertThat(rig.events())
        .satisfiesExactly(
            no -> assertThat(((CommandRefused) no).refusal()).isEqualTo(Refusal.GRANTS_FROZEN),
            revoked -> assertThat(revoked).isInstanceOf(RequestRevoked.class));
    assertThat(rig.states().getLast().frozen()).isFalse();
  }

  @Test
  void otherTenantsAreNotFrozen() {
    garbage("contoso");
    rig.events();
    approveFabrikams();
    assertThat(rig.events()).singleElement().isInstanceOf(RequestApproved.class);
  }

  @Test
  void whereTheTenantCannotBeToldEveryTenantOfThePartitionIsFrozen() {
    for (var key : new String[] {null, "Contoso!", "nobody-we-know"}) {
      garbage(key);
      assertThat(rig.events())
          .extracting(Event::tenant)
          .as("key %s", key)
          .containsExactly(CONTOSO, FABRIKAM);
    }
  }

  @Test
  void aRecordThatNamesTwoTenantsFreezesBoth() {
    rig.appendRaw("fabrikam".getBytes(UTF_8), command(Say.deny("open", ANNA, "no")));
    assertThat(rig.events())
        .allSatisfy(event -> assertThat(((GrantsFrozen) event).cause()).isEqualTo("WRONG_ADDRESS"))
        .extracting(Event::tenant)
        .containsExactly(CONTOSO, FABRIKAM);
  }

  @Test
  void aMisplacedTickFreezesNobody() {
    var log = rig.formats().commandLog();
    var tick = Tick.of(5, "host-1", NOON);
    rig.appendRaw(log.key(tick), log.value(tick));
    assertThat(rig.quarantined()).hasSize(1);
    assertThat(rig.events()).isEmpty();
  }

  @Test
  void intakeGarbageFreezesNobody() {
    rig.publishRaw("contoso".getBytes(UTF_8), GARBAGE);
    assertThat(rig.quarantined()).hasSize(1);
    assertThat(rig.events()).isEmpty();
  }

  @Test
  void aReleaseLetsGrantsOpenAgain() {
    var found = garbage("contoso");
    rig.events();
    rig.states();
    rig.append(release("r1", CONTOSO, found));
    rig.append(Say.approve("open", ANNA, "yes-2", 1));
    assertThat(rig.events()).hasExactlyElementsOfTypes(GrantsReleased.class, RequestApproved.class);
    assertThat(rig.states())
        .extracting(RequestSnapshot::request, RequestSnapshot::frozen)
        .containsExactly(tuple(Say.request("granted"), false), tuple(Say.request("open"), false));
  }

  @Test
  void everyRecordMustBeReleased() {
    var one = garbage("contoso");
    var other = garbage("contoso");
    rig.append(release("r1", CONTOSO, one));
    rig.recorded();
    rig.append(Say.approve("open", ANNA, "yes-2", 1));
    assertThat(rig.events()).singleElement().isInstanceOf(CommandRefused.class);
    rig.append(release("r2", CONTOSO, other));
    rig.append(Say.approve("open", ANNA, "yes-3", 1));
    assertThat(rig.events()).last().isInstanceOf(RequestApproved.class);
  }

  @Test
  void whatDoesNotFreezeCannotBeReleased() {
    rig.append(release("r1", CONTOSO, new QuarantineId("lockbox.commands/0/0")));
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.NOT_FROZEN));
  }

  @Test
  void anOperatorMayFreezeByCommand() {
    var id = new QuarantineId("lockbox.commands/3/7");
    rig.append(new FreezeGrants(CONTOSO, by("f1"), id, "UNDECODABLE"));
    rig.append(new FreezeGrants(CONTOSO, by("f2"), id, "UNDECODABLE"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(GrantsFrozen.class);
    assertThat(rig.states()).singleElement().matches(RequestSnapshot::frozen);
  }

  @Test
  void aRestartForgetsNoFreeze() {
    var found = garbage("contoso");
    rig.recorded();
    rig = rig.restarted();
    rig.append(Say.approve("open", ANNA, "yes-2", 1));
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.GRANTS_FROZEN));
    rig.append(release("r1", CONTOSO, found));
    assertThat(rig.states()).singleElement().matches(shown -> !shown.frozen());
  }

  @Test
  void sequencesStayDenseThroughAFreeze() {
    garbage("contoso");
    rig.append(Say.deny("open", ANNA, "no"));
    assertThat(rig.recorded()).extracting(one -> one.sequence()).containsExactly(5L, 6L);
  }

  @Test
  void theSameLogGivesTheSameBytes(@TempDir Path one, @TempDir Path other) {
    assertThat(bytesOfARun(one)).hasSizeGreaterThan(5).isEqualTo(bytesOfARun(other));
  }

  /** A tenant of another partition is told of it there. */
  @Test
  void aMisplacedRecordFreezesItsTenantWhereThatIsDecided(@TempDir Path directory) {
    var stranger = tenantOn(1);
    var ours = tenantOn(0);
    try (var zero = Rig.amongSeveralPartitions(directory.resolve("zero"), NOON)) {
      zero.append(Say.register(ours, "anna"));
      zero.recorded();
      zero.append(Say.register(stranger, "femi"));
      assertThat(zero.recorded()).as("it can be told whose it was").isEmpty();
      var records = zero.raw(Topics.COMMANDS.name());
      assertThat(records)
          .singleElement()
          .satisfies(one -> assertThat(one.key()).isEqualTo(stranger.value().getBytes(UTF_8)));
    }
  }

  private List<String> bytesOfARun(Path directory) {
    try (var run = Rig.at(directory.resolve("stores"), NOON)) {
      run.append(Say.register(CONTOSO, "anna"));
      run.append(Say.register(FABRIKAM, "femi"));
      run.append(Say.open("granted"));
      run.append(Say.approve("granted", ANNA, "yes", 1));
      run.appendRaw(null, GARBAGE);
      run.append(release("r1", CONTOSO, new QuarantineId("lockbox.commands/0/4")));
      return Stream.of(Topics.EVENTS, Topics.STATE)
          .flatMap(topic -> run.raw(topic.name()).stream())
          .map(record -> record.timestamp() + Arrays.toString(record.value()))
          .toList();
    }
  }

  /** Appends what means nothing; returns what it is called in quarantine. */
  private QuarantineId garbage(String key) {
    rig.quarantined();
    rig.appendRaw(key == null ? null : key.getBytes(UTF_8), GARBAGE);
    var found = rig.raw(Topics.QUARANTINE.name());
    assertThat(found).hasSize(1);
    return new QuarantineId(new String(found.getFirst().key(), UTF_8));
  }

  private void approveFabrikams() {
    var by = new Attempt(FEMI, new DecisionId("yes"));
    rig.append(new Approve(OF_FABRIKAM, by, Optional.empty(), 1, Optional.empty()));
  }

  private byte[] command(Command command) {
    return rig.formats().commands().value(new LoggedCommand(new CommandId("c-0"), command));
  }

  private static TenantId tenantOn(int partition) {
    return Stream.iterate(0, n -> n + 1)
        .map(n -> new TenantId("tenant-" + n))
        .filter(tenant -> Topics.partitionOf(tenant, Topics.COMMANDS.partitions()) == partition)
        .findFirst()
        .orElseThrow();
  }

  private static ReleaseGrants release(String decision, TenantId tenant, QuarantineId found) {
    return new ReleaseGrants(
        tenant, by(decision), found, new PersonalText(OPERATOR, "asked the customer"));
  }

  private static Attempt by(String decision) {
    return new Attempt(OPERATOR, new DecisionId(decision));
  }
}
