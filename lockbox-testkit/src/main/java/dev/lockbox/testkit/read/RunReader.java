package dev.lockbox.testkit.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.run.AuditEntry;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Meaningless;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Run;
import dev.lockbox.testkit.run.Viewed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads what a run left on the topics. */
public final class RunReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TopicReader topics;
  private final Formats formats;
  private final AccessLimits limits;

  /**
   * @param limits that the processor is run with
   */
  public RunReader(TopicReader topics, Formats formats, AccessLimits limits) {
    this.topics = topics;
    this.formats = formats;
    this.limits = limits;
  }

  /**
   * @param operations what the clients did
   * @param views what the API shows; read beforehand, after the last of the operations
   */
  public Run read(List<Operation> operations, List<Viewed> views) {
    var readAt = Instant.now();
    var unreadable = new ArrayList<Logged<Meaningless>>();
    var log = read(formats.commandLog(), unreadable);
    return new Run(
        limits,
        readAt,
        read(formats.requests(), unreadable),
        of(LoggedCommand.class, log),
        read(formats.events(), unreadable),
        read(formats.states(), unreadable),
        topics.read(Topics.AUDIT).stream().map(RunReader::audit).toList(),
        read(formats.quarantine(), unreadable),
        of(Tick.class, log),
        of(HeedPosture.class, log),
        unreadable,
        operations,
        views);
  }

  private <T> List<Logged<T>> read(Format<T> format, List<Logged<Meaningless>> unreadable) {
    var read = new ArrayList<Logged<T>>();
    for (var record : topics.read(format.topic())) {
      try {
        read.add(logged(record, format.read(Consumed.found(record))));
      } catch (Unreadable meaningless) {
        unreadable.add(
            logged(
                record,
                new Meaningless(meaningless.why(), meaningless.named(), tenantIn(record.key()))));
      }
    }
    return read;
  }

  private static Optional<TenantId> tenantIn(byte @Nullable [] key) {
    try {
      return Optional.ofNullable(key)
          .map(bytes -> new TenantId(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException notATenant) {
      return Optional.empty();
    }
  }

  private static <T extends CommandLogEntry> List<Logged<T>> of(
      Class<T> kind, List<Logged<CommandLogEntry>> log) {
    return log.stream()
        .filter(entry -> kind.isInstance(entry.message()))
        .map(entry -> entry.with(kind.cast(entry.message())))
        .toList();
  }

  private static Logged<AuditEntry> audit(ConsumerRecord<byte[], byte[]> record) {
    try {
      var key = new String(record.key(), StandardCharsets.UTF_8);
      return logged(record, new AuditEntry(key, JSON.readTree(record.value())));
    } catch (IOException notJson) {
      throw new UncheckedIOException(
          "an audit record is JSON, %s is not".formatted(record), notJson);
    }
  }

  private static <T> Logged<T> logged(ConsumerRecord<?, ?> record, T message) {
    return new Logged<>(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        message);
  }
}
