package dev.lockbox.processor.store;

import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Denials;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.DenialsSnapshot;
import dev.lockbox.events.message.RequestSnapshot;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What else engineers ask for, and what they were denied, by customer. What waits is in memory
 * only; denials are kept under {@code tenant/engineer} in UTF-8, as {@link Stored#DENIALS}, and
 * written when there is another one.
 */
public final class Askers {
  private final KeyValueStore<String, byte[]> denials;
  private final Waiting waiting;

  public Askers(KeyValueStore<String, byte[]> denials, Waiting waiting) {
    this.denials = denials;
    this.waiting = waiting;
  }

  /**
   * @throws dev.lockbox.events.codec.Garbled when what is kept of them cannot be read
   */
  public Asking find(EngineerId engineer) {
    return new Asking(waiting.of(engineer), denialsOf(engineer));
  }

  /**
   * A request moved on. To be denied practice is to be denied nothing.
   *
   * @param happened in order; the last of it led to {@code after}
   */
  public void note(RequestSnapshot after, List<RequestEvent> happened) {
    waiting.note(after.request(), after.state());
    var denied = happened.stream().filter(Denials::isOne).toList();
    if (denied.isEmpty() || after.state().opened().filter(Opening::isPractice).isPresent()) {
      return;
    }
    var asked = after.state().opened().orElseThrow().asked();
    var engineer = new EngineerId(after.request().tenant(), asked.engineer());
    var known = denialsOf(engineer);
    for (var event : denied) {
      known = known.after(event);
    }
    denials.put(engineer.toString(), Stored.DENIALS.toBytes(new DenialsSnapshot(engineer, known)));
  }

  private Denials denialsOf(EngineerId engineer) {
    var bytes = denials.get(engineer.toString());
    return bytes == null ? Denials.NONE : Stored.DENIALS.fromBytes(bytes).state();
  }
}
