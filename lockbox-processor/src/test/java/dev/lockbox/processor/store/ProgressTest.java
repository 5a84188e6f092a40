package dev.lockbox.processor.store;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.time.Moment;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Properties;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  private static final HostId HOST = new HostId("host-1");
  private final KeyValueStore<String, byte[]> store =
      Stores.progress().withLoggingDisabled().build();
  private final KeyValueStore<String, byte[]> clocks = Stores.clock().withLoggingDisabled().build();

  @BeforeEach
  void open(@TempDir Path directory) {
    var context =
        new MockProcessorContext<Void, Void>(
            new Properties(), new TaskId(1, 0), directory.toFile());
    store.init(context.getStateStoreContext(), store);
    clocks.init(context.getStateStoreContext(), clocks);
  }

  @AfterEach
  void close() {
    store.close();
    clocks.close();
  }

  @Test
  void beforeAnythingIsAppliedNothingIsAReplay() {
    var progress = progress();
    assertThat(progress.isReplay(0)).isFalse();
    assertThat(progress.lastSequence(CONTOSO)).isZero();
  }

  @Test
  void whateverIsAtOrBelowTheLastAppliedOffsetIsAReplayWhoseverItIs() {
    var progress = progress();
    progress.applied(CONTOSO, 7, 41);
    assertThat(progress.isReplay(41)).isTrue();
    assertThat(progress.isReplay(42)).isFalse();
    progress.appliedForNobody(50);
    assertThat(progress.isReplay(50)).isTrue();
    assertThat(progress.isReplay(51)).isFalse();
  }

  @Test
  void itIsRememberedWhoeverWasAppliedLast() {
    var before = progress();
    before.applied(CONTOSO, 7, 41);
    before.applied(FABRIKAM, 1, 60);
    before.applied(CONTOSO, 8, 61);
    before.applied(FABRIKAM, 2, 62);
    var after = progress();
    assertThat(after.isReplay(62)).isTrue();
    assertThat(after.isReplay(63)).isFalse();
    assertThat(after.lastSequence(CONTOSO)).isEqualTo(8);
    assertThat(after.lastSequence(FABRIKAM)).isEqualTo(2);
  }

  @Test
  void recordsOfNobodyAreRememberedToo() {
    progress().appliedForNobody(9);
    assertThat(progress().isReplay(9)).isTrue();
  }

  @Test
  void theBytesAreTheReleasedOnes() {
    progress().applied(CONTOSO, 258, 772);
    assertThat(HexFormat.of().formatHex(store.get("contoso")))
        .isEqualTo("0000000000000102" + "0000000000000304" + "0000000000000000");
  }

  @Test
  void entriesFromBeforeThereWasATrustedTimeAreRead() {
    store.put("contoso", HexFormat.of().parseHex("0000000000000102" + "0000000000000304"));
    assertThat(progress().lastSequence(CONTOSO)).isEqualTo(258);
    assertThat(progress().isReplay(772)).isTrue();
  }

  @Test
  void theTrustedTimeIsKeptWithWhateverIsApplied() {
    var before = new Clock(clocks);
    before.pass(Moment.at(NOON));
    new Progress(store, before).applied(CONTOSO, 1, 1);
    var after = new Clock(clocks);
    assertThat(new Progress(store, after).isReplay(1)).isTrue();
    assertThat(after.trusted()).isEqualTo(NOON);
  }

  @Test
  void aTickIsAReplayLikeAnythingElseAndItsClockIsRemembered() {
    var before = new Clock(clocks);
    before.tick(HOST, NOON.plusSeconds(9), NOON, 77);
    var after = new Clock(clocks);
    assertThat(new Progress(store, after).isReplay(77)).isTrue();
    assertThat(new Progress(store, after).isReplay(78)).isFalse();
    assertThat(after.trusted()).isEqualTo(NOON);
    assertThat(after.at(NOON.plusSeconds(61)).suspect()).isTrue();
    assertThat(clocks.get("host-1")).hasSize(32);
  }

  @Test
  void otherBytesAreRefused() {
    store.put("contoso", new byte[] {1});
    assertThatThrownBy(() -> progress())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("24 bytes");
  }

  private Progress progress() {
    return new Progress(store, new Clock(clocks));
  }
}
