package dev.lockbox.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a sealed type may be, down to the last level, in the order in which it is written. */
final class Kinds {
  private Kinds() {}

  static List<String> of(Class<?> sealed) {
    return leaves(sealed).map(Class::getSimpleName).distinct().toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Kinds::leaves)
        : Stream.of(type);
  }
}
