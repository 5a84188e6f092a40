package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.RESOURCES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is found wanting once is barred at every customer, from topic to record (F144). */
class DevicePosturesTest {
  private static final TenantId FABRIKAM = new TenantId("fabrikam");
  private static final TenantId WINGTIP = new TenantId("wingtip");
  private static final PersonId GATEWAY = new PersonId("gateway-1");
  private static final DeviceId LAPTOP = new DeviceId("laptop-7");
  private static final DeviceId OTHER = new DeviceId("laptop-8");

  private Rig rig;
  private int told;

  @BeforeEach
  void grantsAtTwoCustomers(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    granted(CONTOSO);
    granted(FABRIKAM);
    rig.log();
  }

  private void granted(TenantId tenant) {
    rig.append(Say.register(tenant, "anna"));
    rig.append(Say.open(at(tenant)));
    rig.append(new Approve(at(tenant), by(ANNA, "yes"), Optional.empty(), 1, Optional.empty()));
    rig.recorded();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void sessionsOnItEndAtEveryCustomerWhenItIsToldOnceAndOthersGoOn() {
    starts(CONTOSO, "c1", LAPTOP);
    starts(FABRIKAM, "f1", LAPTOP);
    granted(WINGTIP);
    starts(WINGTIP, "w1", OTHER);
    tells(LAPTOP, false, NOON);
    assertThat(rig.recorded())
        .extracting(Recorded::event)
        .satisfiesExactly(
            one -> isEnded((SessionEnded) one, CONTOSO, "c1"),
            one -> isEnded((SessionEnded) one, FABRIKAM, "f1"));
    isRefused(CONTOSO, "c2", LAPTOP);
    isRefused(FABRIKAM, "f2", LAPTOP);
    starts(CONTOSO, "c3", OTHER);
  }

  /** Each customer reads of its own, dense and in order, and by which record it came about. */
  @Test
  void eachCustomersRecordSaysWhyAndByWhat() {
    starts(CONTOSO, "c1", LAPTOP);
    starts(FABRIKAM, "f1", LAPTOP);
    tells(LAPTOP, false, NOON);
    var ended = rig.recorded();
    assertThat(ended).extracting(Recorded::cause).containsOnly(new CommandId("activity-0-2"));
    assertThat(ended).extracting(Recorded::sequence).containsExactly(5L, 5L);
    assertThat(ended).extracting(one -> one.event().tenant()).containsExactly(CONTOSO, FABRIKAM);
  }

  @Test
  void whoComesLaterIsBarredTooAndACustomerWhoComesLaterAsWell() {
    tells(LAPTOP, false, NOON);
    assertThat(rig.events()).isEmpty();
    granted(WINGTIP);
    isRefused(WINGTIP, "w1", LAPTOP);
    starts(WINGTIP, "w2", OTHER);
  }

  @Test
  void onceItIsMendedItIsLetInEverywhere() {
    tells(LAPTOP, false, NOON);
    rig.pass(Duration.ofSeconds(1));
    tells(LAPTOP, true, NOON.plusSeconds(1));
    assertThat(rig.events()).isEmpty();
    starts(CONTOSO, "c1", LAPTOP);
    starts(FABRIKAM, "f1", LAPTOP);
  }

  @Test
  void theLatestExaminationCountsInWhateverOrderAndHoweverOftenItIsTold() {
    tells(LAPTOP, false, NOON.minusSeconds(30));
    tells(LAPTOP, true, NOON.minusSeconds(60));
    isRefused(CONTOSO, "c1", LAPTOP);
    tells(LAPTOP, true, NOON.minusSeconds(10));
    tells(LAPTOP, false, NOON.minusSeconds(30));
    starts(CONTOSO, "c2", LAPTOP);
    tells(LAPTOP, false, NOON.minusSeconds(10));
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionEnded.class);
    tells(LAPTOP, true, NOON.minusSeconds(10));
    isRefused(CONTOSO, "c3", LAPTOP);
  }

  @Test
  void nobodySaysBeforehandThatItWillBeMended() {
    tells(LAPTOP, true, NOON.plus(Duration.ofDays(365)));
    rig.pass(Duration.ofSeconds(1));
    tells(LAPTOP, false, NOON.plusSeconds(1));
    isRefused(CONTOSO, "c1", LAPTOP);
  }

  @Test
  void itIsBarredOverARestart() {
    starts(FABRIKAM, "f1", LAPTOP);
    tells(LAPTOP, false, NOON);
    rig.recorded();
    rig = rig.restarted();
    rig.recorded();
    isRefused(CONTOSO, "c1", LAPTOP);
  }

  @Test
  void itIsBarredOnAnotherMachineToo(@TempDir Path elsewhere) {
    tells(LAPTOP, false, NOON);
    rig = rig.restored(elsewhere.resolve("stores"));
    rig.recorded();
    isRefused(CONTOSO, "c1", LAPTOP);
    rig.pass(Duration.ofSeconds(1));
    tells(LAPTOP, true, NOON.plusSeconds(1));
    starts(CONTOSO, "c2", LAPTOP);
  }

  @Test
  void whatWasHeededBeforeIsHeededNoMore() {
    starts(CONTOSO, "c1", LAPTOP);
    tells(LAPTOP, false, NOON);
    rig = rig.restartedFromTheEarliest();
    rig.tell(new Posture(LAPTOP, by(GATEWAY, "again"), true, NOON.plusSeconds(9)));
    assertThat(rig.changes(Stores.POSTURES)).isEmpty();
    assertThat(rig.raw(Topics.COMMANDS.name())).isEmpty();
  }

  @Test
  void whatOneCustomerWasToldOfStaysTheirsAndIsNotMendedForIt() {
    tells(LAPTOP, false, NOON);
    rig.tell(new ReportDevice(new EngineerId(CONTOSO, EVA), by(GATEWAY, "here"), LAPTOP, true));
    isRefused(CONTOSO, "c1", LAPTOP);
    isRefused(FABRIKAM, "f1", LAPTOP);
  }

  @Test
  void itStandsOnTheCommandLogOnceForEachPartitionAndIsNoCustomers() {
    tells(LAPTOP, false, NOON);
    assertThat(rig.log())
        .singleElement()
        .isInstanceOfSatisfying(
            HeedPosture.class,
            heed -> {
              assertThat(heed.posture().device()).isEqualTo(LAPTOP);
              assertThat(heed.posture().by().actor()).isEqualTo(GATEWAY);
            });
    assertThat(new Everywhere().partitions("lockbox.commands", new byte[0], new byte[0], 4))
        .contains(Set.of(0, 1, 2, 3));
  }

  @Test
  void whatNobodyCanReadIsSetAsideAndFreezesNobody() {
    var format = rig.formats().activityLog();
    var posture = new PostureFound(new Posture(LAPTOP, by(GATEWAY, "x"), false, NOON), NOON);
    rig.tellRaw("another-device".getBytes(UTF_8), format.value(posture));
    var onTheLog = rig.formats().commandLog();
    var heed = new HeedPosture(new CommandId("forged"), posture.posture());
    rig.appendRaw("contoso".getBytes(UTF_8), onTheLog.value(heed));
    assertThat(rig.quarantined())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.cause()).isEqualTo(QuarantineCause.WRONG_ADDRESS));
    assertThat(rig.events()).isEmpty();
    starts(CONTOSO, "c1", LAPTOP);
  }

  private static void isEnded(SessionEnded event, TenantId tenant, String session) {
    assertThat(event.tenant()).isEqualTo(tenant);
    assertThat(event.session()).isEqualTo(new SessionId(session));
    assertThat(event.cause()).isEqualTo(SessionEnd.DEVICE_NOT_COMPLIANT);
  }

  private void tells(DeviceId device, boolean compliant, Instant examinedAt) {
    rig.tell(new Posture(device, by(GATEWAY, "posture-" + told++), compliant, examinedAt));
  }

  private void starts(TenantId tenant, String session, DeviceId device) {
    rig.tell(start(tenant, session, device));
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionStarted.class);
  }

  private void isRefused(TenantId tenant, String session, DeviceId device) {
    rig.tell(start(tenant, session, device));
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> {
              assertThat(no.refusal()).isEqualTo(Refusal.DEVICE_NOT_ALLOWED);
              assertThat(no.tenant()).isEqualTo(tenant);
            });
  }

  /** On a target, where one engineer may be at several customers at once. */
  private static StartSession start(TenantId tenant, String session, DeviceId device) {
    var bare = SessionSamples.BARE;
    return new StartSession(
        new EngineerId(tenant, EVA),
        by(GATEWAY, "start-" + session),
        new SessionId(session),
        at(tenant),
        Optional.of(RESOURCES.getFirst()),
        Optional.empty(),
        new Connection(
            bare.channel(),
            bare.source(),
            Optional.of(new Device(device, Optional.empty(), Optional.empty(), Set.of())),
            bare.methods(),
            bare.credential(),
            bare.crypto(),
            bare.country(),
            bare.keeps()));
  }

  private static RequestId at(TenantId tenant) {
    return new RequestId(tenant, "granted");
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
