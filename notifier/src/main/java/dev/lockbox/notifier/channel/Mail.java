package dev.lockbox.notifier.channel;

import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Delivery.Failed;
import dev.lockbox.notifier.channel.Delivery.Scope;
import dev.lockbox.notifier.channel.MailSettings.Login;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters as mails, one connection each, over SMTP. */
public final class Mail implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

  private final MailSettings settings;
  private final Session session;
  private final Wording wording;

  public Mail(MailSettings settings, Portal portal) {
    this.settings = settings;
    this.session = Session.getInstance(SmtpProperties.of(settings));
    this.wording = new Wording(portal);
    if (settings.isExposed()) {
      LOG.warn("Mails travel to {} in the clear: set security to starttls or tls", settings.host());
    }
  }

  @Override
  public Delivery deliver(Letter letter) {
    try {
      var mail = Envelope.of(session, settings.from(), letter, wording.page(letter));
      return hand(mail);
    } catch (MessagingException unwritable) {
      return new Failed(Scope.LETTER, SmtpFailure.why(unwritable));
    }
  }

  private Delivery hand(Envelope mail) {
    try {
      var line = connected();
      try {
        return hand(mail, line);
      } finally {
        hangUp(line);
      }
    } catch (MessagingException down) {
      return new Failed(Scope.SERVER, SmtpFailure.why(down));
    }
  }

  private static Delivery hand(Envelope mail, Transport line) {
    try {
      line.sendMessage(mail, mail.getAllRecipients());
      return new Accepted();
    } catch (MessagingException refused) {
      return new Failed(SmtpFailure.scopeOf(refused), SmtpFailure.why(refused));
    }
  }

  private Transport connected() throws MessagingException {
    var line = session.getTransport(SmtpProperties.PROTOCOL);
    line.connect(
        settings.host(),
        settings.port(),
        settings.login().map(Login::user).orElse(null),
        settings.login().map(Login::password).orElse(null));
    return line;
  }

  /** The verdict is in by now: a line that breaks while we say goodbye changes nothing. */
  private static void hangUp(Transport line) {
    try {
      line.close();
    } catch (MessagingException gone) {
      LOG.debug("The mail server hung up first: {}", SmtpFailure.why(gone));
    }
  }
}
