package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.events.message.LoggedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engineers of one customer's use one device, and it is found wanting with one of them. */
class SharedDeviceTest {
  private static final EngineerId EVA_AT_CONTOSO = new EngineerId(CONTOSO, EVA);
  private static final EngineerId EMIL_AT_CONTOSO = new EngineerId(CONTOSO, new PersonId("emil"));
  private static final DeviceId DEVICE = new DeviceId("saw-17");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private Rig rig;

  @BeforeEach
  void twoGrants(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.openForOneUse("evas"));
    rig.append(Say.approve("evas", ANNA, "yes", 2));
    rig.append(Say.openBy(EMIL_AT_CONTOSO.person(), "emils"));
    rig.append(Say.approve("emils", ANNA, "yes", 1));
    rig.recorded();
    rig.appended();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void everybodysSessionsOnItEndInOneTransactionAndUnderTheOneReport() {
    bothAreIn();
    var report = rig.append(examined(EMIL_AT_CONTOSO, "seen", false));
    var recorded = rig.recorded().subList(0, 3);
    assertThat(recorded)
        .extracting(Recorded::event)
        .hasExactlyElementsOfTypes(
            DevicePostureChanged.class, SessionEnded.class, SessionEnded.class);
    assertThat(recorded)
        .extracting(one -> ((SessionEvent) one.event()).engineer())
        .containsExactly(EMIL_AT_CONTOSO, EMIL_AT_CONTOSO, EVA_AT_CONTOSO);
    assertThat(recorded).extracting(Recorded::cause).containsOnly(report);
    rig.pass(QUARTER);
    assertThat(rig.rung())
        .extracting(LoggedCommand::command)
        .noneMatch(EnforceSessions.class::isInstance);
  }

  @Test
  void whatWasGrantedForOneUseIsUsedUpByIt() {
    bothAreIn();
    rig.append(examined(EMIL_AT_CONTOSO, "seen", false));
    assertThat(rig.appended())
        .extracting(LoggedCommand::command)
        .singleElement()
        .isInstanceOfSatisfying(
            FinishAccess.class,
            finish -> assertThat(finish.request()).isEqualTo(Say.request("evas")));
  }

  @Test
  void nobodyComesInOnItAlsoAfterARestartUntilItIsMended() {
    rig.append(examined(EMIL_AT_CONTOSO, "seen", false));
    rig = rig.restarted();
    rig.append(start(EVA_AT_CONTOSO, "evas", "too-soon"));
    assertThat(((CommandRefused) rig.events().getLast()).refusal())
        .isEqualTo(Refusal.DEVICE_NOT_ALLOWED);
    rig.append(examined(EMIL_AT_CONTOSO, "mended", true));
    rig.append(start(EVA_AT_CONTOSO, "evas", "in-time"));
    assertThat(rig.events().getLast()).isInstanceOf(SessionStarted.class);
  }

  @Test
  void whoIsInIsStillKnownAfterARestart() {
    bothAreIn();
    rig = rig.restarted();
    rig.recorded();
    rig.append(examined(EVA_AT_CONTOSO, "seen", false));
    assertThat(rig.events().subList(0, 3))
        .hasExactlyElementsOfTypes(
            DevicePostureChanged.class, SessionEnded.class, SessionEnded.class);
  }

  private void bothAreIn() {
    rig.append(start(EVA_AT_CONTOSO, "evas", "s1"));
    rig.append(start(EMIL_AT_CONTOSO, "emils", "s2"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionStarted.class, SessionStarted.class);
    rig.appended();
  }

  private static StartSession start(EngineerId engineer, String request, String session) {
    return new StartSession(
        engineer,
        by("start-" + session),
        new SessionId(session),
        Say.request(request),
        Optional.of(RESOURCES.getFirst()),
        Optional.empty(),
        new Connection(
            Channel.REMOTE_SHELL,
            "10.0.0.7",
            Optional.of(new Device(DEVICE, Optional.empty(), Optional.empty(), Set.of())),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Keeps.NOTHING));
  }

  private static ReportDevice examined(EngineerId engineer, String id, boolean compliant) {
    return new ReportDevice(engineer, by(id), DEVICE, compliant);
  }

  private static Attempt by(String id) {
    return new Attempt(new PersonId("gateway-1"), new DecisionId(id));
  }
}
