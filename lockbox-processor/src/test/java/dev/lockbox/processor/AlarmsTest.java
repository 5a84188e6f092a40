package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.Readings;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.processor.store.Deadlines;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deadlines, as the wall clock brings them about and the append time decides them. */
class AlarmsTest {
  private static final Duration WINDOW = Rig.LIMITS.pendingWindow();
  private static final Duration LOOK = Rig.TIMERS.resolution();
  private static final Instant IN_AN_HOUR = NOON.plus(Duration.ofHours(1));
  private static final Instant DECIDE_BY = NOON.plus(WINDOW);

  private Rig rig;

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aRequestNobodyDecidedExpiresAtItsDeadline() {
    rig.append(Say.open("r1"));
    rig.pass(WINDOW.minus(LOOK));
    assertThat(rig.rung()).isEmpty();
    rig.pass(LOOK);
    assertThat(rig.rung())
        .extracting(LoggedCommand::command)
        .containsExactly(new EnforceDeadline(Say.request("r1")));
    assertThat(rig.events()).last().isEqualTo(new RequestExpired(Say.request("r1"), DECIDE_BY));
  }

  @Test
  void accessThatIsAgreedOnForLaterBeginsByAnAlarm() {
    rig.append(Say.openForLater("r1", IN_AN_HOUR));
    rig.append(Say.approve("r1", ANNA, "d1", 2));
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Scheduled.class);
    rig.pass(Duration.ofHours(1).minus(LOOK));
    assertThat(rig.rung()).isEmpty();
    rig.pass(LOOK);
    assertThat(last()).isEqualTo(new AccessStarted(Say.request("r1"), IN_AN_HOUR));
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Granted.class);
  }

  @Test
  void whileGrantsAreFrozenNothingBeginsAndItIsAskedForAgain() {
    rig.append(Say.openForLater("r1", IN_AN_HOUR));
    rig.append(Say.approve("r1", ANNA, "d1", 2));
    rig.append(Samples.freeze());
    rig.pass(Duration.ofHours(1));
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Scheduled.class);
    rig.append(Samples.release());
    rig.pass(Deadlines.REST);
    assertThat(rig.stored(Say.request("r1")))
        .isInstanceOfSatisfying(
            Granted.class,
            begun ->
                assertThat(begun.accessUntil()).isEqualTo(IN_AN_HOUR.plus(Rig.LIMITS.accessFor())));
  }

  @Test
  void anAlarmThatRingsLateLetsNothingLateThrough() {
    rig.append(Say.open("r1"));
    rig.append(Say.approve("r1", ANNA, "d1", 1), DECIDE_BY);
    assertThat(last()).isInstanceOfSatisfying(CommandRefused.class, this::isTooLate);
    rig.pass(WINDOW.plusDays(1));
    assertThat(last()).isInstanceOf(RequestExpired.class);
  }

  @Test
  void anApprovalAppendedInTimeIsTakenHoweverFarBehindTheProcessorIs() {
    rig.append(Say.open("r1"));
    rig.append(Say.approve("r1", ANNA, "d1", 1), DECIDE_BY.minus(TICK));
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Granted.class);
  }

  @Test
  void anAlarmThatComesToNothingIsCountedAndNotWritten() {
    rig.append(Say.open("r1"));
    drain();
    rig.append(Say.alarm("r1"), DECIDE_BY.minus(TICK));
    rig.append(Say.alarm("nobody-opened-this"), DECIDE_BY);
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.states()).isEmpty();
    assertThat(rig.changes(Stores.PROGRESS)).isEmpty();
    assertThat(rig.counted("lockbox.alarms.refused", "refusal", "NOT_DUE")).isEqualTo(2);
  }

  @Test
  void whatIsDecidedIsNotRung() {
    rig.append(Say.open("r1"));
    rig.append(Say.withdraw("r1"));
    rig.pass(WINDOW.plusDays(1));
    assertThat(rig.rung()).isEmpty();
    assertThat(rig.counted("lockbox.alarms.rung")).isZero();
  }

  @Test
  void aBacklogIsDrainedALimitedNumberALook() {
    var limit = Rig.TIMERS.unansweredMax();
    IntStream.range(0, 3 * limit).forEach(n -> rig.append(Say.open("r" + n)));
    rig.pass(WINDOW);
    assertThat(rig.rung()).hasSize(limit);
    rig.pass(LOOK);
    assertThat(rig.rung()).hasSize(limit);
    rig.pass(LOOK);
    rig.pass(LOOK);
    assertThat(rig.rung()).hasSize(limit);
    assertThat(rig.counted("lockbox.alarms.rung")).isEqualTo(3 * limit);
    assertThat(rig.counted("lockbox.alarms.refused")).isZero();
  }

  @Test
  void anAlarmThatKafkaDoesNotAcknowledgeIsCountedAndRungAgain() {
    rig.append(Say.open("r1"));
    rig.passUnacknowledged(WINDOW);
    assertThat(rig.counted("lockbox.alarms.failed")).isEqualTo(1);
    rig.pass(Deadlines.REST);
    assertThat(last()).isInstanceOf(RequestExpired.class);
    assertThat(rig.counted("lockbox.alarms.failed")).isEqualTo(1);
  }

  @Test
  void alarmsDoNotWaitInTurnForAKafkaThatIsAway() {
    IntStream.range(0, 3).forEach(n -> rig.append(Say.open("r" + n)));
    rig.passUnreachable(WINDOW);
    assertThat(rig.rung()).isEmpty();
    assertThat(rig.counted("lockbox.alarms.failed")).isEqualTo(1);
    rig.pass(Deadlines.REST);
    assertThat(rig.rung()).hasSize(3);
  }

  @Test
  void howLateAnAlarmRangIsShownAndHowManyDeadlinesAreOpen() {
    rig.append(Say.open("r1"));
    rig.pass(LOOK);
    assertThat(rig.meters().get("lockbox.deadlines.open").gauge().value()).isEqualTo(1);
    rig.pass(WINDOW);
    assertThat(rig.meters().get("lockbox.alarm.lateness").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(LOOK.toMillis());
  }

  @Test
  void theIndexIsRebuiltFromTheOpenRequests() {
    rig.append(Say.open("open"));
    rig.append(Say.open("granted"));
    rig.append(Say.approve("granted", ANNA, "d1", 1));
    rig.append(Say.open("closed"));
    rig.append(Say.withdraw("closed"));
    rig = rig.restarted();
    rig.pass(Rig.LIMITS.accessFor());
    rig.pass(WINDOW);
    assertThat(rig.rung())
        .extracting(logged -> logged.command().about().orElseThrow())
        .containsExactly(Say.request("granted"), Say.request("open"));
    assertThat(rig.stored(Say.request("open"))).isInstanceOf(AccessRequest.Closed.class);
  }

  /** Also after a restart, which looks at what is over without reading it. */
  @Test
  void whatNobodyHasReadIsToldOnceByAnAlarm() {
    rig.append(Say.replaceAll(CONTOSO, "others", "anna", "carla"));
    var by = new Attempt(CARLA, new DecisionId("reading"));
    rig.append(new ChangeSettings(CONTOSO, by, Readings.reminding()));
    for (var id : List.of("unread", "read")) {
      rig.append(Say.open(id));
      rig.append(Say.approve(id, ANNA, "d-" + id, 1));
      rig.append(Say.withdraw(id));
    }
    var read = new Attempt(ANNA, new DecisionId("seen"));
    rig.append(new ConfirmRead(Say.request("read"), read));
    rig = rig.restarted();
    rig.pass(Readings.REMIND_AFTER.minus(LOOK));
    assertThat(rig.rung()).isEmpty();
    rig.pass(LOOK);
    rig.pass(Readings.REMIND_AFTER);
    assertThat(rig.rung())
        .extracting(LoggedCommand::command)
        .containsExactly(new EnforceDeadline(Say.request("unread")));
    assertThat(rig.events().stream().filter(RecordUnread.class::isInstance).toList())
        .isEqualTo(
            List.of(new RecordUnread(Say.request("unread"), NOON.plus(Readings.REMIND_AFTER))));
  }

  private void isTooLate(CommandRefused no) {
    assertThat(no.refusal()).isEqualTo(Refusal.TOO_LATE);
  }

  private Event last() {
    return rig.events().getLast();
  }

  private void drain() {
    rig.recorded();
    rig.states();
    rig.changes(Stores.PROGRESS);
  }
}
