package dev.lockbox.notifier;

import dev.lockbox.notifier.channel.Delivery;

/** Counts what came of the tries. */
interface Tally {
  void count(Delivery delivery);

  void countNobodyLeft();

  void countOvertaken();
}
