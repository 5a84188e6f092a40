package dev.lockbox.bench;

import dev.lockbox.bench.bed.Pace;
import dev.lockbox.events.topic.Topics;
import java.time.Instant;
import org.apache.kafka.common.utils.AppInfoParser;

/** What the figures were found on, and of what; names no host and no path. */
final class Machine {
  private static final long MIB = 1024 * 1024;

  private Machine() {}

  static Line line(Instant at, Pace pace) {
    var runtime = Runtime.getRuntime();
    return Line.of("machine")
        .with("at", at.toString())
        .with("cores", runtime.availableProcessors())
        .with("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .with("jdk", Runtime.version().toString())
        .with("heap_mib_max", runtime.maxMemory() / MIB)
        .with("kafka", AppInfoParser.getVersion())
        .with("brokers", 1)
        .with("partitions", Topics.COMMANDS.partitions())
        .with("threads", pace.threads())
        .with("commit_interval_ms", pace.commitInterval().toMillis());
  }
}
