package dev.lockbox.events.registry;

import dev.lockbox.events.message.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schema ids as the registry once gave them, a file each: {@code id-<id>} for reading, {@code
 * subject-<SHA-256 of subject and schema>} for writing. A file holds four parts, each but the last
 * ended by a line feed: the SHA-256 of the rest, the id, the subject (empty for reading), the
 * schema. One that does not say what it was asked for is deleted and learned again.
 */
final class LearnedIds {
  private static final Logger LOG = LoggerFactory.getLogger(LearnedIds.class);
  private static final String ANY_SUBJECT = "";
  private static final int PARTS = 3;

  private final Path directory;

  /** Makes the directory when it is missing; throws {@link UncheckedIOException} when it cannot. */
  LearnedIds(Path directory) {
    try {
      this.directory = Files.createDirectories(directory);
    } catch (IOException refused) {
      throw new UncheckedIOException(
          "cannot keep schema ids in %s: %s".formatted(directory, refused), refused);
    }
  }

  /** The schema of an id. */
  Optional<String> schemaOf(int id) {
    return load(fileOf(id))
        .filter(entry -> entry.id() == id && entry.subject().equals(ANY_SUBJECT))
        .map(Entry::schema);
  }

  void keepSchema(int id, String schema) {
    keep(fileOf(id), new Entry(id, ANY_SUBJECT, schema));
  }

  /** The id of a schema under a subject. */
  Optional<Integer> idOf(String subject, String schema) {
    return load(fileOf(subject, schema))
        .filter(entry -> entry.subject().equals(subject) && entry.schema().equals(schema))
        .map(Entry::id);
  }

  void keepId(String subject, String schema, int id) {
    keep(fileOf(subject, schema), new Entry(id, subject, schema));
  }

  private Path fileOf(int id) {
    return directory.resolve("id-" + id);
  }

  private Path fileOf(String subject, String schema) {
    return directory.resolve("subject-" + sha256(subject + "\n" + schema));
  }

  private Optional<Entry> load(Path file) {
    try {
      var content = Files.readString(file);
      var entry = Entry.of(content);
      if (entry.isEmpty()) {
        LOG.warn("{} is damaged: deleted, to be learned again", file);
        Files.deleteIfExists(file);
      }
      return entry;
    } catch (NoSuchFileException unknown) {
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read, the registry is asked instead", file, unreadable);
      return Optional.empty();
    }
  }

  /** A disk that takes nothing costs the memory of this id, not the record at hand. */
  private void keep(Path file, Entry entry) {
    try {
      var fresh = Files.createTempFile(directory, "learning-", ".tmp");
      try {
        Files.writeString(fresh, entry.content());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException refused) {
      LOG.warn(
          "{} cannot be written: schema id {} is known until the next start only",
          file,
          entry.id(),
          refused);
    }
  }

  private static String sha256(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /** What one file says. */
  private record Entry(int id, String subject, String schema) {
    /** Empty when the text is not what {@link #content} made. */
    static Optional<Entry> of(String content) {
      var fingerprint = content.lines().findFirst().orElse("");
      var rest = content.substring(Math.min(content.length(), fingerprint.length() + 1));
      var parts = rest.split("\n", PARTS);
      return sha256(rest).equals(fingerprint) && parts.length == PARTS
          ? Optional.of(new Entry(Integer.parseInt(parts[0]), parts[1], parts[2]))
          : Optional.empty();
    }

    String content() {
      var rest = id + "\n" + subject + "\n" + schema;
      return sha256(rest) + "\n" + rest;
    }
  }
}
