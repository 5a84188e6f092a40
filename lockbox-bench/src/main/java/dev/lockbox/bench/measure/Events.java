package dev.lockbox.bench.measure;

import dev.lockbox.bench.bed.Bed;
import dev.lockbox.bench.bed.BenchFailed;
import dev.lockbox.domain.Event;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topics;
import java.util.Optional;

/** Reads events after the clock has stopped, to be sure of what was measured. */
final class Events {
  private Events() {}

  /** The event in the record; empty when it is another kind, or no event. */
  static <E extends Event> Optional<E> in(Bed bed, Found found, Class<E> kind) {
    if (!found.topic().equals(Topics.EVENTS.name())) {
      return Optional.empty();
    }
    try {
      return Optional.of(bed.formats().events().read(found).event())
          .filter(kind::isInstance)
          .map(kind::cast);
    } catch (Unreadable unreadable) {
      throw new BenchFailed("the processor wrote an event that cannot be read", unreadable);
    }
  }

  /** Whether the record says what a host's clock shows: those come by time, whatever is decided. */
  static boolean isTick(Bed bed, Found found) {
    if (!found.topic().equals(Topics.COMMANDS.name())) {
      return false;
    }
    try {
      return bed.formats().commandLog().read(found) instanceof Tick;
    } catch (Unreadable unreadable) {
      throw new BenchFailed("a command cannot be read", unreadable);
    }
  }
}
