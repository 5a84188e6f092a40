package dev.lockbox.local.intake;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.signing.SigningKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for a provider's gateway: publishes what engineers do, as Avro, through the registry.
 */
public final class Gateway implements AutoCloseable {
  private final Publisher publisher;
  private final Format<Activity> format;
  private final Format<ActivityLogEntry> log;

  /**
   * @param kafka settings of any Kafka client
   * @param key by which it signs; empty where nobody need sign
   */
  public Gateway(Map<String, Object> kafka, Formats formats, Optional<SigningKey> key) {
    this.publisher = new Publisher(kafka, key, Optional.empty());
    this.format = formats.activity();
    this.log = formats.activityLog();
  }

  /** In this order. */
  public void tell(List<Told> all) throws InterruptedException {
    for (var told : all) {
      var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      publisher.publish(format, new Activity(told, at), Optional.empty());
    }
  }

  /** For every customer. */
  public void tell(Posture posture) throws InterruptedException {
    var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    publisher.publish(log, new PostureFound(posture, at), Optional.empty());
  }

  @Override
  public void close() {
    publisher.close();
  }
}
