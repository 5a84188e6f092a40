package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.History;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** Queries read while an event is folded, so what leads to something else is there last. */
class SessionFoldingTest {
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  private final History history = new History();
  private final List<String> written = new ArrayList<>();
  private final Folding folding = new Folding(this::store);

  @Test
  void whoFindsASessionFindsTheEventThatBeganIt() {
    fold(history.register(CONTOSO, Samples.MEMBERSHIP));
    fold(history.open(REQUEST, MORNING));
    happens(new Approve(REQUEST, by(Cast.ANNA), Optional.empty(), 1, Optional.empty()));
    written.clear();
    happens(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            new SessionId("s1"),
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION));
    assertThat(written)
        .containsSubsequence(ViewStores.TIMELINE, ViewStores.SESSIONS, ViewStores.ENGINEERS);
  }

  private void happens(Command command) {
    fold(history.decide(command, MORNING));
  }

  private void fold(List<Recorded> recorded) {
    recorded.forEach(one -> folding.fold(one, new byte[0]));
  }

  private static Attempt by(PersonId actor) {
    return new Attempt(actor, new DecisionId("by-" + actor));
  }

  /** What is kept between two keys. */
  private static final class Scan implements KeyValueIterator<Bytes, byte[]> {
    private final Iterator<Map.Entry<Object, Object>> entries;

    Scan(Map<Object, Object> kept) {
      this.entries = kept.entrySet().iterator();
    }

    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
      var next = entries.next();
      return KeyValue.pair((Bytes) next.getKey(), (byte[]) next.getValue());
    }

    @Override
    public Bytes peekNextKey() {
      throw new UnsupportedOperationException("peekNextKey");
    }

    @Override
    public void close() {}
  }

  /** Remembers what is put into it, and that it was. */
  @SuppressWarnings("unchecked")
  private KeyValueStore<Bytes, byte[]> store(String name) {
    var kept = new TreeMap<Object, Object>();
    return (KeyValueStore<Bytes, byte[]>)
        Proxy.newProxyInstance(
            KeyValueStore.class.getClassLoader(),
            new Class<?>[] {KeyValueStore.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "get" -> kept.get(given[0]);
                  case "range" -> new Scan(kept.subMap(given[0], true, given[1], true));
                  case "delete" -> kept.remove(given[0]);
                  case "put" -> {
                    written.add(name);
                    kept.put(given[0], given[1]);
                    yield null;
                  }
                  case "putIfAbsent" -> {
                    written.add(name);
                    yield kept.putIfAbsent(given[0], given[1]);
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
