package dev.lockbox.events.reference;

import dev.lockbox.events.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The topic table as Markdown. */
final class TopicTable {
  private static final String HEAD =
      "| Topic | Key | Partitions | Kept | Stamped by | Record bytes at most | |\n"
          + "|---|---|---|---|---|---|---|\n";

  private TopicTable() {}

  static String markdown(List<Topic> topics) {
    return topics.stream().map(TopicTable::row).collect(Collectors.joining("", HEAD, ""));
  }

  private static String row(Topic topic) {
    return "| `%s` | %s | %d | %s | %s | %d | %s |\n"
        .formatted(
            topic.name(),
            topic.key(),
            topic.partitions(),
            kept(topic),
            switch (topic.clock()) {
              case BROKER -> "broker";
              case PRODUCER -> "producer";
            },
            topic.recordBytesMax(),
            topic.about());
  }

  private static String kept(Topic topic) {
    var retention = topic.retention().map(TopicTable::shown);
    return topic.compacted() ? "newest of each key" : retention.orElse("for ever");
  }

  private static String shown(Duration kept) {
    return kept.toDays() > 0
        ? "%d days".formatted(kept.toDays())
        : "%d hours".formatted(kept.toHours());
  }
}
