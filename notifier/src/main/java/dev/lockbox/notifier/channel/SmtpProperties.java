package dev.lockbox.notifier.channel;

import java.util.Properties;

/** The mail client's own settings, made of ours. */
final class SmtpProperties {
  static final String PROTOCOL = "smtp";

  private SmtpProperties() {}

  static Properties of(MailSettings settings) {
    var properties = new Properties();
    put(properties, "auth", settings.login().isPresent());
    put(properties, "connectiontimeout", settings.connectWithin().toMillis());
    put(properties, "timeout", settings.answerWithin().toMillis());
    put(properties, "writetimeout", settings.answerWithin().toMillis());
    put(properties, "ssl.checkserveridentity", true);
    put(properties, "allow8bitmime", false);
    switch (settings.security()) {
      case STARTTLS -> {
        put(properties, "starttls.enable", true);
        put(properties, "starttls.required", true);
      }
      case TLS -> put(properties, "ssl.enable", true);
      case NONE -> put(properties, "starttls.enable", false);
    }
    return properties;
  }

  private static void put(Properties properties, String name, Object value) {
    properties.setProperty("mail.%s.%s".formatted(PROTOCOL, name), value.toString());
  }
}
