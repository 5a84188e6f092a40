package dev.lockbox.adapter.target;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every target does, whatever it is made of. */
abstract class TargetContract {
  /** Enough that no list of them fits on a page of a few. */
  private static final int MANY = 7;

  abstract Target target();

  /** Puts something there behind our back, of whom nobody can read whose it is. */
  abstract Listed putStrange();

  @Test
  void atFirstThereIsNothing() throws TargetFailed {
    assertThat(target().list().listed()).isEmpty();
  }

  @Test
  void whatIsCreatedIsListedToTheLastWord() throws TargetFailed {
    create(Some.assignment());
    assertThat(target().list().listed()).containsExactly(place(Some.assignment()));
  }

  @Test
  void creatingTwiceIsCreatingOnce() throws TargetFailed {
    create(Some.assignment());
    create(Some.assignment());
    assertThat(target().list().listed()).hasSize(1);
  }

  @Test
  void whatIsRemovedIsGoneAndRemovingItAgainIsNoTrouble() throws TargetFailed {
    create(Some.assignment());
    target().remove(place(Some.assignment()).id());
    assertThat(target().list().listed()).isEmpty();
    target().remove(place(Some.assignment()).id());
    target().remove("never-was-there");
  }

  @Test
  void theListIsWholeHoweverLongItIs() throws TargetFailed {
    var expected = new ArrayList<Listed>();
    for (var number = 0; number < MANY; number++) {
      create(Some.engineers(number));
      expected.add(place(Some.engineers(number)));
    }
    assertThat(target().list().listed()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatSomebodyElsePutThereIsListedAndRemoved() throws TargetFailed {
    var strange = putStrange();
    assertThat(target().list().listed()).containsExactly(strange);
    target().remove(strange.id());
    assertThat(target().list().listed()).isEmpty();
  }

  void create(Assignment assignment) throws TargetFailed {
    target().create(assignment, place(assignment), NOON);
  }

  /** Where it stands, if it is all that its grant allows. */
  Listed place(Assignment assignment) {
    return target().places(List.of(assignment)).get(assignment);
  }
}
