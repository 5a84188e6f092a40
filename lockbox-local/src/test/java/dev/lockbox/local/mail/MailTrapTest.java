package dev.lockbox.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.broker.Loopback;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTrapTest {
  private static final int MANY = 200;
  private static final int SENDERS = 4;

  private final int port = Loopback.freePort();
  @TempDir Path directory;
  private MailTrap trap;

  @BeforeEach
  void start() {
    trap = MailTrap.start(port, directory.resolve("mail"));
  }

  @AfterEach
  void stop() {
    trap.close();
  }

  /** Not awaited: the answer to the sender comes after the file. */
  @Test
  void anAcknowledgedMailIsAFile() throws Exception {
    send("anna@contoso.example", "Access wanted");

    assertThat(mails())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.getFileName().toString()).endsWith("-anna@contoso.example.eml");
              assertThat(Files.readString(file, UTF_8))
                  .contains("Subject: Access wanted", "To: anna@contoso.example");
            });
  }

  @Test
  void everyMailOfACrowdIsKept() throws Exception {
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      var tasks =
          IntStream.range(0, MANY)
              .<Callable<Void>>mapToObj(
                  number ->
                      () -> {
                        send("p%d@contoso.example".formatted(number), "No. " + number);
                        return null;
                      })
              .toList();
      for (var sent : senders.invokeAll(tasks)) {
        sent.get();
      }
    }

    assertThat(mails()).hasSize(MANY);
  }

  @Test
  void aMailThatCannotBeKeptIsNotAcknowledged() throws Exception {
    Files.delete(directory.resolve("mail"));

    assertThatThrownBy(() -> send("anna@contoso.example", "lost?"))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("451");
  }

  @Test
  void aRecipientCannotChooseWhereItsMailLies() throws Exception {
    send("\"../../escaped\"@contoso.example", "out");

    assertThat(mails()).hasSize(1);
    assertThat(directory.resolve("mail")).isDirectoryNotContaining("glob:**escaped");
  }

  private List<Path> mails() throws IOException {
    try (var files = Files.list(directory.resolve("mail"))) {
      return files.sorted().toList();
    }
  }

  private void send(String to, String subject) throws MessagingException {
    var settings = new Properties();
    settings.put("mail.smtp.host", Loopback.HOST);
    settings.put("mail.smtp.port", Integer.toString(port));
    var mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom(new InternetAddress("lockbox@provider.example"));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to, false));
    mail.setSubject(subject);
    mail.setText("Please have a look.");
    Transport.send(mail);
  }
}
