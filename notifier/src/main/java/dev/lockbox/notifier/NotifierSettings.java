package dev.lockbox.notifier;

import dev.lockbox.notifier.channel.Portal;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whom the notifier can reach, and where it sends them.
 *
 * @param portalUrl where people read a request; {@code /tenants/T/requests/ID} follows
 * @param engineerMail the address of an engineer, with {@code {id}} for their id; empty: engineers
 *     are not mailed
 * @param lettersAtOnce mails under way together; 1 to 64
 * @param groupWithin how long requests that come to wait for a person wait to be told in one mail,
 *     once there was a first; 0 s, which tells each at once, to 30 min
 */
@ConfigurationProperties("lockbox.notifier")
record NotifierSettings(
    URI portalUrl, Optional<String> engineerMail, int lettersAtOnce, Duration groupWithin) {
  private static final int AT_ONCE_MAX = 64;

  /** Well below what counts as overdue. */
  private static final Duration GROUP_WITHIN_MAX = Duration.ofMinutes(30);

  NotifierSettings {
    Require.within("lockbox.notifier.letters-at-once", lettersAtOnce, 1, AT_ONCE_MAX);
    Require.within("lockbox.notifier.group-within", groupWithin, Duration.ZERO, GROUP_WITHIN_MAX);
  }

  Portal portal() {
    return new Portal(portalUrl);
  }

  Grouping grouping() {
    return new Grouping(groupWithin);
  }

  WhoToTell whoToTell() {
    return new WhoToTell(new EngineerMail(engineerMail));
  }
}
