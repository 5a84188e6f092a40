package dev.lockbox.adapter.target;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every target does, whatever it is made of. */
abstract class TargetContract {
  /** Enough that no list of them fits on a page of a few. */
  private static final int MANY = 7;

  abstract Target target();

  /** Puts something there behind our back. */
  abstract void put(Listed listed);

  @Test
  void atFirstThereIsNothing() throws TargetFailed {
    assertThat(target().list()).isEmpty();
  }

  @Test
  void whatIsCreatedIsListedToTheLastWord() throws TargetFailed {
    target().create(Some.assignment(), NOON);
    assertThat(target().list()).containsExactly(Listed.of(Some.assignment()));
  }

  @Test
  void creatingTwiceIsCreatingOnce() throws TargetFailed {
    target().create(Some.assignment(), NOON);
    target().create(Some.assignment(), NOON);
    assertThat(target().list()).hasSize(1);
  }

  @Test
  void whatIsRemovedIsGoneAndRemovingItAgainIsNoTrouble() throws TargetFailed {
    target().create(Some.assignment(), NOON);
    target().remove(Some.assignment().id());
    assertThat(target().list()).isEmpty();
    target().remove(Some.assignment().id());
    target().remove("never-was-there");
  }

  @Test
  void theListIsWholeHoweverLongItIs() throws TargetFailed {
    var expected = new ArrayList<Listed>();
    for (var number = 0; number < MANY; number++) {
      target().create(Some.numbered(number), NOON);
      expected.add(Listed.of(Some.numbered(number)));
    }
    assertThat(target().list()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatSomebodyElsePutThereIsListedAndRemoved() throws TargetFailed {
    var strange = "by-hand/50%?#&+";
    put(new Listed(strange, Optional.empty()));
    assertThat(target().list()).containsExactly(new Listed(strange, Optional.empty()));
    target().remove(strange);
    assertThat(target().list()).isEmpty();
  }
}
