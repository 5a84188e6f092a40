package dev.lockbox.api.view;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.rules.Usual;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * For how long a customer's people grant access, by the reason code that was said. What nobody of
 * theirs said yes to is not counted: what was granted without the customer, or by a rule. As bytes:
 * how many were narrowed (8), and for each number of minutes (4) how often (8).
 */
final class UsualFolding {
  private static final int ENTRY_BYTES = Integer.BYTES + Long.BYTES;

  private final KeyValueStore<Bytes, byte[]> usual;

  UsualFolding(KeyValueStore<Bytes, byte[]> usual) {
    this.usual = usual;
  }

  /** What a person's last yes makes of a request that waited. */
  void fold(AccessRequest before, RequestEvent event) {
    if (before instanceof Pending pending
        && (event instanceof RequestApproved || event instanceof AccessScheduled)) {
      var key = Keys.usual(event.tenant(), reason(pending));
      var terms = pending.terms();
      var known = fromBytes(usual.get(key));
      usual.put(key, toBytes(known.and(terms.accessFor(), isLess(pending))));
    }
  }

  /** Conditions take nothing of what was asked for away. */
  private static boolean isLess(Pending pending) {
    var terms = pending.terms();
    var bare = new Terms(terms.actions(), terms.resources(), terms.accessFor());
    return !bare.equals(pending.opening().terms());
  }

  /** Empty where none was said, which is a kind of requests too. */
  static Optional<Code> reason(Pending pending) {
    return pending.opening().details().reasonCode();
  }

  static Usual fromBytes(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Usual.NOTHING;
    }
    var buffer = ByteBuffer.wrap(bytes);
    var narrowed = buffer.getLong();
    var granted = new TreeMap<Integer, Long>();
    while (buffer.hasRemaining()) {
      granted.put(buffer.getInt(), buffer.getLong());
    }
    return new Usual(granted, narrowed);
  }

  private static byte[] toBytes(Usual known) {
    var buffer = ByteBuffer.allocate(Long.BYTES + known.granted().size() * ENTRY_BYTES);
    buffer.putLong(known.narrowed());
    known.granted().forEach((minutes, times) -> buffer.putInt(minutes).putLong(times));
    return buffer.array();
  }
}
