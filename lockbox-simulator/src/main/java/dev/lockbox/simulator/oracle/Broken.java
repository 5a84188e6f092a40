package dev.lockbox.simulator.oracle;

/**
 * A promise that was not kept.
 *
 * @param invariant which
 * @param why what was expected, and what was found
 */
public record Broken(String invariant, String why) {
  @Override
  public String toString() {
    return invariant + ": " + why;
  }
}
