package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record met twice, and an attempt made twice. */
class DuplicatesTest {
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
  void recordsReadAgainWriteNothing() {
    List<Command> log =
        List.of(
            Say.register(CONTOSO, "anna"),
            Say.open("r1"),
            Say.open("r1"),
            Say.approve("r1", ANNA, "d1", 7),
            Say.alarm("r1"),
            Say.approve("r1", ANNA, "d2", 1));
    log.forEach(rig::append);
    var before = rig.stored(Say.request("r1"));

    rig = rig.restartedFromTheEarliest();
    log.forEach(rig::append);

    thenNothingWasWritten();
    assertThat(rig.stored(Say.request("r1"))).isEqualTo(before).isInstanceOf(Granted.class);
    assertThat(rig.counted("lockbox.replays", "topic", "lockbox.commands")).isEqualTo(6);
  }

  @Test
  void whatExpiredOrEndedDoesNotDoSoAgainAfterARestart() {
    var decideBy = NOON.plus(Duration.ofDays(4));
    var over = NOON.plus(Duration.ofHours(8));
    Runnable log =
        () -> {
          rig.append(Say.register(CONTOSO, "anna"));
          rig.append(Say.open("granted"));
          rig.append(Say.open("waiting"));
          rig.append(Say.approve("granted", ANNA, "d1", 1));
          rig.append(Say.alarm("granted"), over);
          rig.append(Say.alarm("waiting"), decideBy);
        };
    log.run();
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(
            TenantRegistered.class,
            RequestOpened.class,
            RequestOpened.class,
            RequestApproved.class,
            AccessEnded.class,
            RequestExpired.class);

    rig = rig.restartedFromTheEarliest();
    log.run();
    thenNothingWasWritten();
    rig.append(Say.alarm("granted"), decideBy);
    rig.append(Say.alarm("waiting"), decideBy);
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.counted("lockbox.alarms.refused")).isEqualTo(2);
  }

  @Test
  void recordsThatWroteNothingTheFirstTimeWriteNothingTheSecond() {
    List<Command> log =
        List.of(Say.register(CONTOSO, "anna"), Say.open("r1"), Say.open("r1"), Say.alarm("r1"));
    log.forEach(rig::append);

    rig = rig.restartedFromTheEarliest();
    log.forEach(rig::append);

    thenNothingWasWritten();
    assertThat(rig.counted("lockbox.replays")).isEqualTo(2);
    assertThat(rig.counted("lockbox.decisions", "verdict", "repeated")).isEqualTo(1);
    assertThat(rig.counted("lockbox.alarms.refused")).isEqualTo(1);
  }

  @Test
  void quarantinedRecordsReadAgainAreNotQuarantinedAgain() {
    rig.appendRaw(new byte[] {1}, new byte[] {2});
    assertThat(rig.quarantined()).hasSize(1);
    rig = rig.restartedFromTheEarliest();
    rig.appendRaw(new byte[] {1}, new byte[] {2});
    thenNothingWasWritten();
  }

  @Test
  void afterTheReplayTheSequenceGoesOn() {
    List<Command> log = List.of(Say.register(CONTOSO, "anna"), Say.open("r1"));
    log.forEach(rig::append);
    rig = rig.restartedFromTheEarliest();
    log.forEach(rig::append);
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    assertThat(rig.recorded())
        .singleElement()
        .satisfies(entry -> assertThat(entry.event()).isInstanceOf(RequestApproved.class))
        .extracting(Recorded::sequence)
        .isEqualTo(3L);
  }

  @Test
  void theSameAttemptAgainIsSilent() {
    givenAnOpenRequest();
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(
            TenantRegistered.class, RequestOpened.class, RequestApproved.class);
    assertThat(rig.counted("lockbox.decisions", "verdict", "repeated")).isEqualTo(1);
  }

  /** E1: on stores that are kept, with all that happens to the request on the way. */
  @Test
  void aThousandRepeatsOverAMonthAndAcrossRestartsGetTheFirstVerdict() {
    givenAnOpenRequest();
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    repeatedSilently(Say.approve("r1", ANNA, "d1", 1), 250);
    rig = rig.restarted();
    repeatedSilently(Say.approve("r1", ANNA, "d1", 1), 250);

    rig.pass(Duration.ofDays(30));
    assertThat(rig.events()).hasExactlyElementsOfTypes(AccessEnded.class);
    repeatedSilently(Say.approve("r1", ANNA, "d1", 1), 500);
    rig = rig.restarted();
    repeatedSilently(Say.approve("r1", ANNA, "d1", 1), 250);
  }

  @Test
  void whatWasRestoredFromTheChangelogsKnowsTheFirstVerdictAMonthLater(@TempDir Path elsewhere) {
    givenAnOpenRequest();
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.pass(Duration.ofDays(30));
    rig.recorded();

    rig = rig.restored(elsewhere.resolve("stores"));
    repeatedSilently(Say.approve("r1", ANNA, "d1", 1), 250);
    rig.append(Say.deny("r1", ANNA, "d1"));
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.DECISION_ID_REUSED));
  }

  private void repeatedSilently(Command command, int times) {
    rig.recorded();
    var before = rig.stored(Say.request("r1"));
    var counted = rig.counted("lockbox.decisions", "verdict", "repeated");
    for (var repeat = 0; repeat < times; repeat++) {
      rig.append(command);
    }
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.stored(Say.request("r1")))
        .isEqualTo(before)
        .isNotEqualTo(AccessRequest.UNOPENED);
    assertThat(rig.counted("lockbox.decisions", "verdict", "repeated")).isEqualTo(counted + times);
  }

  /** What an operator is told to look at (E4). */
  @Test
  void anOldStreamOnceMoreIsCountedRecordByRecord() {
    List<Command> stream =
        List.of(
            Say.register(CONTOSO, "anna"),
            Say.open("r1"),
            Say.approve("r1", ANNA, "d1", 1),
            Say.deny("r1", ANNA, "d2"));
    stream.forEach(rig::append);
    assertThat(rig.counted("lockbox.decisions", "verdict", "repeated")).isZero();

    stream.forEach(rig::append);
    assertThat(rig.counted("lockbox.decisions", "verdict", "repeated")).isEqualTo(4);
    rig.append(Say.approve("r1", ANNA, "d3", 1));
    assertThat(rig.counted("lockbox.refusals", "refusal", "ALREADY_DECIDED")).isEqualTo(1);
  }

  @Test
  void anotherContentUnderTheSameIdIsRefusedAndRecorded() {
    givenAnOpenRequest();
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.append(Say.deny("r1", ANNA, "d1"));
    assertThat(rig.events())
        .last()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.DECISION_ID_REUSED));
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Granted.class);
  }

  @Test
  void aRefusedAttemptIsDecidedAfresh() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.deny("r1", ANNA, "d1"));
    rig.append(Say.open("r1"));
    rig.append(Say.deny("r1", ANNA, "d1"));
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(
            TenantRegistered.class, CommandRefused.class, RequestOpened.class, RequestDenied.class);
  }

  @Test
  void aRequestPublishedTwiceIsOpenedOnce() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.publish(Say.open("r1"));
    rig.publish(Say.open("r1"));
    assertThat(rig.appended()).hasSize(2);
    assertThat(rig.events()).hasExactlyElementsOfTypes(TenantRegistered.class, RequestOpened.class);
  }

  @Test
  void anotherRequestUnderTheSameIdIsRefusedAndRecorded() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.publish(Say.open("r1"));
    rig.publish(Say.open(Say.request("r1"), "something else altogether"));
    assertThat(rig.events())
        .last()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.DECISION_ID_REUSED));
  }

  @Test
  void anIdTakenByOneProducerIsTakenForTheOthers() {
    rig.append(Say.register(CONTOSO, "anna"));
    var first = Say.open("r1");
    rig.publish(first);
    var another = new Attempt(new PersonId("another-service"), first.by().id());
    rig.publish(new OpenRequest(first.request(), another, first.asked()));
    assertThat(rig.events())
        .last()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.ALREADY_OPENED));
  }

  @Test
  void publicationsReadAgainAreNotSubmittedAgain() {
    rig.publish(Say.open("r1"));
    rig.publishRaw(new byte[] {1}, new byte[] {2});
    assertThat(rig.appended()).hasSize(1);
    assertThat(rig.quarantined()).hasSize(1);
    rig = rig.restartedFromTheEarliest();
    rig.publish(Say.open("r1"));
    rig.publishRaw(new byte[] {1}, new byte[] {2});
    assertThat(rig.appended()).isEmpty();
    assertThat(rig.quarantined()).isEmpty();
    assertThat(rig.counted("lockbox.replays", "topic", "lockbox.requests")).isEqualTo(2);
    rig.publish(Say.open("r2"));
    assertThat(rig.appended()).hasSize(1);
  }

  private void givenAnOpenRequest() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
  }

  private void thenNothingWasWritten() {
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.states()).isEmpty();
    assertThat(rig.quarantined()).isEmpty();
    assertThat(rig.changes(Stores.REQUESTS)).isEmpty();
    assertThat(rig.changes(Stores.TENANTS)).isEmpty();
    assertThat(rig.changes(Stores.PROGRESS)).isEmpty();
  }
}
