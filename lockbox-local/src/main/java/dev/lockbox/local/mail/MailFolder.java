package dev.lockbox.local.mail;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.time.ZoneOffset.UTC;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A directory of mails, one .eml file for each mail and recipient, whose names sort by arrival.
 * Safe for several threads.
 */
public final class MailFolder {
  private static final DateTimeFormatter ARRIVAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(UTC);
  private static final int RECIPIENT_CHARS_MAX = 80;

  private final Path directory;
  private final AtomicInteger sinceStart = new AtomicInteger();

  /** Created when missing. */
  public MailFolder(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + directory, e);
    }
  }

  /** Returns when the mail is a file; whoever lists the directory never sees half of one. */
  void keep(MimeMessage mail, String recipient) throws IOException, MessagingException {
    var name =
        "%s-%05d-%s.eml"
            .formatted(
                ARRIVAL.format(Instant.now()), sinceStart.incrementAndGet(), harmless(recipient));
    var arriving = directory.resolve("." + name + ".arriving");
    try (var out = Files.newOutputStream(arriving)) {
      mail.writeTo(out);
    }
    Files.move(arriving, directory.resolve(name), ATOMIC_MOVE);
  }

  /** A recipient is a stranger's text, and becomes part of a file's name. */
  private static String harmless(String recipient) {
    var safe = recipient.replaceAll("[^A-Za-z0-9@._+-]", "_");
    return safe.substring(0, Math.min(safe.length(), RECIPIENT_CHARS_MAX));
  }
}
