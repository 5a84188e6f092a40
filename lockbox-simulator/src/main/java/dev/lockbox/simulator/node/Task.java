package dev.lockbox.simulator.node;

import dev.lockbox.simulator.log.Producer;
import java.time.Instant;

/** What one instance does for one partition, from when it is given to it until it is taken away. */
interface Task {
  /** Reads at most so many records, and writes what they led to. */
  void poll(int recordsMax, Producer producer);

  /** The offset it goes on at. */
  long position();

  /** Rings whoever is due by the clock of this host. */
  default void look(Instant now) {}
}
