package dev.lockbox.api.signin;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in. Where no issuer is set, nobody does, and nothing here needs to be.
 *
 * @param url where browsers find this service: scheme, host and port, and nothing behind them;
 *     https, or http on loopback
 * @param keyFile 32 random bytes in base64, readable by its owner alone, the same for all
 *     instances; cookies are sealed with them
 * @param otherKeyFiles such keys that sealed before, or on another instance already; null for none,
 *     at most {@value #OTHER_KEYS_MAX}
 * @param idle how long a session lasts of which nothing is heard; 1 to 10 min
 * @param longest how long one lasts at the most; 1 min to 8 h
 */
@ConfigurationProperties("lockbox.signin")
record SigninSettings(
    Optional<URI> url,
    Optional<String> keyFile,
    @Nullable List<String> otherKeyFiles,
    @Bindable(defaultValue = "PT10M") Duration idle,
    @Bindable(defaultValue = "PT8H") Duration longest) {
  static final int OTHER_KEYS_MAX = 4;
  static final Duration LONGEST_MAX = Duration.ofHours(8);

  SigninSettings {
    url.ifPresent(SigninSettings::check);
    otherKeyFiles = otherKeyFiles == null ? List.of() : List.copyOf(otherKeyFiles);
    Require.within("lockbox.signin.other-key-files", otherKeyFiles.size(), 0, OTHER_KEYS_MAX);
    Require.within("lockbox.signin.idle", idle, Duration.ofMinutes(1), Duration.ofMinutes(10));
    Require.within("lockbox.signin.longest", longest, Duration.ofMinutes(1), LONGEST_MAX);
  }

  /** Browsers tell a page's origin in exactly this form. */
  private static void check(URI url) {
    Require.safe("lockbox.signin.url", url);
    var origin =
        url.getPort() == -1
            ? "%s://%s".formatted(url.getScheme(), url.getHost())
            : "%s://%s:%s".formatted(url.getScheme(), url.getHost(), url.getPort());
    Require.that(
        url.toString().equals(origin),
        "lockbox.signin.url must be an origin as %s, was %s",
        origin,
        url);
  }

  /**
   * @throws IllegalArgumentException when it is not set
   */
  URI origin() {
    return url.orElseThrow(() -> missing("url"));
  }

  /**
   * The keys, that which seals first; none where none is set.
   *
   * @throws IllegalArgumentException when others are set alone
   */
  List<Path> keys() {
    var others = otherKeyFiles == null ? List.<String>of() : otherKeyFiles;
    Require.that(
        keyFile.isPresent() || others.isEmpty(),
        "lockbox.signin.other-key-files needs lockbox.signin.key-file");
    return Stream.concat(keyFile.stream(), others.stream()).map(Path::of).toList();
  }

  static IllegalArgumentException missing(String setting) {
    return new IllegalArgumentException(
        "lockbox.signin.%s must be set where lockbox.signin.issuers is".formatted(setting));
  }
}
