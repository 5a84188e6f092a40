package dev.lockbox.api.view;

import dev.lockbox.service.StreamsPlan;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
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
 */
@ConfigurationProperties("lockbox.view")
public record ViewSettings(
    @Bindable(defaultValue = "1") int threads,
    @Bindable(defaultValue = "PT1S") Duration commitInterval,
    @Bindable(defaultValue = "0") int standbys,
    Optional<String> instance) {
  /** Names the view's group, its stores and their changelogs. */
  public static final String APPLICATION_ID = "lockbox-api-view";

  StreamsPlan plan() {
    return new StreamsPlan(APPLICATION_ID, threads, commitInterval, standbys, instance);
  }
}
