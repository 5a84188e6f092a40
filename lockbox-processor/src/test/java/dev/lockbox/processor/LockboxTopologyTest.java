package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RevocationCause;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockboxTopologyTest {
  private Rig rig;

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aRequestTravelsFromTheJitServiceToAGrantThatEndsByItself() {
    rig.append(Say.register(CONTOSO, "anna", "ben"));
    rig.publish(Say.open("r1"));
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.pass(Duration.ofHours(8));

    assertThat(rig.events())
        .hasExactlyElementsOfTypes(
            TenantRegistered.class, RequestOpened.class, RequestApproved.class, AccessEnded.class);
    assertThat(rig.states())
        .extracting(RequestSnapshot::state)
        .extracting(state -> state.getClass().getSimpleName())
        .containsExactly("Pending", "Granted", "Closed");
    assertThat(rig.quarantined()).isEmpty();
  }

  @Test
  void whatTheCatalogueDoesNotListIsRefusedBeforeAnybodyIsAsked() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.publish(Say.open("r1", new ResourceName("/classic/vms/old-1")));

    assertThat(rig.events())
        .last()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.UNSUPPORTED_DEPLOYMENT_MODEL));
    assertThat(rig.states()).isEmpty();
  }

  @Test
  void theGrantsClockStartsWhenTheApprovalIsAppended() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
    var later = NOON.plus(Duration.ofHours(30));
    rig.append(Say.approve("r1", ANNA, "d1", 1), later);
    assertThat(rig.stored(Say.request("r1")))
        .isInstanceOfSatisfying(
            Granted.class,
            granted ->
                assertThat(granted.accessUntil()).isEqualTo(later.plus(Duration.ofHours(8))));
  }

  @Test
  void eachEventHasTheTenantsNextSequenceAndTheVersionItLedTo() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.register(FABRIKAM, "femi"));
    rig.append(Say.open("r1"));
    rig.append(Say.approve("r1", EVA, "own", 1));
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.append(Say.open(new RequestId(FABRIKAM, "r1")));

    var recorded = rig.recorded();
    assertThat(recorded)
        .filteredOn(entry -> entry.event().tenant().equals(CONTOSO))
        .extracting(Recorded::sequence, Recorded::version)
        .containsExactly(tuple(1, 1), tuple(2, 1), tuple(3, 1), tuple(4, 2));
    assertThat(recorded)
        .filteredOn(entry -> entry.event().tenant().equals(FABRIKAM))
        .extracting(Recorded::sequence, Recorded::version)
        .containsExactly(tuple(1, 1), tuple(2, 1));
  }

  @Test
  void anEventNamesItsCommandInItselfAndInAHeader() {
    var id = rig.append(Say.register(CONTOSO, "anna"));
    var event = rig.raw(Topics.EVENTS.name()).getFirst();
    assertThat(event.headers().toArray()).hasSize(1);
    assertThat(event.headers().lastHeader(Headers.CAUSE).value())
        .isEqualTo(id.value().getBytes(UTF_8));
    assertThat(event.key()).isEqualTo("contoso".getBytes(UTF_8));
    assertThat(event.timestamp()).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aStateStandsUnderTenantAndRequest() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
    var state = rig.raw(Topics.STATE.name()).getFirst();
    assertThat(state.key()).isEqualTo("contoso/r1".getBytes(UTF_8));
    assertThat(state.headers().toArray()).isEmpty();
  }

  @Test
  void anAcceptedCommandWritesFourRecords() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
    forgetWhatWasWritten();

    rig.append(Say.approve("r1", ANNA, "d1", 1));

    assertThat(rig.changes(Stores.REQUESTS)).hasSize(1);
    assertThat(rig.changes(Stores.PROGRESS)).hasSize(1);
    assertThat(rig.changes(Stores.TENANTS)).isEmpty();
    assertThat(rig.raw(Topics.EVENTS.name())).hasSize(1);
    assertThat(rig.raw(Topics.STATE.name())).hasSize(1);
  }

  @Test
  void aRefusedPersonIsToldAndNothingChanges() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
    forgetWhatWasWritten();

    rig.append(Say.approve("r1", FEMI, "d1", 1));

    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.NOT_AN_APPROVER));
    assertThat(rig.changes(Stores.REQUESTS)).isEmpty();
    assertThat(rig.changes(Stores.PROGRESS)).hasSize(1);
    assertThat(rig.states()).isEmpty();
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Pending.class);
    assertThat(rig.counted("lockbox.refusals", "refusal", "NOT_AN_APPROVER")).isEqualTo(1);
  }

  @Test
  void anUnknownTenantIsRefusedToItsFace() {
    rig.append(Say.open("r1"));
    assertThat(rig.recorded())
        .singleElement()
        .satisfies(entry -> assertThat(entry.version()).isZero())
        .extracting(Recorded::event)
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.UNKNOWN_TENANT));
  }

  @Test
  void aDenialAfterTheGrantEndsIt() {
    rig.append(Say.register(CONTOSO, "anna", "ben"));
    rig.append(Say.open("r1"));
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.append(Say.deny("r1", BEN, "d2"));
    assertThat(rig.events())
        .last()
        .isInstanceOfSatisfying(
            RequestRevoked.class,
            no -> assertThat(no.cause()).isEqualTo(RevocationCause.DENIED_AFTER_GRANT));
  }

  @Test
  void aRequestIsDecidedByTheApproversTheTenantHasWhenItIsDecided() {
    rig.append(Say.register(CONTOSO, "anna", "ben"));
    rig.append(Say.open("r1"));
    rig.append(Say.replace(CONTOSO, "replace", "ben", "carla"));
    rig.append(Say.approve("r1", ANNA, "left", 1));
    rig.append(Say.deny("r1", BEN, "d1"));
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(
            TenantRegistered.class,
            RequestOpened.class,
            ApproversReplaced.class,
            CommandRefused.class,
            RequestDenied.class);
  }

  @Test
  void whoDecidesAndWhoSetsRulesIsReplacedAtOnce() {
    rig.append(Say.register(CONTOSO, "anna", "ben"));
    rig.append(Say.open("r1"));
    rig.append(Say.replaceAll(CONTOSO, "others", "ben", "carla"));
    rig.append(Say.approve("r1", ANNA, "left", 1));
    rig.append(Say.approve("r1", BEN, "stayed", 1));
    rig.append(
        new ChangeSettings(CONTOSO, new Attempt(CARLA, new DecisionId("s")), Samples.SETTINGS));
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(
            TenantRegistered.class,
            RequestOpened.class,
            MembersReplaced.class,
            CommandRefused.class,
            RequestApproved.class,
            SettingsChanged.class);
  }

  @Test
  void aTenantIsRegisteredOnce() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(
        new RegisterTenant(
            CONTOSO,
            new Attempt(OPERATOR, new DecisionId("again")),
            Say.register(CONTOSO, "eva").membership()));
    assertThat(rig.events())
        .last()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.TENANT_EXISTS));
  }

  private void forgetWhatWasWritten() {
    rig.recorded();
    rig.states();
    rig.changes(Stores.REQUESTS);
    rig.changes(Stores.PROGRESS);
    rig.changes(Stores.TENANTS);
  }

  private static Tuple tuple(long sequence, long version) {
    return Tuple.tuple(sequence, version);
  }
}
