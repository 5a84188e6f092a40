package dev.lockbox.processor.store;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.session.Examined;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosturesTest {
  private static final Instant LATER = NOON.plusSeconds(1);
  private static final DeviceId FIRST = new DeviceId("laptop-1");
  private static final DeviceId SECOND = new DeviceId("laptop-2");
  private static final DeviceId THIRD = new DeviceId("laptop-3");

  private final KeyValueStore<String, byte[]> store =
      Stores.postures().withLoggingDisabled().build();

  @BeforeEach
  void open(@TempDir Path directory) {
    var context =
        new MockProcessorContext<Void, Void>(
            new Properties(), new TaskId(1, 0), directory.toFile());
    store.init(context.getStateStoreContext(), store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasPutIsFoundAndWhatWasNotBarsNobody() {
    postures().put(FIRST, new Examined(false, NOON));
    postures().put(SECOND, new Examined(true, LATER));
    assertThat(postures().find(FIRST)).contains(new Examined(false, NOON));
    assertThat(postures().find(SECOND)).contains(new Examined(true, LATER));
    assertThat(postures().find(THIRD)).isEmpty();
    assertThat(postures().isBarred(FIRST)).isTrue();
    assertThat(postures().isBarred(SECOND)).isFalse();
    assertThat(postures().isBarred(THIRD)).isFalse();
  }

  /**
   * What is barred is never forgotten; what keeps to what it must is let in without being known.
   */
  @Test
  void whereThereIsNoRoomOneThatKeepsToWhatItMustIsForgotten() {
    var few = few();
    few.put(FIRST, new Examined(true, NOON));
    few.put(SECOND, new Examined(false, NOON));
    few.put(THIRD, new Examined(false, NOON));
    assertThat(few.find(FIRST)).isEmpty();
    assertThat(few.isBarred(FIRST)).isFalse();
    assertThat(few.isBarred(SECOND)).isTrue();
    assertThat(few.isBarred(THIRD)).isTrue();
  }

  @Test
  void whatIsKnownChangesWhereThereIsNoRoomToo() {
    var few = few();
    few.put(FIRST, new Examined(false, NOON));
    few.put(SECOND, new Examined(false, NOON));
    few.put(FIRST, new Examined(true, LATER));
    assertThat(few.isBarred(FIRST)).isFalse();
    assertThat(few.isBarred(THIRD)).isFalse();
  }

  @Test
  void whatKeepsToWhatItMustBarsNobodyWhereThereIsNoRoom() {
    var few = few();
    few.put(FIRST, new Examined(false, NOON));
    few.put(SECOND, new Examined(false, NOON));
    few.put(THIRD, new Examined(true, NOON));
    assertThat(few.isBarred(THIRD)).isFalse();
  }

  /** Also where room comes after it: nobody knows any more which device that was. */
  @Test
  void onceOneIsBarredThatNobodyCanNameOnlyWhatWasExaminedSinceLetsAnybodyIn() {
    var few = few();
    few.put(FIRST, new Examined(false, NOON));
    few.put(SECOND, new Examined(false, NOON));
    few.put(THIRD, new Examined(false, LATER));
    few.put(SECOND, new Examined(true, LATER));
    assertThat(few.isBarred(SECOND)).isTrue();
    assertThat(few.isBarred(THIRD)).isTrue();
    assertThat(postures().isBarred(new DeviceId("never-examined"))).isTrue();
    few.put(SECOND, new Examined(true, LATER.plusMillis(1)));
    assertThat(few.isBarred(SECOND)).isFalse();
    few.put(THIRD, new Examined(true, LATER.plusMillis(1)));
    assertThat(few.isBarred(THIRD)).isFalse();
    assertThat(few.isBarred(SECOND)).isTrue();
  }

  /** An earlier one that comes after it makes nothing of it less. */
  @Test
  void theLatestThatNobodyCanNameCounts() {
    var few = few();
    few.put(FIRST, new Examined(false, NOON));
    few.put(SECOND, new Examined(false, NOON));
    few.put(THIRD, new Examined(false, LATER));
    few.put(new DeviceId("laptop-4"), new Examined(false, NOON));
    few.put(FIRST, new Examined(true, LATER));
    assertThat(few.isBarred(FIRST)).isTrue();
  }

  @Test
  void whatWasNeverPutThereStopsEverything() {
    store.put(FIRST.value(), new byte[1]);
    assertThatThrownBy(() -> postures().isBarred(FIRST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a posture is kept in 9 bytes, were 1");
  }

  private Postures postures() {
    return new Postures(store);
  }

  private Postures few() {
    return new Postures(store, 2);
  }
}
