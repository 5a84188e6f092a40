package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.SessionSamples.BARE;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.decision.Refusal.DEVICE_NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One device, and several engineers of a customer's who use it. */
class SharedDeviceTest {
  private static final PersonId EMIL = new PersonId("emil");
  private static final EngineerId EMIL_AT_CONTOSO = new EngineerId(CONTOSO, EMIL);
  private static final EngineerId EMIL_ELSEWHERE = new EngineerId(new TenantId("fabrikam"), EMIL);

  private final Desk desk = new Desk();

  @Test
  void aDeviceThatIsFoundWantingEndsEverybodysSessionsOnIt() {
    desk.happens(desk.start("s"), NOON);
    desk.beside(Map.of(EMIL_AT_CONTOSO, isIn(EMIL_AT_CONTOSO, CONNECTION)));
    var events = wanting(DEVICE);
    assertThat(events)
        .hasExactlyElementsOfTypes(
            DevicePostureChanged.class, SessionEnded.class, SessionEnded.class);
    assertThat(events)
        .extracting(SessionEvent::engineer)
        .containsExactly(EVA_AT_CONTOSO, EVA_AT_CONTOSO, EMIL_AT_CONTOSO);
    var ended = (SessionEnded) events.getLast();
    assertThat(ended.cause()).isEqualTo(SessionEnd.DEVICE_NOT_COMPLIANT);
    assertThat(ended.attempted()).isEmpty();
    var emils = Sessions.evolve(isIn(EMIL_AT_CONTOSO, CONNECTION), ended);
    assertThat(emils.open()).isEmpty();
  }

  @Test
  void itEndsThemWhileGrantsAreFrozenAndTheClockIsSuspect() {
    desk.beside(Map.of(EMIL_AT_CONTOSO, isIn(EMIL_AT_CONTOSO, CONNECTION)));
    var worst = new Moment(NOON, NOON.plusSeconds(1), true, true);
    assertThat(desk.decide(desk.examined(DEVICE, false), worst))
        .isInstanceOfSatisfying(Accepted.class, yes -> assertThat(yes.events()).hasSize(2));
  }

  @Test
  void whoIsOnAnotherDeviceOrAtAnotherCustomerStaysIn() {
    desk.beside(
        Map.of(
            EMIL_AT_CONTOSO, isIn(EMIL_AT_CONTOSO, BARE),
            EMIL_ELSEWHERE, isIn(EMIL_ELSEWHERE, CONNECTION)));
    assertThat(wanting(DEVICE)).hasExactlyElementsOfTypes(DevicePostureChanged.class);
    desk.beside(Map.of(EMIL_AT_CONTOSO, isIn(EMIL_AT_CONTOSO, CONNECTION)));
    assertThat(wanting(new DeviceId("another")))
        .hasExactlyElementsOfTypes(DevicePostureChanged.class);
  }

  @Test
  void onADeviceThatWasFoundWantingWithOneNobodyComesIn() {
    desk.beside(Map.of(EMIL_AT_CONTOSO, barring(EMIL_AT_CONTOSO, DEVICE)));
    desk.refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    desk.happens(desk.start("s", Optional.of(TARGET), Optional.empty(), BARE), NOON);
  }

  @Test
  void onADeviceThatWasFoundWantingForAllCustomersNobodyComesInThoughItIsMendedAtTheirs() {
    desk.barringEverywhere(DEVICE).refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    assertThat(desk.decide(desk.start("s"), Moment.at(NOON)))
        .isInstanceOfSatisfying(
            Refused.class,
            no ->
                assertThat(no.detail())
                    .isEqualTo(
                        "device %s of eva does not keep to what it must, for every customer"
                            .formatted(DEVICE)));
    desk.happens(desk.examined(DEVICE, false), NOON);
    desk.happens(desk.examined(DEVICE, true), NOON);
    desk.refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    desk.happens(desk.start("s", Optional.of(TARGET), Optional.empty(), BARE), NOON);
  }

  /** Each customer's are ended beside each other, and whoever is on another device stays in. */
  @Test
  void whatIsFoundWantingForAllCustomersEndsTheSessionsOnItAtEach() {
    var third = new EngineerId(CONTOSO, new PersonId("otto"));
    var all =
        new TreeMap<>(
            Map.of(
                EMIL_AT_CONTOSO, isIn(EMIL_AT_CONTOSO, CONNECTION),
                EMIL_ELSEWHERE, isIn(EMIL_ELSEWHERE, CONNECTION),
                third, isIn(third, BARE)));
    var worst = new Moment(NOON, NOON.plusSeconds(1), true, true);
    var events = Ending.onDevice(all, DEVICE, worst);
    assertThat(events)
        .extracting(SessionEvent::engineer)
        .containsExactly(EMIL_AT_CONTOSO, EMIL_ELSEWHERE);
    assertThat(events)
        .allSatisfy(
            event -> {
              var ended = (SessionEnded) event;
              assertThat(ended.cause()).isEqualTo(SessionEnd.DEVICE_NOT_COMPLIANT);
              assertThat(ended.attempted()).isEmpty();
              assertThat(ended.at()).isEqualTo(NOON);
            });
  }

  @Test
  void whatWasFoundWantingElsewhereOrIsAnotherDeviceKeepsNobodyOut() {
    desk.beside(
        Map.of(
            EMIL_ELSEWHERE, barring(EMIL_ELSEWHERE, DEVICE),
            EMIL_AT_CONTOSO, barring(EMIL_AT_CONTOSO, new DeviceId("another"))));
    desk.happens(desk.start("s"), NOON);
  }

  @Test
  void whatWasFoundWantingWithOneIsMendedWithNobodyElse() {
    desk.beside(Map.of(EMIL_AT_CONTOSO, barring(EMIL_AT_CONTOSO, DEVICE)));
    assertThat(desk.decide(desk.examined(DEVICE, true), Moment.at(NOON)))
        .isEqualTo(new Repeated<>(0));
    var mended =
        Sessions.evolve(barring(EMIL_AT_CONTOSO, DEVICE), changed(EMIL_AT_CONTOSO, DEVICE, true));
    desk.beside(Map.of(EMIL_AT_CONTOSO, mended)).happens(desk.start("s"), NOON);
  }

  @Test
  void whatWasFoundWantingWithTwoIsMendedWithBoth() {
    desk.beside(Map.of(EMIL_AT_CONTOSO, barring(EMIL_AT_CONTOSO, DEVICE)));
    desk.fold(wanting(DEVICE));
    desk.beside(Map.of());
    desk.refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    desk.happens(desk.examined(DEVICE, true), NOON);
    desk.happens(desk.start("s"), NOON);
  }

  @Test
  void whereTooManyAreFoundWantingWithOneNobodyUsesAny() {
    var emils = Sessions.NONE;
    for (var n = 0; n < Sessions.BARRED_MAX; n++) {
      emils = Sessions.evolve(emils, changed(EMIL_AT_CONTOSO, new DeviceId("laptop-" + n), false));
    }
    desk.beside(Map.of(EMIL_AT_CONTOSO, emils)).refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
  }

  @Test
  void whatNamesNoDeviceAsksForNobodyElse() {
    for (var command : List.of(desk.moves("s"), desk.leaves("s"))) {
      var others =
          Others.of(
              command,
              () -> {
                throw new AssertionError("nobody else is of consequence");
              });
      assertThat(others).isEqualTo(Others.NOBODY);
    }
  }

  @Test
  void onlyWhoIsOnADeviceOrHadOneFoundWantingIsOfConsequenceForOthers() {
    assertThat(Sessions.NONE.isAboutDevices()).isFalse();
    assertThat(isIn(EMIL_AT_CONTOSO, BARE).isAboutDevices()).isFalse();
    assertThat(isIn(EMIL_AT_CONTOSO, CONNECTION).isAboutDevices()).isTrue();
    assertThat(barring(EMIL_AT_CONTOSO, DEVICE).isAboutDevices()).isTrue();
  }

  private List<SessionEvent> wanting(DeviceId device) {
    var decision = desk.decide(desk.examined(device, false), Moment.at(NOON));
    return ((Accepted<SessionEvent>) decision).events();
  }

  private static Sessions isIn(EngineerId engineer, Connection connection) {
    var until = NOON.plus(Desk.EIGHT_HOURS);
    return Sessions.evolve(
        Sessions.NONE,
        new SessionStarted(
            engineer,
            NOON,
            by(new ReportDevice(engineer, attempt(), DEVICE, true)),
            new SessionId("s"),
            new RequestId(engineer.tenant(), "req-2002"),
            Optional.of(TARGET),
            Optional.empty(),
            connection,
            ACTIONS,
            Duration.ofMinutes(15),
            until,
            until));
  }

  private static Sessions barring(EngineerId engineer, DeviceId device) {
    return Sessions.evolve(Sessions.NONE, changed(engineer, device, false));
  }

  private static DevicePostureChanged changed(
      EngineerId engineer, DeviceId device, boolean compliant) {
    var report = new ReportDevice(engineer, attempt(), device, compliant);
    return new DevicePostureChanged(engineer, NOON, by(report), device, compliant);
  }

  private static Attempt attempt() {
    return new Attempt(GATEWAY, new DecisionId("told"));
  }

  private static Provenance by(ReportDevice report) {
    return new Provenance(report.by(), report.content());
  }
}
