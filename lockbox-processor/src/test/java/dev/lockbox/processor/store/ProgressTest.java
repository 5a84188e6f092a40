package dev.lockbox.processor.store;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  private final KeyValueStore<String, byte[]> store =
      Stores.progress().withLoggingDisabled().build();

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
  void beforeAnythingIsAppliedNothingIsAReplay() {
    var progress = new Progress(store);
    assertThat(progress.isReplay(0)).isFalse();
    assertThat(progress.lastSequence(CONTOSO)).isZero();
  }

  @Test
  void whateverIsAtOrBelowTheLastAppliedOffsetIsAReplayWhoseverItIs() {
    var progress = new Progress(store);
    progress.applied(CONTOSO, 7, 41);
    assertThat(progress.isReplay(41)).isTrue();
    assertThat(progress.isReplay(42)).isFalse();
    progress.appliedForNobody(50);
    assertThat(progress.isReplay(50)).isTrue();
    assertThat(progress.isReplay(51)).isFalse();
  }

  @Test
  void itIsRememberedWhoeverWasAppliedLast() {
    var before = new Progress(store);
    before.applied(CONTOSO, 7, 41);
    before.applied(FABRIKAM, 1, 60);
    before.applied(CONTOSO, 8, 61);
    before.applied(FABRIKAM, 2, 62);
    var after = new Progress(store);
    assertThat(after.isReplay(62)).isTrue();
    assertThat(after.isReplay(63)).isFalse();
    assertThat(after.lastSequence(CONTOSO)).isEqualTo(8);
    assertThat(after.lastSequence(FABRIKAM)).isEqualTo(2);
  }

  @Test
  void recordsOfNobodyAreRememberedToo() {
    new Progress(store).appliedForNobody(9);
    assertThat(new Progress(store).isReplay(9)).isTrue();
  }

  @Test
  void theBytesAreTheReleasedOnes() {
    new Progress(store).applied(CONTOSO, 258, 772);
    assertThat(HexFormat.of().formatHex(store.get("contoso")))
        .isEqualTo("0000000000000102" + "0000000000000304");
  }

  @Test
  void otherBytesAreRefused() {
    store.put("contoso", new byte[] {1});
    assertThatThrownBy(() -> new Progress(store))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("16 bytes");
  }
}
