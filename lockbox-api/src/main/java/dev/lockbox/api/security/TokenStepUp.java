package dev.lockbox.api.security;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Whether whoever calls with a token has just proved who they are, where a yes takes that. A no
 * takes nothing: what ends access is never made harder.
 */
@Singleton
public final class TokenStepUp {
  private final TokenStepUpSettings settings;
  private final InstantSource clock;

  TokenStepUp(TokenStepUpSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * To be asked before a yes, or an offer of one.
   *
   * @throws ProblemException STEP_UP_REQUIRED
   */
  public void require(Caller caller) {
    if (settings.maxAge().isPresent() && !isProven(caller)) {
      throw new ProblemException(
          Code.STEP_UP_REQUIRED,
          "A yes takes a token of somebody who proved who they are at most %s ago (auth_time)%s."
              .formatted(
                  settings.maxAge().get(),
                  settings.ways().isEmpty()
                      ? ""
                      : ", by one of %s (acr)".formatted(settings.ways())));
    }
  }

  private boolean isProven(Caller caller) {
    return caller
        .proof()
        .filter(
            proof ->
                proof.isFresh(settings.maxAge().orElseThrow(), settings.ways(), clock.instant()))
        .isPresent();
  }
}
