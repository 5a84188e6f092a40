package dev.lockbox.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What somebody types, or another program in their place. */
final class Keyboard {
  private Keyboard() {}

  /** The line that comes, without the space around it; empty where none does. */
  static Optional<String> line() {
    try {
      var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
      return Optional.ofNullable(line).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what is typed", e);
    }
  }
}
