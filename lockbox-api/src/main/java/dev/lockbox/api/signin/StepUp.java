package dev.lockbox.api.signin;

import dev.lockbox.api.security.Proof;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

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
    return isFresh(new Proof(visitor.authenticatedAt(), visitor.acr()));
  }

  /**
   * Where to send them for that; they come back afterwards.
   *
   * @param page one of the portal's, with its query
   */
  public URI again(String page) {
    return SigninController.address(page, true);
  }

  boolean isFresh(Proof proof) {
    return proof.isFresh(settings.maxAge(), ways(), clock.instant());
  }

  Duration maxAge() {
    return settings.maxAge();
  }

  List<String> ways() {
    return settings.ways();
  }
}
