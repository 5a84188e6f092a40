package dev.lockbox.adapter;

import dev.lockbox.domain.Cast;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. It shows noon at first. */
final class HandClock implements InstantSource {
  private volatile Instant now = Cast.NOON;

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
