package dev.lockbox.notifier;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Insiders.approveInside;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.detailedOpen;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Practising.practiceOpened;
import static dev.lockbox.domain.Practising.practise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Commands;
import dev.lockbox.domain.EventBuilder;
import dev.lockbox.domain.Events;
import dev.lockbox.domain.Events.Opened;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.Notice.Status;
import dev.lockbox.notifier.channel.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final String ANNA = "anna@contoso.example";
  private static final String BEN = "ben@contoso.example";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TICK = Cast.TICK;

  private final Story story = Story.contoso();
  private Desk desk = new Desk();

  @BeforeEach
  void takeIn() {
    desk.happens(story.entries());
  }

  @Test
  void theFirstIsToldAtOnceAndWhatFollowsTogetherWhenTheWindowIsOver() {
    ask("a");
    desk.look();
    pass(MINUTE);
    ask("b");
    pass(MINUTE);
    ask("c");
    desk.look();
    pass(MINUTE.multipliedBy(3).minus(TICK));
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"));

    pass(TICK);
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b", "c"));
    assertThat(told(BEN)).containsExactly(List.of("a"), List.of("b", "c"));
    assertThat(desk.memory.statusesOf("anna").values()).containsOnly(Status.SENT);
    assertThat(desk.outbox.backlog().owed()).isZero();
  }

  @Test
  void afterAWindowTheNextIsToldAtOnceAgain() {
    ask("a");
    pass(Desk.WINDOW);
    ask("b");
    desk.look();

    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void whatIsDecidedMeanwhileIsLeftOut() {
    ask("a");
    ask("b");
    var sequenceOfB = story.last().sequence();
    ask("c");
    happens(denied().through(Commands.deny().of(request("b"))), 2);
    desk.look();
    desk.look();
    assertThat(told(ANNA)).as("b as denied").containsExactly(List.of("a"), List.of("b"));

    pass(Desk.WINDOW);
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    assertThat(desk.memory.statusesOf("anna")).doesNotContainKey(sequenceOfB);
  }

  @Test
  void whereAllIsDecidedMeanwhileNothingIsMailed() {
    ask("a");
    ask("b");
    happens(withdrawn().through(Commands.withdraw().of(request("b"))), 2);
    desk.look();
    desk.look();
    var before = desk.channel.tried().size();

    pass(Desk.WINDOW);
    desk.look();
    assertThat(desk.channel.tried()).hasSize(before);
    assertThat(desk.outbox.backlog().owed()).isZero();
    assertThat(desk.memory.statusesOf("anna").values()).containsOnly(Status.SENT);
  }

  @Test
  void whatMustBeDecidedSoonIsToldAtOnce() {
    ask("a");
    var afterwards = NOON.plus(Desk.WINDOW).plus(Desk.WINDOW);
    happens(asked("soon").decideBy(afterwards.minus(TICK)), 1);
    happens(asked("later").decideBy(afterwards), 1);
    desk.look();
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("soon"));

    pass(Desk.WINDOW);
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("soon"), List.of("later"));
  }

  @Test
  void whatFollowsARequestIsToldAtOnceThoughOthersWait() {
    ask("a");
    ask("b");
    happens(approved().through(Commands.approve().of(request("a"))), 2);
    desk.look();
    desk.look();

    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("a"));
  }

  @Test
  void nothingWaitsButRequestsThatWaitForADecision() {
    var first = telling(CONTOSO, Cast.ANNA, Cast.LONG_AFTER_NOON);
    var waited = new HashSet<String>();
    for (var sample : Samples.events()) {
      var grouping = new Grouping(Desk.WINDOW);
      assertThat(grouping.until(first, NOON)).isEmpty();
      var other = new Telling(first.notice(), sample.event(), first.opening(), Optional.empty());
      if (grouping.until(other, NOON).isPresent()) {
        waited.add(sample.event().getClass().getSimpleName());
      }
    }
    assertThat(waited)
        .contains("RequestOpened", "InternalApprovalGiven")
        .isSubsetOf("RequestOpened", "InternalApprovalGiven", "RequestEvaluated");
  }

  @Test
  void eachPersonAndEachCustomerHasWindowsOfTheirOwn() {
    var grouping = new Grouping(Desk.WINDOW);
    assertThat(grouping.until(telling(CONTOSO, Cast.ANNA, NOON), NOON)).isEmpty();
    assertThat(grouping.until(telling(CONTOSO, Cast.BEN, NOON), NOON)).isEmpty();
    assertThat(grouping.until(telling(Cast.FABRIKAM, Cast.ANNA, NOON), NOON)).isEmpty();
    assertThat(grouping.until(telling(CONTOSO, Cast.ANNA, NOON), NOON))
        .contains(NOON.plus(Desk.WINDOW));
  }

  @Test
  void oneLetterTellsNoMoreThanSoManyAndTheNextTheRest() {
    ask("a");
    desk.look();
    IntStream.range(0, OwedQueue.TOGETHER_MAX + 5).forEach(number -> ask("more-" + number));

    pass(Desk.WINDOW);
    desk.look();
    desk.look();
    assertThat(told(ANNA).stream().map(List::size)).containsExactly(1, OwedQueue.TOGETHER_MAX, 5);
    assertThat(told(ANNA).stream().flatMap(List::stream)).doesNotHaveDuplicates();
  }

  @Test
  void whoDecidesInsideTheProviderIsToldTogetherToo() {
    for (var id : List.of("a", "b", "c", "d")) {
      happens(awaitingTwo().through(detailedOpen().of(request(id))), 1);
    }
    desk.look();
    assertThat(told("mira@provider.example")).containsExactly(List.of("a"));

    happens(yesInside(0).through(approveInside().of(request("c"))), 2);
    pass(Desk.WINDOW);
    desk.look();
    assertThat(told("mira@provider.example")).containsExactly(List.of("a"), List.of("b", "d"));
    assertThat(told("sam@provider.example")).containsExactly(List.of("c"));
  }

  @Test
  void whoLeftMeanwhileIsToldOfNothing() {
    ask("a");
    desk.look();
    ask("b");
    desk.happens(List.of(story.approversNow(Samples.BEN_MEMBER).last()));
    pass(Desk.WINDOW);
    desk.look();

    assertThat(told(ANNA)).containsExactly(List.of("a"));
    assertThat(told(BEN)).contains(List.of("b"));
    assertThat(desk.memory.statusesOf("anna").values()).containsOnly(Status.SENT);
  }

  @Test
  void aWindowGoesOnOverARestart() {
    ask("a");
    desk.look();
    ask("b");

    restart();
    desk.look();
    pass(MINUTE);
    ask("c");
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"));

    pass(Desk.WINDOW.minus(MINUTE));
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void killedBetweenMailAndMemoryTheSameLetterIsRepeatedUnderItsId() {
    ask("a");
    desk.look();
    ask("b");
    ask("c");
    pass(Desk.WINDOW);
    desk.memory.breakDownAfter(1);
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b", "c"));
    assertThat(told(BEN)).as("not remembered as together").containsExactly(List.of("a"));

    desk.memory.mend();
    restart();
    ask("d");
    desk.look();
    assertThat(told(ANNA))
        .containsExactly(List.of("a"), List.of("b", "c"), List.of("b", "c"), List.of("d"));
    assertThat(told(BEN)).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    assertThat(idsTo(ANNA).distinct()).hasSize(3);

    pass(Desk.WINDOW);
    desk.look();
    assertThat(desk.channel.taken()).as("nothing is told again").hasSize(7);
  }

  @Test
  void whatIsNotRememberedAsToldTogetherIsNotMailedYet() {
    ask("a");
    desk.look();
    ask("b");
    ask("c");
    pass(Desk.WINDOW);
    desk.memory.breakDown();
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"));

    desk.memory.mend();
    pass(Pauses.FIRST);
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void aLetterWhoseSendingCouldNotBeRememberedIsNotMailedAgain() {
    ask("a");
    desk.look();
    ask("b");
    ask("c");
    pass(Desk.WINDOW);
    desk.memory.breakDownAfter(1);
    desk.look();
    desk.memory.mend();

    pass(Pauses.FIRST);
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b", "c"));
    assertThat(desk.memory.statusesOf("anna").values()).containsOnly(Status.SENT);
  }

  @Test
  void nothingJoinsALetterThatWasTried() {
    ask("a");
    desk.look();
    ask("b");
    pass(Desk.WINDOW);
    desk.channel.refuse(ANNA);
    desk.look();
    ask("c");
    ask("d");
    desk.look();

    desk.channel.takeAll();
    pass(Desk.WINDOW);
    desk.look();
    assertThat(told(ANNA))
        .containsExactlyInAnyOrder(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
    assertThat(idsTo(ANNA)).doesNotHaveDuplicates();
  }

  @Test
  void whatIsReadLateIsToldTogetherWithoutWaiting() {
    desk.happens(
        List.of(
            story.add(asked("a").build(0, NOON.minus(MINUTE.multipliedBy(60))), 1).last(),
            story.add(asked("b").build(0, NOON.minus(MINUTE.multipliedBy(59))), 1).last(),
            story.add(asked("c").build(0, NOON.minus(MINUTE.multipliedBy(58))), 1).last()));
    desk.look();

    assertThat(told(ANNA)).containsExactlyInAnyOrder(List.of("a"), List.of("b", "c"));
  }

  @Test
  void aClockThatIsBehindMakesNobodyWaitForLongerThanAWindow() {
    var ahead = NOON.plus(Duration.ofHours(1));
    desk.happens(
        List.of(
            story.add(asked("a").build(0, ahead), 1).last(),
            story.add(asked("b").build(0, ahead.plus(MINUTE)), 1).last()));
    desk.look();
    pass(Desk.WINDOW);
    desk.look();

    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void withoutAWindowEachIsToldAtOnce() {
    desk = new Desk(Duration.ZERO);
    desk.happens(story.entries());
    ask("a");
    ask("b");
    desk.look();

    assertThat(told(ANNA)).containsExactly(List.of("a"), List.of("b"));
  }

  /** Told at once, by itself, and the first in earnest waits for nothing because of it. */
  @Test
  void practiceIsToldWithNothingElse() {
    happens(practised("p"), 1);
    ask("a");
    happens(practised("q"), 1);
    ask("b");
    desk.look();
    desk.look();
    assertThat(told(ANNA)).containsExactly(List.of("p"), List.of("a"), List.of("q"));
  }

  private static Events.Plain practised(String id) {
    return practiceOpened().through(practise().of(request(id)));
  }

  private void pass(Duration time) {
    desk.clock.advance(time);
  }

  private void ask(String id) {
    happens(asked(id), 1);
  }

  private static Opened asked(String id) {
    return opened().through(Commands.open().of(request(id)));
  }

  /** To a request, which it leads to this version. */
  private void happens(EventBuilder<?> event, long version) {
    var happened = event.build(version - 1, desk.clock.instant());
    desk.happens(List.of(story.add(happened, version).last()));
  }

  private void restart() {
    desk = desk.afterCrash();
    desk.replay(story.entries());
    desk.outbox.release(anybody -> true);
  }

  /** Of which requests somebody was told, letter by letter. */
  private List<List<String>> told(String address) {
    return desk.channel.taken().stream()
        .filter(letter -> letter.to().equals(address))
        .map(GroupingTest::requests)
        .filter(requests -> !requests.isEmpty())
        .toList();
  }

  private static List<String> requests(Letter letter) {
    return letter.matters().stream()
        .flatMap(matter -> matter.event().about().stream())
        .map(RequestId::value)
        .toList();
  }

  private Stream<String> idsTo(String address) {
    return desk.channel.taken().stream()
        .filter(letter -> letter.to().equals(address))
        .map(letter -> letter.id().value());
  }

  private static Telling telling(TenantId tenant, PersonId person, Instant at) {
    var event = asked("any").build(0, at);
    var story = Story.contoso();
    var known = new History();
    known.fold(story.last());
    var opening = known.fold(story.add(event, 1).last()).opening();
    return new Telling(new Notice.Key(tenant, 7, person), event, opening, Optional.empty());
  }

  private static RequestId request(String id) {
    return new RequestId(CONTOSO, id);
  }
}
