package dev.lockbox.api.signin;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whether somebody has just proved who they are, which a yes takes. */
@Singleton
public final class StepUp {
  private final StepUpSettings settings;
  private final InstantSource clock;

  StepUp(StepUpSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether they may say yes without proving once more who they are. */
  public boolean fresh(Visitor visitor) {
    return isFresh(visitor.authenticatedAt(), visitor.acr());
  }

  /**
   * Where to send them for that; they come back afterwards.
   *
   * @param page one of the portal's, with its query
   */
  public URI again(String page) {
    return SigninController.address(page, true);
  }

  boolean isFresh(Instant authenticatedAt, Optional<String> acr) {
    return authenticatedAt.plus(settings.maxAge()).isAfter(clock.instant())
        && (ways().isEmpty() || acr.filter(ways()::contains).isPresent());
  }

  Duration maxAge() {
    return settings.maxAge();
  }

  List<String> ways() {
    return settings.ways();
  }
}
