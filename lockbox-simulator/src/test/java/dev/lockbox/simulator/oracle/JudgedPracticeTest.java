package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Practice;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the oracle finds wrong with practice. */
class JudgedPracticeTest extends StoryByHand {
  private static final Asked PRACTICE =
      Practice.asked(ASKED.actions(), ASKED.resources(), Optional.empty());

  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void whatEndsWithItsLastYesIsSound() {
    registered();
    practised(REQUEST);
    completed();
    assertThat(judged()).isEmpty();
  }

  @Test
  void practiceThatOpensInEarnestIsFound() {
    registered();
    var start = started(REQUEST);
    happened(start, NOON, 1, opening(start, false));
    thenBroken("PracticeGrantsNothing");
  }

  @Test
  void practiceThatIsGrantedIsFound() {
    registered();
    practised(REQUEST);
    approved(ANNA, LATER);
    thenBroken("PracticeGrantsNothing");
  }

  @Test
  void practiceThatIsShownAsAccessIsFound() {
    registered();
    practised(REQUEST);
    granted(1, LATER, lasting(EIGHT_HOURS));
    thenBroken("PracticeGrantsNothing");
  }

  @Test
  void practiceThatEndsThoughNobodySaidYesIsFound() {
    registered();
    practised(REQUEST);
    completed();
    commands.removeLast();
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aRefusalInPracticeThatDoesNotSaySoIsFound() {
    registered();
    practised(REQUEST);
    refused(approving(EVA), Refusal.NOT_AN_APPROVER, false);
    thenBroken("PracticeGrantsNothing");
  }

  @Test
  void aRefusalInPracticeThatSaysSoIsSound() {
    registered();
    practised(REQUEST);
    refused(approving(EVA), Refusal.NOT_AN_APPROVER, true);
    assertThat(judged()).isEmpty();
  }

  @Test
  void aFourthThatWaitsIsFound() {
    registered();
    for (var number = 1; number <= 4; number++) {
      practised(new RequestId(CONTOSO, "req-" + number));
    }
    thenBroken("PracticeGrantsNothing");
  }

  @Test
  void practiceOfAStrangersIsFound() {
    registered();
    var start = new StartPractice(REQUEST, by(EVA, "practise"), PRACTICE);
    happened(start, NOON, 1, opening(start, true));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void whatIsAskedForInItsNameIsFoundHoweverThatIsWritten() {
    registered();
    var nobody = new PersonId("Practice-ENGINEER");
    var asked =
        new Asked(
            nobody,
            new PersonalText(nobody, "reading logs"),
            Optional.empty(),
            ASKED.actions(),
            ASKED.resources(),
            Optional.empty());
    var open = new OpenRequest(REQUEST, by(JIT, "open"), asked);
    var event =
        new RequestOpened(
            REQUEST,
            NOON,
            provenance(open),
            asked,
            EIGHT_HOURS,
            Set.of(ANNA, BEN),
            NOON.plus(FOUR_DAYS));
    happened(open, NOON, 1, event);
    thenBroken("PracticeGrantsNothing");
  }

  private static StartPractice started(RequestId request) {
    return new StartPractice(request, by(ANNA, "practise-" + request.value()), PRACTICE);
  }

  private void practised(RequestId request) {
    var start = started(request);
    happened(start, NOON, 1, opening(start, true));
    standing("Pending", 1);
  }

  private static RequestOpened opening(StartPractice start, boolean isPractice) {
    return new RequestOpened(
        start.request(),
        NOON,
        provenance(start),
        PRACTICE,
        EIGHT_HOURS,
        Set.of(ANNA, BEN),
        NOON.plus(FOUR_DAYS),
        isPractice);
  }

  private static Approve approving(PersonId who) {
    return new Approve(REQUEST, by(who, "yes"), Optional.empty(), 1, Optional.empty());
  }

  private void completed() {
    var approve = approving(ANNA);
    happened(
        approve,
        LATER,
        2,
        new PracticeCompleted(REQUEST, LATER, provenance(approve), Optional.empty()));
    standing("Closed", 2);
  }

  private void refused(Approve approve, Refusal refusal, boolean isPractice) {
    var event =
        new CommandRefused(
            CONTOSO,
            Optional.of(REQUEST),
            LATER,
            approve.by(),
            approve.name(),
            refusal,
            "they may not");
    happened(approve, LATER, 1, event, isPractice);
  }

  private void happened(
      Command command, Instant at, long version, Event event, boolean isPractice) {
    var id = new CommandId("command-" + commands.size());
    commands.add(new Entry<>(commands.size(), at, Written.Readable.of(id, command)));
    record(new Recorded(events.size() + 1, version, OptionalLong.empty(), id, event, isPractice));
  }

  private void standing(String kind, long version) {
    standing =
        Optional.of(
            new Standing(REQUEST, kind, version, Optional.empty(), Optional.empty(), false));
  }
}
