package dev.lockbox.adapter;

import static dev.lockbox.adapter.Story.UNTIL;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.adapter.Step.Create;
import dev.lockbox.adapter.Step.Remove;
import dev.lockbox.adapter.target.Listed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriesTest {
  private static final Create CREATE =
      new Create(Story.assignments().getFirst(), Optional.empty(), UNTIL);
  private static final Remove REMOVE =
      new Remove(Listed.of(Story.assignments().getFirst()), Set.of());

  private final Tries tries = new Tries();

  @Test
  void aStepThatIsStillToBeDoneRestsTwiceAsLongEachTimeUpToABound() {
    var now = NOON;
    for (var seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      assertThat(tries.isDue(CREATE, now)).isTrue();
      tries.taken(CREATE, now);
      var due = now.plus(Duration.ofSeconds(seconds));
      assertThat(tries.isDue(CREATE, due.minusMillis(1))).isFalse();
      assertThat(tries.due()).contains(due);
      now = due;
    }
  }

  @Test
  void whatMustGoIsNotKeptWaitingByWhatCouldNotCome() {
    tries.taken(CREATE, NOON);
    assertThat(tries.isDue(CREATE, NOON)).isFalse();
    assertThat(tries.isDue(REMOVE, NOON)).isTrue();
    tries.taken(REMOVE, NOON);
    assertThat(tries.due()).contains(NOON.plus(Tries.FIRST));
  }

  @Test
  void whatIsNotRemovedForTooLongIsNamed() {
    tries.taken(REMOVE, NOON);
    assertThat(tries.notRemoved(NOON)).isEmpty();
    assertThat(tries.notRemoved(NOON.plusMillis(1))).containsExactly(REMOVE.id());
    tries.keep(List.of());
    assertThat(tries.notRemoved(NOON.plusMillis(1))).isEmpty();
  }

  @Test
  void whatIsNotToBeDoneAnyMoreIsForgotten() {
    tries.taken(CREATE, NOON);
    tries.keep(List.of(CREATE));
    assertThat(tries.due()).isNotEmpty();
    tries.keep(List.of());
    assertThat(tries.due()).isEmpty();
  }

  @Test
  void whatGoesComesFirstAndWhatFailedLast() {
    var other = new Remove(new Listed("other", Optional.empty()), Set.of());
    tries.taken(REMOVE, NOON);
    assertThat(tries.inOrder(List.of(REMOVE, CREATE, other)))
        .containsExactly(other, REMOVE, CREATE);
    tries.taken(other, NOON);
    assertThat(tries.inOrder(List.of(CREATE, REMOVE, other)))
        .containsExactly(REMOVE, other, CREATE);
  }
}
