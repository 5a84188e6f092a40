package dev.lockbox.api.view;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.SessionsSnapshot;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** What one event of an engineer's sessions changes in the view; see {@link Folding}. */
final class SessionFolding {
  private final KeyValueStore<Bytes, byte[]> engineers;
  private final KeyValueStore<Bytes, byte[]> sessions;
  private final KeyValueStore<Bytes, byte[]> activity;

  /**
   * @param stores by name
   */
  SessionFolding(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
    this.engineers = stores.apply(ViewStores.ENGINEERS);
    this.sessions = stores.apply(ViewStores.SESSIONS);
    this.activity = stores.apply(ViewStores.ACTIVITY);
  }

  /**
   * @param framed the event as it stood on the topic
   */
  void fold(long sequence, SessionEvent event, byte[] framed) {
    var key = Keys.engineer(event.engineer());
    var before =
        Optional.ofNullable(engineers.get(key))
            .map(bytes -> Stored.SESSIONS.fromBytes(bytes).state())
            .orElse(Sessions.NONE);
    var after = new SessionsSnapshot(event.engineer(), Sessions.evolve(before, event));
    if (note(sequence, event)) {
      activity.put(Keys.activity(event.tenant(), sequence), framed);
    }
    // After the session itself, which a query goes on to from here.
    engineers.put(key, Stored.SESSIONS.toBytes(after));
  }

  /** Whether it stands in the list of what was done: that a session is not idle does not. */
  private boolean note(long sequence, SessionEvent event) {
    return switch (event) {
      case SessionStarted started -> {
        sessions.put(Keys.session(started.request(), started.session()), span(sequence, 0));
        yield true;
      }
      case SessionEnded ended -> {
        var key = Keys.session(ended.request(), ended.session());
        sessions.put(key, span(ByteBuffer.wrap(sessions.get(key)).getLong(), sequence));
        yield true;
      }
      case UseSummarised summarised -> {
        sessions.put(Keys.summary(summarised.request()), Folding.bytes(sequence));
        yield true;
      }
      case SessionActive active -> false;
      case ActionAuthorised authorised -> true;
      case ActionPerformed performed -> true;
      case ActionDenied denied -> true;
      case DevicePostureChanged changed -> true;
      case TargetEvent found -> true;
    };
  }

  private static byte[] span(long began, long ended) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(began).putLong(ended).array();
  }
}
