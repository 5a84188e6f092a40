package dev.lockbox.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A few names and values in a file that is either the old one or the new one, never half of one.
 */
public record KeptProperties(Path file) {

  /** Empty when the file is not there. */
  public Optional<Properties> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var reader = Files.newBufferedReader(file, UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      return Optional.of(properties);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  public void write(Map<String, String> values) {
    var lines =
        new TreeMap<>(values)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    try {
      var next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, lines, UTF_8);
      Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The value of {@code name}; refuses a file without it. */
  public String required(Properties properties, String name) {
    var value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("%s must name %s".formatted(file, name));
    }
    return value;
  }
}
