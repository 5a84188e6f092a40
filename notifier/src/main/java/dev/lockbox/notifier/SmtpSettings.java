package dev.lockbox.notifier;

import dev.lockbox.notifier.channel.MailSettings;
import dev.lockbox.notifier.channel.MailSettings.Login;
import dev.lockbox.notifier.channel.MailSettings.Security;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Optional;

/**
 * The mail server as it is configured; see {@link MailSettings} for the bounds.
 *
 * @param security empty: {@code STARTTLS}, or {@code NONE} to a server on this machine's loopback
 * @param user empty when the server asks for no login; then there is no password either
 */
@ConfigurationProperties("lockbox.notifier.mail")
record SmtpSettings(
    String host,
    int port,
    String from,
    Optional<Security> security,
    Optional<String> user,
    Optional<String> password,
    Duration connectWithin,
    Duration answerWithin) {
  SmtpSettings {
    Require.that(
        user.isPresent() == password.isPresent(),
        "lockbox.notifier.mail.user and password must be given together");
  }

  MailSettings mail() {
    return new MailSettings(
        host,
        port,
        from,
        security.orElse(MailSettings.securityFor(host)),
        user.flatMap(name -> password.map(secret -> new Login(name, secret))),
        connectWithin,
        answerWithin);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmtpSettings[%s:%s, from %s, %s]".formatted(host, port, from, security);
  }
}
