package dev.lockbox.notifier.channel;

import dev.lockbox.domain.identity.VisibleText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.regex.Pattern;

/** One mail as it goes over the line: to one recipient, who sees no other. */
final class Envelope extends MimeMessage {
  private static final String UTF_8 = "UTF-8";

  /** Checked here too: whatever a registry let in, a mail goes where it says and nowhere else. */
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^<>\"(),:;@\\[\\\\\\]]]{1,64}@[A-Za-z0-9.-]{1,189}");

  private final MessageId id;

  private Envelope(Session session, MessageId id) {
    super(session);
    this.id = id;
  }

  /**
   * @throws MessagingException when the letter cannot be written as a mail: an address that is none
   */
  static Envelope of(Session session, String from, Letter letter, Page page)
      throws MessagingException {
    var mail = new Envelope(session, letter.id());
    mail.setFrom(address(from));
    mail.setRecipient(RecipientType.TO, address(letter.to()));
    mail.setSubject(VisibleText.of(page.subject()).replace('\n', ' '), UTF_8);
    mail.setSentDate(Date.from(letter.event().at()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setContent(bodies(page));
    mail.saveChanges();
    return mail;
  }

  /** Ours, where the library would make up a new one for each try. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id.value());
  }

  private static MimeMultipart bodies(Page page) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(TextPart.of(page), UTF_8);
    var html = new MimeBodyPart();
    html.setText(HtmlPart.of(page), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** The bare address alone: no display name, no list, no comment, nothing beyond ASCII. */
  private static InternetAddress address(String address) throws MessagingException {
    if (!ADDRESS.matcher(address).matches()) {
      throw new AddressException("not a bare address of printable ASCII");
    }
    return new InternetAddress(address, true);
  }
}
