package dev.lockbox.testkit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lockbox.broker.Loopback;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real SMTP server in this JVM, which keeps what it is given. */
final class MailServer implements AutoCloseable {
  private static final Pattern ABOUT = Pattern.compile("Access request (\\S+)");

  private static final long STARTUP_MILLIS_MAX = 30_000;

  private final GreenMail server;

  /**
   * What one letter was.
   *
   * @param request that its subject names
   * @param id of the message, the same when it is sent again
   */
  record Letter(String to, String request, String id) {}

  private MailServer(GreenMail server) {
    this.server = server;
  }

  static MailServer start() {
    var setup = new ServerSetup(Loopback.freePort(), Loopback.HOST, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(STARTUP_MILLIS_MAX);
    var server = new GreenMail(setup);
    server.start();
    return new MailServer(server);
  }

  int port() {
    return server.getSmtp().getPort();
  }

  Stream<Letter> letters() {
    return Arrays.stream(server.getReceivedMessages()).map(MailServer::letter);
  }

  private static Letter letter(MimeMessage message) {
    try {
      var about = ABOUT.matcher(message.getSubject());
      if (!about.find()) {
        throw new IllegalStateException("no request in the subject: " + message.getSubject());
      }
      var to = message.getRecipients(RecipientType.TO)[0].toString();
      return new Letter(to, about.group(1), message.getMessageID());
    } catch (MessagingException garbled) {
      throw new IllegalStateException(garbled);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
