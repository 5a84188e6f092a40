package dev.lockbox.notifier;

import dev.lockbox.notifier.channel.Portal;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.Optional;

/**
 * Whom the notifier can reach, and where it sends them.
 *
 * @param portalUrl where people read a request; {@code /tenants/T/requests/ID} follows
 * @param engineerMail the address of an engineer, with {@code {id}} for their id; empty: engineers
 *     are not mailed
 * @param lettersAtOnce mails under way together; 1 to 64
 */
@ConfigurationProperties("lockbox.notifier")
record NotifierSettings(URI portalUrl, Optional<String> engineerMail, int lettersAtOnce) {
  private static final int AT_ONCE_MAX = 64;

  NotifierSettings {
    Require.within("lockbox.notifier.letters-at-once", lettersAtOnce, 1, AT_ONCE_MAX);
  }

  Portal portal() {
    return new Portal(portalUrl);
  }

  WhoToTell whoToTell() {
    return new WhoToTell(new EngineerMail(engineerMail));
  }
}
