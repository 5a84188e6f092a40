package dev.lockbox.local.tenant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rerun.Comparison;
import dev.lockbox.domain.rerun.Rerun;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.local.log.TopicRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one tenant's people were ever asked for, read from the command log, which keeps it for good.
 * Holds all that happened to the tenant's requests in memory.
 */
public final class PastRequests {
  private final TenantId tenant;
  private final Map<String, Object> kafka;
  private final Formats formats;

  /**
   * @param kafka settings of any Kafka client
   */
  public PastRequests(TenantId tenant, Map<String, Object> kafka, Formats formats) {
    this.tenant = tenant;
    this.kafka = kafka;
    this.formats = formats;
  }

  /**
   * Each of them that was asked for at {@code since} or later, in the order of the log.
   *
   * @param rerun to be told of all of them, whenever they were asked for
   */
  public List<Comparison> under(Rerun rerun, Instant since) {
    var happened = happened();
    var compared = new ArrayList<Comparison>();
    TopicRecords.forEach(
        Topics.COMMANDS,
        kafka,
        record ->
            ours(record)
                .ifPresent(
                    logged -> {
                      var at = Instant.ofEpochMilli(record.timestamp());
                      if (logged.command() instanceof OpenRequest open) {
                        rerun.asked(open, at).ifPresent(compared::add);
                      }
                      happened.getOrDefault(logged.id(), List.of()).forEach(rerun::happened);
                    }));
    return compared.stream().filter(one -> !one.askedAt().isBefore(since)).toList();
  }

  private Map<CommandId, List<RequestEvent>> happened() {
    try (var tail = EventTail.of(tenant, kafka, formats.events())) {
      return tail.toEnd().stream()
          .filter(entry -> entry.event() instanceof RequestEvent)
          .collect(
              groupingBy(
                  entry -> entry.cause(),
                  mapping(entry -> (RequestEvent) entry.event(), toList())));
    }
  }

  /** What the processor could not read it put aside, and nothing came of it. */
  private Optional<LoggedCommand> ours(ConsumerRecord<byte[], byte[]> record) {
    if (!Arrays.equals(record.key(), tenant.value().getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    return TopicRecords.readable(formats.commandLog(), record)
        .filter(LoggedCommand.class::isInstance)
        .map(LoggedCommand.class::cast);
  }
}
