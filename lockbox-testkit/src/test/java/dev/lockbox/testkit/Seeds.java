package dev.lockbox.testkit;

import java.util.Random;

/** The seed of a run: {@code -Dseed=…} to repeat one, else a new one; printed either way. */
final class Seeds {
  private Seeds() {}

  static long next(String what) {
    var seed = Long.getLong("seed", new Random().nextInt(1_000_000));
    System.out.printf("%s: seed %d (again with -Dseed=%d)%n", what, seed, seed);
    return seed;
  }
}
