package dev.lockbox.api.signin;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a yes takes beyond a session. A no takes nothing more.
 *
 * @param maxAge how long ago somebody may have proved who they are; 10 s to 1 h
 * @param acrValues the ways of proving it of which one must have been used, in the issuers' words;
 *     null for any
 */
@ConfigurationProperties("lockbox.signin.step-up")
record StepUpSettings(
    @Bindable(defaultValue = "PT5M") Duration maxAge, @Nullable List<String> acrValues) {
  StepUpSettings {
    Require.within(
        "lockbox.signin.step-up.max-age", maxAge, Duration.ofSeconds(10), Duration.ofHours(1));
    acrValues = acrValues == null ? List.of() : List.copyOf(acrValues);
  }

  /** Empty for any. */
  List<String> ways() {
    return acrValues == null ? List.of() : acrValues;
  }
}
