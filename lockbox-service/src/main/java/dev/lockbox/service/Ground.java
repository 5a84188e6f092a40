package dev.lockbox.service;

import dev.lockbox.events.admin.StartupGuard;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.topic.Topic;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service stands on: topics as they must be, and a registry that knows what it writes. */
@Singleton
final class Ground {
  private static final Logger LOG = LoggerFactory.getLogger(Ground.class);

  private final KafkaSettings kafka;
  private final DurabilitySettings durability;
  private final Formats formats;
  private final RegistryPatience patience;

  Ground(
      KafkaSettings kafka,
      DurabilitySettings durability,
      Formats formats,
      RegistryPatience patience) {
    this.kafka = kafka;
    this.durability = durability;
    this.formats = formats;
    this.patience = patience;
  }

  void check(List<Topic> written) {
    StartupGuard.check(kafka.client(), durability.durability());
    LOG.info("The topics at {} are as they must be", kafka.bootstrapServers());
    patience.await(
        () -> {
          formats.learn(written);
          return written;
        });
  }
}
