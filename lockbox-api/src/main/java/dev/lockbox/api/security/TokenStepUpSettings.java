package dev.lockbox.api.security;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a yes over the API takes beyond a token.
 *
 * @param maxAge how long ago whoever calls may have proved who they are ({@code auth_time}); 10 s
 *     to 1 h; empty: nothing, since programs prove nothing
 * @param acrValues the ways of proving it of which one must have been used ({@code acr}); null for
 *     any
 */
@ConfigurationProperties("lockbox.oidc.step-up")
public record TokenStepUpSettings(Optional<Duration> maxAge, @Nullable List<String> acrValues) {
  public TokenStepUpSettings {
    maxAge.ifPresent(
        age ->
            Require.within(
                "lockbox.oidc.step-up.max-age", age, Duration.ofSeconds(10), Duration.ofHours(1)));
    acrValues = acrValues == null ? List.of() : List.copyOf(acrValues);
    Require.that(
        maxAge.isPresent() || acrValues.isEmpty(),
        "lockbox.oidc.step-up.acr-values needs lockbox.oidc.step-up.max-age");
  }

  /** Empty for any. */
  List<String> ways() {
    return acrValues == null ? List.of() : acrValues;
  }
}
