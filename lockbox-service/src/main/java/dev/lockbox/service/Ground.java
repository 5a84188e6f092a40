package dev.lockbox.service;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.topic.Topic;
import jakarta.inject.Singleton;
import java.util.List;

/** What a service stands on: topics as they must be, and a registry that knows what it writes. */
@Singleton
final class Ground {
  private final Formats formats;
  private final RegistryPatience patience;

  Ground(Formats formats, RegistryPatience patience) {
    this.formats = formats;
    this.patience = patience;
  }

  void check(List<Topic> written) {
    patience.await(
        () -> {
          formats.learn(written);
          return written;
        });
  }
}
