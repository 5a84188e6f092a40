package dev.lockbox.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something of which there may be so much and no more.
 *
 * @param most of it
 * @param making it with as much as is given
 */
public record Bounded(String what, int most, IntFunction<?> making) {
  public void holds() {
    assertThatCode(() -> making.apply(most)).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> making.apply(most + 1));
  }

  /** So many different ones. */
  public static <T> Set<T> some(int count, IntFunction<T> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(what, most);
  }
}
