package dev.lockbox.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * How often this host's clock is told.
 *
 * @param every between ticks; 1 s to 20 s, so that a lost one or two leave one within a minute
 * @param host whose clock it is, the same for all services on it; unsaid, the machine's own name
 */
@ConfigurationProperties("lockbox.ticks")
public record TickSettings(@Bindable(defaultValue = "PT5S") Duration every, Optional<String> host) {
  private static final Duration EVERY_MIN = Duration.ofSeconds(1);
  private static final Duration EVERY_MAX = Duration.ofSeconds(20);
  private static final int NAME_CHARS_MAX = 64;

  public TickSettings {
    Require.within("lockbox.ticks.every", every, EVERY_MIN, EVERY_MAX);
  }

  /**
   * @throws IllegalArgumentException when the machine has no name and none is set
   */
  String hostName() {
    return host.orElseGet(TickSettings::machine);
  }

  private static String machine() {
    try {
      var name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
      return name.substring(0, Math.min(NAME_CHARS_MAX, name.length()));
    } catch (UnknownHostException nameless) {
      throw new IllegalArgumentException(
          "lockbox.ticks.host must be set, this machine does not know its name", nameless);
    }
  }
}
