package dev.lockbox.api.lease;

import dev.lockbox.service.TakenTick;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is proven of one partition. A tick of our own stands on the command log behind everything
 * that was appended before it was sent. Once the processor has committed beyond it, all that is
 * decided, and what came of it lies before the end that the events have then; once the view has
 * committed everything up to there, it shows all of it. Not safe for several threads.
 */
final class Proof {
  /** Ticks that wait to be passed: more than a minute of them. */
  static final int TICKS_MAX = 16;

  private final Deque<TakenTick> ticks = new ArrayDeque<>();
  private @Nullable Decided decided;
  private OptionalLong provenNanos = OptionalLong.empty();

  /**
   * The processor has passed a tick.
   *
   * @param end of the events then
   * @param last behind the last record before that end; empty while that is not known
   */
  private record Decided(TakenTick tick, long end, OptionalLong last) {}

  /** A tick stands on the log. The oldest that waits gives way to it. */
  void ticked(TakenTick tick) {
    if (ticks.size() == TICKS_MAX) {
      ticks.removeFirst();
    }
    ticks.addLast(tick);
  }

  /**
   * Somebody looked.
   *
   * @param lastBefore behind the last record of the events before an offset, where that is known
   */
  void looked(long processor, long end, long view, LongFunction<OptionalLong> lastBefore) {
    if (decided == null) {
      decided = passed(processor, end);
    }
    var pending = decided;
    if (pending != null) {
      var last = pending.last().isPresent() ? pending.last() : lastBefore.apply(pending.end());
      decided = new Decided(pending.tick(), pending.end(), last);
      if (last.isPresent() && view >= last.getAsLong()) {
        provenNanos = OptionalLong.of(pending.tick().sentNanos());
        decided = null;
      }
    }
  }

  /**
   * The newest tick that lies before this offset, null when none does; older ones are forgotten.
   */
  private @Nullable Decided passed(long processor, long end) {
    TakenTick newest = null;
    while (!ticks.isEmpty() && ticks.getFirst().offset() < processor) {
      newest = ticks.removeFirst();
    }
    return newest == null ? null : new Decided(newest, end, OptionalLong.empty());
  }

  /** When the tick was sent that this is proven of, by {@link System#nanoTime}. */
  OptionalLong provenNanos() {
    return provenNanos;
  }
}
