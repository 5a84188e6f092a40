package dev.lockbox.service;

import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;

/**
 * Reads a topic's records, and waits where the schema registry must be asked and does not answer.
 *
 * @param <T> what the records mean
 */
public final class PatientReader<T> {
  private final Format<T> format;
  private final RegistryPatience patience;

  public PatientReader(Format<T> format, RegistryPatience patience) {
    this.format = format;
    this.patience = patience;
  }

  /**
   * @throws Unreadable when the record means nothing, and never will
   */
  public T read(Found found) throws Unreadable {
    return patience.<T, Unreadable>await(() -> format.read(found));
  }
}
