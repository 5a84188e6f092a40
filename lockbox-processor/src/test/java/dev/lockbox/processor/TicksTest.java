package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts' clocks on the log: what they cost, what they stop, and that a restart forgets nothing. */
class TicksTest {
  private static final Duration FOUR_DAYS = Duration.ofDays(4);

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
  void aTickWritesOneSmallEntryAndNothingElse() {
    rig.tick("host-1", NOON);
    rig.tick("host-1", NOON);
    assertThat(rig.changes(Stores.CLOCK))
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.value()).hasSize(32));
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.states()).isEmpty();
    assertThat(rig.quarantined()).isEmpty();
    assertThat(rig.changes(Stores.PROGRESS)).isEmpty();
  }

  @Test
  void aHostThatIsGoneIsForgotten() {
    rig.tick("host-1", NOON);
    rig.pass(Duration.ofHours(1));
    rig.tick("host-2", NOON.plus(Duration.ofHours(1)));
    assertThat(rig.changes(Stores.CLOCK).getLast().key()).isEqualTo("host-2".getBytes());
    assertThat(rig.<String, byte[]>store(Stores.CLOCK).get("host-1")).isNull();
  }

  @Test
  void anApprovalByASuspectClockIsRefusedAndRecordedAndADenialIsTaken() {
    givenTwoOpenRequests();
    rig.tick("host-1", NOON.minus(Duration.ofHours(1)));
    rig.append(Say.approve("r1", ANNA, "yes", 1));
    rig.append(Say.deny("r2", ANNA, "no"));
    var events = rig.events();
    assertThat(events.get(events.size() - 2))
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(CLOCK_SUSPECT));
    assertThat(events).last().isInstanceOf(RequestDenied.class);
    assertThat(suspect()).isEqualTo(1);
    assertThat(rig.vitals().wrong()).containsKey("clock");
  }

  @Test
  void oneHostThatAgreesIsEnoughToApprove() {
    givenTwoOpenRequests();
    rig.tick("host-1", NOON);
    rig.append(Say.approve("r1", ANNA, "yes", 1));
    assertThat(rig.events()).last().isInstanceOf(RequestApproved.class);
    assertThat(suspect()).isZero();
    assertThat(rig.vitals().wrong()).isEmpty();
  }

  /** T3: through the stores, with a restart at every turn. */
  @Test
  void aJumpOfFourDaysAndBackGrantsNothingAcrossRestarts() {
    givenTwoOpenRequests();
    rig.tick("host-1", NOON);
    rig = rig.restarted();
    var jumped = NOON.plus(FOUR_DAYS).minusSeconds(60);
    approvedAt(jumped, false);
    rig.tick("host-1", NOON.plusSeconds(5), jumped);
    rig = rig.restarted();
    approvedAt(jumped.plusSeconds(1), false);
    approvedAt(NOON.plusSeconds(9), false);
    rig = rig.restarted();
    approvedAt(NOON.plusSeconds(9), false);
    rig.tick("host-1", NOON.plusSeconds(10), NOON.plusSeconds(10));
    rig = rig.restarted();
    approvedAt(NOON.plusSeconds(11), true);
    var granted = (Granted) rig.stored(Say.request("r1"));
    assertThat(granted.accessUntil()).isEqualTo(NOON.plusSeconds(11).plus(Duration.ofHours(8)));
  }

  /** T4: what was trusted before the restart still is. */
  @Test
  void timeDoesNotRunBackwardsOverARestart() {
    givenTwoOpenRequests();
    var nearlyDue = NOON.plus(FOUR_DAYS).minusSeconds(1);
    rig.append(Say.deny("r2", ANNA, "no"), nearlyDue.plusSeconds(2));
    rig.recorded();
    rig = rig.restarted();
    rig.append(Say.alarm("r1"), nearlyDue);
    assertThat(rig.events()).singleElement().isInstanceOf(RequestExpired.class);
  }

  /** T7: an hour without a tick. */
  @Test
  void withDeadTickersARequestStillExpires() {
    givenTwoOpenRequests();
    rig.tick("host-1", NOON);
    rig.pass(FOUR_DAYS);
    assertThat(rig.events()).filteredOn(RequestExpired.class::isInstance).hasSize(2);
  }

  /** The events are a function of the log, whatever was restarted when. */
  @Test
  void aReplayOfTheSameLogGivesTheSameBytes(@TempDir Path one, @TempDir Path other) {
    var straight = run(Rig.at(one.resolve("stores"), NOON), 0);
    assertThat(straight)
        .hasSizeGreaterThan(100)
        .isEqualTo(run(Rig.at(other.resolve("stores"), NOON), 37));
  }

  private static List<String> run(Rig rig, int restartEvery) {
    var random = new SplittableRandom(11);
    var bytes = new ArrayList<String>();
    var current = rig;
    var step = 0;
    for (var action : actions(random)) {
      if (restartEvery > 0 && ++step % restartEvery == 0) {
        bytes.addAll(events(current));
        current = current.restarted();
      }
      action.accept(current);
    }
    bytes.addAll(events(current));
    current.close();
    return bytes;
  }

  private static List<Consumer<Rig>> actions(SplittableRandom random) {
    var all = new ArrayList<Consumer<Rig>>();
    all.add(asking(0, Say.register(CONTOSO, "anna"), NOON));
    var real = NOON;
    var skew = Duration.ZERO;
    for (var step = 0; step < 400; step++) {
      real = real.plusMillis(random.nextInt(20_000));
      skew = random.nextInt(20) == 0 ? Duration.ofSeconds(random.nextInt(-90, 91)) : skew;
      all.add(action(random, step + 1, real, real.plus(skew)));
    }
    return all;
  }

  private static Consumer<Rig> action(SplittableRandom random, int step, Instant real, Instant at) {
    var id = "r" + random.nextInt(60);
    var decision = "d" + random.nextInt(1_000_000);
    return switch (random.nextInt(8)) {
      case 0, 1 -> asking(step, Say.open(id), at);
      case 2, 3 -> asking(step, Say.approve(id, ANNA, decision, 1), at);
      case 4 -> asking(step, Say.deny(id, ANNA, decision), at);
      case 5 -> asking(step, Say.alarm(id), at);
      default -> rig -> rig.tick("host-" + decision.length() % 2, real, at);
    };
  }

  private static Consumer<Rig> asking(int step, Command command, Instant at) {
    var logged = new LoggedCommand(new CommandId("c-" + step), command);
    return rig -> rig.append(logged, at);
  }

  private static List<String> events(Rig rig) {
    return rig.raw("lockbox.events").stream().map(TicksTest::content).toList();
  }

  private static String content(TestRecord<byte[], byte[]> record) {
    return record.timestamp() + Arrays.toString(record.value());
  }

  private void givenTwoOpenRequests() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
    rig.append(Say.open("r2"));
  }

  private void approvedAt(Instant at, boolean expected) {
    rig.append(Say.approve("r1", ANNA, "yes-" + at.getEpochSecond(), 1), at);
    var last = rig.recorded().stream().map(Recorded::event).toList().getLast();
    if (expected) {
      assertThat(last).isInstanceOf(RequestApproved.class);
    } else {
      assertThat(last)
          .isInstanceOfSatisfying(
              CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(CLOCK_SUSPECT));
    }
  }

  private double suspect() {
    return rig.meters().get("lockbox.clock.suspect").gauge().value();
  }
}
