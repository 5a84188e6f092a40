package dev.lockbox.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lockbox.broker.Loopback;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An SMTP server on loopback, without a password, that sends nothing on: each mail becomes a file
 * before it is acknowledged, and nothing of it stays in memory. A mail that cannot be kept is
 * answered with 451, so that its sender tries again.
 */
public final class MailTrap implements AutoCloseable {
  /** A machine that starts all else at the same moment may take its time over this too. */
  private static final long STARTUP_MILLIS_MAX = 30_000;

  private final GreenMail server;
  private final int port;

  private MailTrap(GreenMail server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Returns when it takes mail. */
  public static MailTrap start(int port, Path directory) {
    var folder = new MailFolder(directory);
    var setup = new ServerSetup(port, Loopback.HOST, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(STARTUP_MILLIS_MAX);
    var server = new GreenMail(setup);
    server
        .getUserManager()
        .setMessageDeliveryHandler((mail, recipient) -> keep(folder, mail, recipient));
    server.start();
    return new MailTrap(server, port);
  }

  /** {@code 127.0.0.1:port}. */
  public String address() {
    return Loopback.address(port);
  }

  @Override
  public void close() {
    server.stop();
  }

  private static GreenMailUser keep(MailFolder folder, MovingMessage mail, MailAddress recipient)
      throws MessagingException {
    try {
      folder.keep(mail.getMessage(), recipient.getEmail());
    } catch (IOException e) {
      throw new MessagingException("cannot keep a mail to " + recipient.getEmail(), e);
    }
    return new KeptAlready(recipient.getEmail());
  }
}
