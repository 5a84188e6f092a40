package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request whose history is impossible stops alone, grants nothing, and is seen. */
class FaultsTest {
  private Rig rig;

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON, FaultsTest::brokenForR1, Rig.TIMERS);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aHistoryThatDoesNotFoldFaultsTheRequest() {
    rig.recorded();
    rig.states();
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    assertThat(rig.recorded())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.sequence()).isEqualTo(3);
              assertThat(entry.version()).isEqualTo(2);
              assertThat(entry.event()).isInstanceOf(RequestFaulted.class);
            });
    assertThat(rig.states())
        .extracting(RequestSnapshot::state)
        .hasOnlyElementsOfType(Faulted.class);
    assertThat(rig.vitals().wrong().get("faulted")).contains("contoso/r1");
    assertThat(rig.meters().get("lockbox.requests.faulted").gauge().value()).isEqualTo(1);
  }

  @Test
  void aVersionThatDoesNotCountUpFaultsTheRequest(@TempDir Path directory) {
    try (var forgetful = Rig.at(directory.resolve("x"), NOON, FaultsTest::skipping, Rig.TIMERS)) {
      forgetful.append(Say.register(CONTOSO, "anna"));
      forgetful.append(Say.open("r1"));
      forgetful.append(Say.approve("r1", ANNA, "d1", 1));
      assertThat(forgetful.stored(Say.request("r1"))).isInstanceOf(Faulted.class);
    }
  }

  @Test
  void itsLaterCommandsAreRefusedAndQuarantined() {
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.append(Say.deny("r1", ANNA, "d2"));
    assertThat(rig.events())
        .last()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.REQUEST_FAULTED));
    assertThat(rig.quarantined())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.cause()).isEqualTo(QuarantineCause.REQUEST_FAULTED);
              assertThat(found.tenant()).contains(CONTOSO);
            });
  }

  @Test
  void anAlarmForItIsNeitherWrittenNorQuarantined() {
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.recorded();
    rig.append(Say.alarm("r1"));
    rig.pass(Duration.ofDays(5));
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.quarantined()).isEmpty();
    assertThat(rig.appended()).isEmpty();
  }

  @Test
  void theOthersGoOn() {
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.append(Say.open("r2"));
    rig.append(Say.approve("r2", ANNA, "d1", 1));
    assertThat(rig.stored(Say.request("r2"))).isInstanceOf(Granted.class);
  }

  @Test
  void itIsRememberedOverARestartAndForgottenWithThePartition() {
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig = rig.restarted();
    var before = rig.vitals();
    assertThat(before.wrong()).containsKey("faulted");
    rig = rig.restarted();
    assertThat(before.wrong()).isEmpty();
    assertThat(rig.vitals().wrong()).containsKey("faulted");
  }

  @Test
  void bytesThatDoNotDecodeFaultTheRequest() {
    rig.<String, byte[]>store(Stores.REQUESTS).put("contoso/r1", new byte[] {1, 2, 3});
    rig.append(Say.deny("r1", ANNA, "d1"));
    assertThat(rig.events()).last().isInstanceOf(RequestFaulted.class);
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Faulted.class);
    assertThat(rig.vitals().wrong()).containsKey("faulted");
  }

  @Test
  void bytesThatDoNotDecodeAreFoundWhenTheTaskBegins() {
    rig.append(Say.open("r2"));
    rig.<String, byte[]>store(Stores.REQUESTS).put("contoso/r1", new byte[] {1, 2, 3});
    rig = rig.restarted();
    rig.pass(Rig.TIMERS.resolution());
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Faulted.class);
    assertThat(rig.stored(Say.request("r2"))).isInstanceOf(Pending.class);
  }

  private static AccessRequest brokenForR1(AccessRequest state, RequestEvent event) {
    if (event instanceof RequestApproved approved && approved.request().value().equals("r1")) {
      throw new ImpossibleHistory(state, event);
    }
    return AccessRequest.evolve(state, event);
  }

  private static AccessRequest skipping(AccessRequest state, RequestEvent event) {
    return event instanceof RequestApproved ? state : AccessRequest.evolve(state, event);
  }
}
