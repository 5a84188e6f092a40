package dev.lockbox.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.Elsewhere;
import dev.lockbox.events.topic.Topic;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T8: what is written has the same bytes in every zone and language, and means the same there. */
class WrittenElsewhereTest {
  private final Wire wire = new Wire();

  @Test
  void everyMessageHasTheSameBytesAndTheSameMeaningElsewhere() throws Exception {
    Elsewhere.theSame(
        () -> {
          var written = new ArrayList<String>();
          for (var topic : Messages.all().entrySet()) {
            for (var message : topic.getValue()) {
              written.add(written(topic.getKey(), message));
            }
          }
          return written;
        });
  }

  private String written(Topic topic, Object message) throws Unreadable {
    var found = wire.found(topic, message);
    var read = wire.format(topic).read(found);
    return "%s %s %s"
        .formatted(
            new String(found.key(), UTF_8),
            HexFormat.of().formatHex(found.value()),
            read.equals(message));
  }

  @Test
  void everyStoreHoldsTheSameBytesElsewhere() throws Exception {
    Elsewhere.theSame(
        () ->
            List.of(
                stored(Stored.REQUEST, Messages.snapshots()),
                stored(Stored.TENANT, Messages.tenants()),
                stored(Stored.EXCLUSION, Messages.exclusions()),
                stored(Stored.FREEZES, Messages.freezes()),
                stored(Stored.ROLE, Messages.roleSnapshots()),
                stored(Stored.ENGINEER, Messages.engineers()),
                stored(Stored.SESSIONS, Messages.sessions()),
                stored(Stored.DENIALS, Messages.denials()),
                stored(Stored.SEATS, Messages.seats())));
  }

  private static <T> List<String> stored(Stored<T> store, List<T> values) {
    return values.stream().map(store::toBytes).map(HexFormat.of()::formatHex).toList();
  }
}
