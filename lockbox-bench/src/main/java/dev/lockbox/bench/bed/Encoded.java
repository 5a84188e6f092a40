package dev.lockbox.bench.bed;

import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.LoggedCommand;

/** A record's bytes, made before any clock starts. Neither array is changed. */
@SuppressWarnings("ArrayRecordComponent")
public record Encoded(byte[] key, byte[] value) {
  public static Encoded of(Format<LoggedCommand> format, LoggedCommand command) {
    return new Encoded(format.key(command), format.value(command));
  }
}
