package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Elsewhere;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T8: what the topology writes is the same, byte for byte, in every zone and language. */
class DecidedElsewhereTest {
  private static final List<String> TOPICS =
      List.of("lockbox.events", "lockbox.state", "lockbox.quarantine");

  @Test
  void theSameLogHasTheSameEventsStatesAndQuarantineElsewhere(@TempDir Path directory)
      throws Exception {
    var times = new AtomicInteger();
    Elsewhere.theSame(() -> written(directory.resolve("run-" + times.incrementAndGet())));
  }

  private static List<String> written(Path directory) {
    var written = new ArrayList<String>();
    for (var turn : Elsewhere.CLOCKS_CHANGE) {
      var asked = turn.minus(Duration.ofHours(2));
      try (var rig = Rig.at(directory.resolve("stores-" + turn.getEpochSecond()), asked)) {
        decide(rig, turn);
        TOPICS.stream().flatMap(topic -> lines(rig.raw(topic))).forEach(written::add);
        Stream.of(Stores.REQUESTS, Stores.TENANTS, Stores.PROGRESS)
            .flatMap(store -> lines(rig.changes(store)))
            .forEach(written::add);
      }
    }
    assertThat(written).hasSizeGreaterThan(30 * Elsewhere.CLOCKS_CHANGE.size());
    return written;
  }

  /** Some of everything, about the turn of the clocks, and what follows of itself until later. */
  private static void decide(Rig rig, Instant turn) {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.publish(Say.open("I-granted"));
    rig.publish(Say.open("waiting"));
    rig.publish(Say.openForOneUse("once"));
    rig.append(Say.approve("I-granted", ANNA, "yes", 1));
    rig.append(Say.approve("I-granted", ANNA, "late", 7));
    rig.append(Say.deny("nothing", ANNA, "no"));
    rig.append(Say.deny("once", ANNA, "no"));
    rig.appendRaw("contoso".getBytes(UTF_8), new byte[] {1, 2});
    rig.publishRaw("r".getBytes(UTF_8), new byte[] {0, 0, 0, 0, 99, 1});
    rig.tick("host-1", Elsewhere.CLOCKS_CHANGE.getFirst());
    rig.append(Say.approve("waiting", ANNA, "suspect", 1));
    for (var hours = 0; hours <= 96; hours += 2) { // alarms that ring by themselves draw a name
      rig.append(Say.alarm("I-granted"), turn.plus(Duration.ofHours(hours)));
      rig.append(Say.alarm("waiting"), turn.plus(Duration.ofHours(hours)));
    }
  }

  private static Stream<String> lines(List<TestRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(
            one ->
                "%s %s %s %s"
                    .formatted(
                        one.timestamp(),
                        hex(one.key()),
                        hex(one.value()),
                        one.headers().toString()));
  }

  private static String hex(byte[] bytes) {
    return bytes == null ? "nothing" : HexFormat.of().formatHex(bytes);
  }
}
