package dev.lockbox.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.notifier.channel.MailSettings;
import dev.lockbox.notifier.channel.MailSettings.Login;
import dev.lockbox.notifier.channel.MailSettings.Security;
import dev.lockbox.service.ServiceContext;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void areTheseUnlessSaidOtherwise() {
    try (var context = context(Map.of())) {
      var settings = context.bean(NotifierSettings.class);
      assertThat(settings.portalUrl()).isEqualTo(URI.create("http://127.0.0.1:8080/portal"));
      assertThat(settings.engineerMail()).isEmpty();
      assertThat(settings.lettersAtOnce()).isEqualTo(4);
      assertThat(settings.groupWithin()).isEqualTo(Duration.ofMinutes(5));
      assertThat(context.bean(SmtpSettings.class).mail())
          .isEqualTo(
              new MailSettings(
                  "127.0.0.1",
                  25,
                  "lockbox@localhost.localdomain",
                  Security.NONE,
                  Optional.empty(),
                  Duration.ofSeconds(10),
                  Duration.ofSeconds(20)));
    }
  }

  @Test
  void allCanBeSaid() {
    var said =
        Map.<String, Object>of(
            "lockbox.notifier.portal-url", "https://lockbox.example",
            "lockbox.notifier.engineer-mail", "{id}@provider.example",
            "lockbox.notifier.group-within", "PT0S",
            "lockbox.notifier.mail.host", "mail.provider.example",
            "lockbox.notifier.mail.port", "587",
            "lockbox.notifier.mail.from", "lockbox@provider.example",
            "lockbox.notifier.mail.user", "lockbox",
            "lockbox.notifier.mail.password", "secret");
    try (var context = context(said)) {
      var mail = context.bean(SmtpSettings.class).mail();
      assertThat(mail.security()).isEqualTo(Security.STARTTLS);
      assertThat(mail.login()).contains(new Login("lockbox", "secret"));
      assertThat(context.bean(NotifierSettings.class).engineerMail())
          .contains("{id}@provider.example");
      assertThat(context.bean(NotifierSettings.class).groupWithin()).isZero();
      assertThat(mail.toString() + context.bean(SmtpSettings.class)).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, , NONE",
    "localhost, , NONE",
    "127.0.0.1.evil.example, , STARTTLS",
    "mail.example, , STARTTLS",
    "mail.example, tls, TLS",
    "mail.example, none, NONE"
  })
  void theLineIsPrivateUnlessSaidOtherwiseOrOnLoopback(String host, String said, Security meant) {
    var settings = new HashMap<String, Object>(Map.of("lockbox.notifier.mail.host", host));
    if (said != null) {
      settings.put("lockbox.notifier.mail.security", said);
    }
    try (var context = context(settings)) {
      assertThat(context.bean(SmtpSettings.class).mail().security()).isEqualTo(meant);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lockbox.notifier.letters-at-once, 0, letters-at-once must be from 1 to 64",
    "lockbox.notifier.group-within, PT1H, group-within must be from PT0S to PT30M",
    "lockbox.notifier.portal-url, javascript:alert(1), portal-url must be",
    "lockbox.notifier.portal-url, https://u:p@lockbox.example, portal-url must be",
    "lockbox.notifier.engineer-mail, eva@provider.example, engineer-mail must be an address",
    "lockbox.notifier.mail.from, lockbox, mail from must be an address",
    "lockbox.notifier.mail.port, 70000, mail port must be 1 to 65535",
    "lockbox.notifier.mail.connect-within, PT1H, connect-within must be from PT1S to PT5M",
    "lockbox.notifier.mail.user, me, user and password must be given together"
  })
  void wrongOnesAreRefusedByName(String name, String value, String why) {
    try (var context = context(Map.of(name, value))) {
      assertThatThrownBy(() -> PostRoom.plan(context)).hasStackTraceContaining(why);
    }
  }

  @Test
  void aPasswordDoesNotTravelInTheClear() {
    var said =
        Map.<String, Object>of(
            "lockbox.notifier.mail.host", "mail.example",
            "lockbox.notifier.mail.security", "none",
            "lockbox.notifier.mail.user", "me",
            "lockbox.notifier.mail.password", "secret");
    try (var context = context(said)) {
      assertThatThrownBy(() -> PostRoom.plan(context))
          .hasStackTraceContaining("must not travel in the clear");
    }
  }

  @Test
  void anotherServiceSeesNoneOfOurBeans() {
    try (var context = context(Map.of("lockbox.service", "processor"))) {
      assertThat(context.beans().containsBean(NotifierSettings.class)).isFalse();
      assertThat(context.beans().containsBean(SmtpSettings.class)).isFalse();
    }
  }

  private static ServiceContext context(Map<String, Object> said) {
    var all = new HashMap<>(said);
    all.put("lockbox.data-dir", "target/settings");
    return ServiceContext.of(NotifierService.NAME, all, Optional.empty());
  }
}
