package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
  /** Each look sees three of them, and finds those that end in seven. */
  private static Page<Integer> sevens(int upTo, int limit, Optional<String> cursor) {
    var from = cursor.map(Integer::parseInt).orElse(0);
    var to = Math.min(from + 3, upTo);
    var found =
        IntStream.range(from, to).filter(one -> one % 10 == 7).limit(limit).boxed().toList();
    return new Page<>(found, to == upTo ? Optional.empty() : Optional.of(String.valueOf(to)));
  }

  private static Page<Integer> readOn(int upTo, int limit, int looks) {
    return Page.readOn(limit, looks, (some, cursor) -> sevens(upTo, some, cursor));
  }

  @Test
  void itReadsOnWhereAPageHoldsFewerThanWereAskedFor() {
    assertThat(readOn(30, 2, 20)).isEqualTo(new Page<>(List.of(7, 17), Optional.of("18")));
    assertThat(readOn(30, 9, 20)).isEqualTo(new Page<>(List.of(7, 17, 27), Optional.empty()));
  }

  @Test
  void whereItLookedOftenEnoughThereIsANextPageAndNoneIsSaidToBeLeft() {
    assertThat(readOn(30, 9, 2)).isEqualTo(new Page<>(List.of(), Optional.of("6")));
    assertThat(readOn(6, 9, 2)).isEqualTo(new Page<>(List.of(), Optional.empty()));
  }
}
