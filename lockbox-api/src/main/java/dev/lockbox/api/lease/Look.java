package dev.lockbox.api.lease;

import java.util.Map;

/**
 * How far everybody has come, by partition. Offsets are those of what follows.
 *
 * @param decided up to where the processor has committed what it decided, on the command log; a
 *     partition that is missing was never read
 * @param shown up to where the view has committed what it folded, of the events; likewise
 * @param ends of the events, whatever is not committed yet included; asked for after {@code
 *     decided} was known, so that all is before it that came of what was decided
 */
record Look(Map<Integer, Long> decided, Map<Integer, Long> shown, Map<Integer, Long> ends) {
  Look {
    decided = Map.copyOf(decided);
    shown = Map.copyOf(shown);
    ends = Map.copyOf(ends);
  }

  long decided(int partition) {
    return decided.getOrDefault(partition, 0L);
  }

  long shown(int partition) {
    return shown.getOrDefault(partition, 0L);
  }
}
