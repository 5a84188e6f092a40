package dev.lockbox.notifier.channel;

import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Delivery.Failed;
import dev.lockbox.notifier.channel.Delivery.Scope;
import dev.lockbox.notifier.channel.MailSettings.Security;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail against a real SMTP server. */
class MailTest extends ChannelContract {
  private static final String HOSTILE =
      "urgent\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n\0\u2028\u202E</td><script>alert(1)</script>"
          + "<a href=\"https://evil.example\">Approve</a> =?utf-8?q?Bcc:_x?= <!channel>";

  private static final long STARTUP_MILLIS_MAX = 30_000;

  private final GreenMail server = new GreenMail(patient(ServerSetup.SMTP));
  private Optional<RefusingServer> refusing = Optional.empty();

  /** On a free port, and given the time that a busy machine takes to start it. */
  private static ServerSetup patient(ServerSetup protocol) {
    var setup = protocol.dynamicPort();
    setup.setServerStartupTimeout(STARTUP_MILLIS_MAX);
    return setup;
  }

  @BeforeEach
  void startServer() {
    server.start();
  }

  @AfterEach
  void stopServers() throws IOException {
    server.stop();
    if (refusing.isPresent()) {
      refusing.get().close();
    }
  }

  @Override
  protected Channel channel() {
    var port = refusing.map(RefusingServer::port).orElse(server.getSmtp().getPort());
    return mail(port, Security.NONE);
  }

  @Override
  protected void otherSideGoesAway() {
    server.stop();
  }

  @Override
  protected void otherSideRefuses(String address) {
    refusing = Optional.of(RefusingServer.start("550 5.1.1 <" + address + "> unknown\r\n"));
  }

  @Override
  protected List<String> taken() {
    return Arrays.stream(server.getReceivedMessages()).map(MailTest::messageId).toList();
  }

  @Test
  void hasTheseHeadersAndNoOthers() throws MessagingException {
    channel().deliver(Letters.about(opened()));

    var mail = server.getReceivedMessages()[0];
    assertThat(Collections.list(mail.getAllHeaders()).stream().map(Header::getName))
        .containsExactlyInAnyOrder(
            "Return-Path",
            "Received",
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "X-Auto-Response-Suppress");
    assertThat(mail.getHeader("From")).containsExactly("lockbox@provider.example");
    assertThat(mail.getHeader("To")).containsExactly(Letters.ANNA_MAIL);
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSubject())
        .isEqualTo(
            "[contoso] Access request req-1001 (INC-4711): decide by 2026-03-06 08:00:00 UTC");
    assertThat(mail.getSentDate()).isEqualTo(Cast.MORNING);
  }

  @Test
  void saysTheSameInTextAndInHtml() throws MessagingException, IOException {
    var letter = Letters.about(opened());
    var page = new Wording(Letters.PORTAL).page(letter);

    channel().deliver(letter);

    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(part(mail, 0)).isEqualToNormalizingNewlines(TextPart.of(page));
    assertThat(part(mail, 1)).isEqualToNormalizingNewlines(HtmlPart.of(page));
  }

  @Test
  void hostileWordsReachNothingButTheirPlace() throws MessagingException, IOException {
    assertThat(channel().deliver(Letters.letter(hostile(), Optional.empty())))
        .isEqualTo(new Accepted());

    assertThat(server.getReceivedMessages()).hasSize(1);
    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly(Letters.ANNA_MAIL);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(part(mail, 0))
        .contains("> MAIL FROM:<evil@evil[.]example>")
        .contains("‹U+0000›‹U+2028›‹U+202E›");
    assertThat(part(mail, 1))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "href=\"https://evil", "\u202E");
  }

  @Test
  void hostileResourcesAreEscapedInTheTable() throws MessagingException, IOException {
    var event = hostile();
    channel().deliver(Letters.letter(event, Optional.of(Openings.of(event))));

    assertThat(part(server.getReceivedMessages()[0], 1))
        .contains("https[:]//evil.example/&lt;script&gt;&amp;&quot;")
        .doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@contoso.example\r\nBcc: evil@evil.example",
        "anna@contoso.example>\r\nRCPT TO:<evil@evil.example",
        "anna@contoso.example\nDATA",
        "a\u0000nna@contoso.example",
        "anna@contoso.example, evil@evil.example",
        "\"Anna\r\nBcc: x@y.example\" <anna@contoso.example>",
        "anna",
        ""
      })
  void whatIsNoAddressIsNeverSent(String address) {
    var letter = Letters.about(opened());
    var odd = new Letter(letter.id(), address, letter.event(), letter.opening());

    assertThat(channel().deliver(odd))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.scope()).isEqualTo(Scope.LETTER));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void withoutStartTlsNothingIsHandedOver() {
    var failed =
        (Failed)
            mail(server.getSmtp().getPort(), Security.STARTTLS).deliver(Letters.about(opened()));

    assertThat(failed.scope()).isEqualTo(Scope.SERVER);
    assertThat(failed.why()).contains("STARTTLS is required");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerNobodyVouchesForGetsNothing() {
    var tls = new GreenMail(patient(ServerSetup.SMTPS));
    tls.start();
    try {
      var failed =
          (Failed) mail(tls.getSmtps().getPort(), Security.TLS).deliver(Letters.about(opened()));
      assertThat(failed.scope()).isEqualTo(Scope.SERVER);
      assertThat(tls.getReceivedMessages()).isEmpty();
    } finally {
      tls.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 4.3.2 closing down\r\n", ""})
  void aServerThatHangsUpMidwayIsTheServersTrouble(String answer) {
    refusing = Optional.of(RefusingServer.start(answer));

    var failed = (Failed) channel().deliver(Letters.about(opened(), approved()));

    assertThat(failed.scope()).isEqualTo(Scope.SERVER);
  }

  private static Mail mail(int port, Security security) {
    return new Mail(
        new MailSettings(
            "127.0.0.1",
            port,
            "lockbox@provider.example",
            security,
            Optional.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5)),
        Letters.PORTAL);
  }

  private static RequestOpened hostile() {
    var plain = (RequestOpened) Letters.about(opened()).event();
    var asked = plain.asked();
    return new RequestOpened(
        plain.request(),
        plain.at(),
        plain.by(),
        new Asked(
            asked.engineer(),
            new PersonalText(asked.engineer(), HOSTILE),
            asked.ticket(),
            asked.actions(),
            List.of(new ResourceName("https://evil.example/<script>&\"")),
            asked.accessFor()),
        plain.accessFor(),
        plain.approvers(),
        plain.decideBy());
  }

  private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
