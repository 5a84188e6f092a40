package dev.lockbox.local.quarantine;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.local.log.TopicRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the quarantine and all events as they are now; leaves nothing behind at the broker. */
public final class Findings {
  private final Map<String, Object> kafka;
  private final Formats formats;

  /**
   * @param kafka settings of any Kafka client
   */
  public Findings(Map<String, Object> kafka, Formats formats) {
    this.kafka = kafka;
    this.formats = formats;
  }

  /** In the order in which they were found. */
  public List<Finding> all() {
    var events = read(formats.events()).stream().map(Recorded::event).toList();
    return Finding.of(read(formats.quarantine()), events);
  }

  private <T> List<T> read(Format<T> format) {
    var all = new ArrayList<T>();
    TopicRecords.forEach(
        format.topic(), kafka, record -> all.add(TopicRecords.read(format, record)));
    return all;
  }
}
