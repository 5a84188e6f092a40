package dev.lockbox.domain;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sealed type may be, down to the last level; so that a test notices a newcomer. */
public final class SealedTypes {
  private SealedTypes() {}

  public static Set<Class<?>> kindsOf(Class<?> sealed) {
    return leaves(sealed).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypes::leaves)
        : Stream.of(type);
  }
}
