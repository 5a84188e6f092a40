package dev.lockbox.notifier;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.domain.Cast;
import dev.lockbox.notifier.channel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OwedQueueTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private final OwedQueue queue = new OwedQueue();

  @Test
  void earliestFirstAndNotMoreThanThereIsRoomFor() {
    var later = owed(0, NOON.plusSeconds(1));
    var sooner = owed(1, NOON);
    queue.addAll(List.of(later, sooner));

    assertThat(queue.take(NOON.plusSeconds(1), 1, any -> true)).containsExactly(List.of(sooner));
    assertThat(queue.take(NOON.plusSeconds(1), 1, any -> true)).as("no room").isEmpty();
    queue.done(sooner);
    assertThat(queue.take(NOON.plusSeconds(1), 1, any -> true)).containsExactly(List.of(later));
  }

  @Test
  void whatHasOneIdGoesTogetherWhenTheFirstOfItIsDue() {
    var together = new MessageId("<together@b.example>");
    var sooner = owed(0, NOON, together);
    var later = owed(1, NOON.plusSeconds(9), together);
    var other = owed(2, NOON.plusSeconds(9));
    queue.addAll(List.of(sooner, later, other));

    assertThat(queue.take(NOON, 9, any -> true)).containsExactly(List.of(sooner, later));
    queue.done(sooner);
    assertThat(queue.take(NOON.plusSeconds(9), 1, any -> true)).as("one is under way").isEmpty();
    queue.done(later);
    assertThat(queue.take(NOON.plusSeconds(9), 1, any -> true)).containsExactly(List.of(other));
  }

  @Test
  void whatWaitedGoesUnderALettersIdThatIsItsOwn() {
    var waiting = MessageId.waiting(CONTOSO, Cast.ANNA, "b.example");
    queue.addAll(List.of(owed(0, NOON, waiting), owed(1, NOON, waiting)));

    var letter = queue.take(NOON, 9, any -> true).getFirst();

    assertThat(letter).hasSize(2).allMatch(owed -> owed.id().equals(waiting.together(2)));
  }

  @Test
  void whatIsNotDueWaits() {
    queue.addAll(List.of(owed(0, NOON)));

    assertThat(queue.take(NOON.minusMillis(1), 9, any -> true)).isEmpty();
  }

  @Test
  void whatWasDroppedDoesNotComeBackWhenItsTryFails() throws InterruptedException {
    var mine = owed(0, NOON);
    queue.addAll(List.of(mine));
    queue.take(NOON, 9, any -> true);

    queue.drop(CONTOSO::equals, Duration.ZERO);
    queue.again(mine.failed("550", NOON));

    assertThat(queue.isUnderWay(mine)).isFalse();
    assertThat(queue.size()).isZero();
  }

  @Test
  void aHandoverWaitsForWhatIsUnderWay() {
    var mine = owed(0, NOON);
    queue.addAll(List.of(mine));
    queue.take(NOON, 9, any -> true);
    var dropped = CompletableFuture.runAsync(this::drop);

    await().atMost(SOON).until(() -> !dropped.isDone());
    queue.done(mine);

    await().atMost(SOON).until(dropped::isDone);
    assertThat(dropped).isCompleted();
  }

  private void drop() {
    try {
      queue.drop(CONTOSO::equals, SOON);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Owed owed(int recipient, Instant due) {
    return owed(recipient, due, new MessageId("<a%s@b.example>".formatted(recipient)));
  }

  private static Owed owed(int recipient, Instant due, MessageId id) {
    var story = Story.contoso().request(opened().approvers(Cast.ANNA, Cast.BEN, Cast.CARLA));
    var telling =
        new WhoToTell(new EngineerMail(Optional.empty()))
            .tellings(story.last(), story.known())
            .get(recipient);
    return Owed.fresh(telling, id, due);
  }
}
