package dev.lockbox.api.view;

import dev.lockbox.service.Require;
import dev.lockbox.service.StreamsPlan;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How the view is kept.
 *
 * @param threads that fold; 1 to 64
 * @param commitInterval how often what was folded is committed; 1 ms to 1 s. Readers do not wait
 *     for it
 * @param standbys copies of the view on other instances; 0 to 3
 * @param instance this instance's name, unique among its kind; empty for none
 * @param address where the other instances reach this one: scheme, host and port, and nothing
 *     behind them; https, or http on loopback, the same of the two for all. Empty where this is the
 *     only one
 */
@ConfigurationProperties("lockbox.view")
public record ViewSettings(
    @Bindable(defaultValue = "1") int threads,
    @Bindable(defaultValue = "PT1S") Duration commitInterval,
    @Bindable(defaultValue = "0") int standbys,
    Optional<String> instance,
    Optional<URI> address) {
  /** Names the view's group, its stores and their changelogs. */
  public static final String APPLICATION_ID = "lockbox-api-view";

  public ViewSettings {
    address.ifPresent(ViewSettings::check);
  }

  private static void check(URI address) {
    Require.safe("lockbox.view.address", address);
    Require.that(
        address.toString().equals(at(address.getScheme(), address.getHost(), address.getPort())),
        "lockbox.view.address must be as https://api-1.example:8443, was %s",
        address);
  }

  static String at(String scheme, String host, int port) {
    return "%s://%s:%s".formatted(scheme, host, port);
  }

  StreamsPlan plan() {
    var server = address.map(own -> own.getHost() + ":" + own.getPort());
    return new StreamsPlan(APPLICATION_ID, threads, commitInterval, standbys, instance, server);
  }
}
