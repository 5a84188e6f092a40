package dev.lockbox.notifier;

import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.events.message.Notice.Status;
import dev.lockbox.notifier.channel.Letter;
import dev.lockbox.notifier.channel.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final String ANNA = "anna@contoso.example";
  private static final String BEN = "ben@contoso.example";

  private final Desk desk = new Desk();
  private final Story story = Story.contoso().request(opened());

  @Test
  void aNoticeIsRememberedBeforeItIsMailedAndAfter() {
    desk.happens(story.entries());
    assertThat(desk.memory.statuses())
        .isEqualTo(Map.of("anna", Status.PENDING, "ben", Status.PENDING));
    assertThat(desk.got()).isEmpty();

    desk.look();
    assertThat(desk.memory.statuses()).isEqualTo(Map.of("anna", Status.SENT, "ben", Status.SENT));
    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void whatIsSentIsNotSentAgainHoweverOftenOneLooks() {
    desk.happens(story.entries());
    desk.look();
    desk.clock.advance(Duration.ofDays(1));
    desk.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void aTenantThatIsNotKnownJustNowHasNotLostAnybody() {
    desk.happens(story.entries());
    desk.history.forget(anybody -> true);
    desk.look();

    assertThat(desk.got()).isEmpty();
    assertThat(desk.memory.statuses())
        .isEqualTo(Map.of("anna", Status.PENDING, "ben", Status.PENDING));
  }

  @Test
  void nothingIsMailedThatIsNotRemembered() {
    desk.memory.breakDown();
    assertThatExceptionOfType(MemoryUnwritten.class)
        .isThrownBy(() -> desk.happens(story.entries()));

    desk.look();
    assertThat(desk.channel.tried()).isEmpty();
  }

  @Test
  void readFromTheBeginningAgainNothingIsMailedAgain() {
    desk.happens(story.entries());
    desk.look();

    var next = desk.afterCrash();
    next.happens(story.entries());
    next.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void killedBetweenMemoryAndMailItIsMailedByTheNext() {
    desk.happens(story.entries());

    var next = desk.afterCrash();
    next.replay(story.entries());
    next.look();
    assertThat(desk.got()).as("not before it is known who is where").isEmpty();

    next.outbox.release(anybody -> true);
    next.look();
    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void killedBetweenMailAndMemoryItIsMailedTwiceUnderOneId() {
    desk.happens(story.entries());
    desk.memory.breakDown();
    desk.look();
    desk.memory.mend();

    var next = desk.afterCrash();
    next.replay(story.entries());
    next.outbox.release(anybody -> true);
    next.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN, ANNA, BEN);
    assertThat(desk.channel.taken().stream().map(Letter::id).distinct()).hasSize(2);
  }

  @Test
  void aMailWhoseSendingCouldNotBeRememberedIsNotMailedAgainButRememberedLater() {
    desk.happens(story.entries());
    desk.memory.breakDown();
    desk.look();
    desk.memory.mend();
    assertThat(desk.memory.of("anna").status()).isEqualTo(Status.PENDING);

    desk.clock.advance(Pauses.FIRST);
    desk.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN);
    assertThat(desk.memory.of("anna").status()).isEqualTo(Status.SENT);
  }

  @Test
  void theMessageIdIsTheEventsAndTheRecipients() {
    desk.happens(story.entries());
    desk.look();

    assertThat(desk.channel.taken().getFirst().id())
        .isEqualTo(MessageId.of(Cast.CONTOSO, 2, Cast.ANNA, "provider.example"));
  }

  @Test
  void aRefusedRecipientDelaysNobodyElse() {
    desk.channel.refuse(ANNA);
    desk.happens(story.entries());
    desk.look();
    assertThat(desk.got()).containsExactly(BEN);
    assertThat(desk.memory.of("anna").attempts()).isEqualTo(1);
    assertThat(desk.memory.of("anna").lastFailure()).contains("550 unknown");

    desk.channel.takeAll();
    desk.clock.advance(Pauses.FIRST.minusMillis(1));
    desk.look();
    assertThat(desk.got()).containsExactly(BEN);

    desk.clock.advance(Duration.ofMillis(1));
    desk.look();
    assertThat(desk.got()).containsExactly(BEN, ANNA);
  }

  @Test
  void pausesGrowToABoundAndNothingIsEverGivenUp() {
    assertThat(Pauses.after(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(Pauses.after(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Pauses.after(3)).isEqualTo(Duration.ofSeconds(20));
    assertThat(Pauses.after(9)).isEqualTo(Pauses.LONGEST);
    assertThat(Pauses.after(Integer.MAX_VALUE)).isEqualTo(Pauses.LONGEST);

    desk.channel.refuse(ANNA);
    desk.happens(story.entries());
    for (var day = 0; day < 30; day++) {
      desk.clock.advance(Duration.ofDays(1));
      desk.look();
    }
    assertThat(desk.memory.of("anna").status()).isEqualTo(Status.PENDING);
    assertThat(desk.memory.of("anna").attempts()).isEqualTo(30);
    assertThat(desk.outbox.backlog().overdue()).isEqualTo(1);
  }

  @Test
  void attemptsAreCountedOnAfterACrash() {
    desk.channel.refuse(ANNA);
    desk.happens(story.entries());
    desk.look();

    var next = desk.afterCrash();
    next.replay(story.entries());
    next.outbox.release(anybody -> true);
    next.look();

    assertThat(desk.memory.of("anna").attempts()).isEqualTo(2);
    assertThat(desk.got()).containsExactly(BEN);
  }

  @Test
  void aServerThatIsGoneIsLeftAloneForAWhile() {
    desk.channel.goAway();
    for (var entry : Story.contoso().request(opened(), approved()).entries()) {
      desk.happens(entry);
    }
    desk.outbox.settle();
    desk.look();
    assertThat(desk.channel.tried()).hasSize(Desk.AT_ONCE);

    desk.look();
    assertThat(desk.channel.tried()).as("no more while it rests").hasSize(Desk.AT_ONCE);

    desk.channel.comeBack();
    desk.clock.advance(Pauses.FIRST);
    desk.look();
    desk.look();
    assertThat(desk.got()).containsExactlyInAnyOrder(ANNA, BEN, ANNA, BEN, "eva@provider.example");
  }

  @Test
  void somebodyWhoLeftMeanwhileIsNotMailedAndNotForgottenSilently() {
    desk.happens(story.entries());
    desk.happens(story.approversNow(Samples.BEN_MEMBER).last());
    desk.look();

    assertThat(desk.got()).containsExactly(BEN);
    assertThat(desk.memory.statuses()).isEqualTo(Map.of("ben", Status.SENT));
    assertThat(desk.outbox.backlog().owed()).isZero();
  }

  @Test
  void anAddressThatWasCorrectedIsTheOneThatIsTried() {
    desk.channel.refuse(ANNA);
    desk.happens(story.entries());
    desk.look();

    desk.happens(
        story
            .approversNow(Member.of("anna", "anna.right@contoso.example"), Samples.BEN_MEMBER)
            .last());
    desk.clock.advance(Pauses.FIRST);
    desk.look();

    assertThat(desk.got()).containsExactly(BEN, "anna.right@contoso.example");
  }

  @Test
  void aMistakeOfOursLosesNoNotice() {
    desk.channel.breakDown();
    desk.happens(story.entries());
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(desk::look);

    desk.channel.mend();
    desk.clock.advance(Pauses.FIRST);
    desk.look();
    desk.look();
    assertThat(desk.got()).contains(ANNA);
  }

  @Test
  void whatWasHandedOverIsNoLongerOurs() {
    desk.happens(story.entries());
    desk.outbox.handOver(Cast.CONTOSO::equals, Duration.ZERO);
    desk.look();

    assertThat(desk.got()).isEmpty();
    assertThat(desk.memory.statuses()).containsValue(Status.PENDING);
    assertThat(desk.outbox.backlog().owed()).isZero();
  }

  @Test
  void whatIsOwedToSomebodyWhoWouldNotBeToldAnyMoreIsSettled() {
    desk.happens(story.entries());

    var next = desk.afterCrash();
    next.outbox.replayed(story.last(), List.of());

    assertThat(desk.memory.statuses()).isEmpty();
  }

  @Test
  void theBacklogIsMeasuredFromWhenItHappened() {
    desk.channel.goAway();
    desk.happens(story.entries());

    var backlog = desk.outbox.backlog();
    assertThat(backlog.owed()).isEqualTo(2);
    assertThat(backlog.oldest()).isEqualTo(Duration.between(Cast.MORNING, Cast.NOON));
    assertThat(backlog.overdue()).isEqualTo(2);
  }
}
