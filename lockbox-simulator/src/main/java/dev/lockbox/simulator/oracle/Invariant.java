package dev.lockbox.simulator.oracle;

import java.util.Optional;

/** Something that holds after every commit of every run. Its name is the class's. */
interface Invariant {
  /** What is wrong; empty when nothing is. */
  Optional<String> brokenBy(Evidence evidence);
}
