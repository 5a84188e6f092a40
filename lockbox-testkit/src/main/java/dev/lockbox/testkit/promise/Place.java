package dev.lockbox.testkit.promise;

import dev.lockbox.events.message.Quarantined;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A record's place, and what lies in quarantine for it. */
record Place(String topic, int partition, long offset) {

  static Place of(Logged<?> record) {
    return new Place(record.topic(), record.partition(), record.offset());
  }

  static Place of(Quarantined found) {
    return new Place(found.topic(), found.partition(), found.offset());
  }

  static Map<Place, List<Logged<Quarantined>>> quarantined(Run run) {
    return run.quarantine().stream().collect(Collectors.groupingBy(one -> of(one.message())));
  }
}
