package dev.lockbox.notifier.channel;

/** One way to reach a person. Safe for use by several threads. */
public interface Channel {
  /**
   * Tries once, within the channel's own limits of time, and says what came of it; a failure of the
   * other side is an answer, not an exception. The same letter handed over again is recognisable as
   * the same: by its {@link Letter#id}.
   */
  Delivery deliver(Letter letter);
}
