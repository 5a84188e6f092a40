package dev.lockbox.adapter;

import dev.lockbox.adapter.target.HttpSettings;
import dev.lockbox.service.Require;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What settings of a target say of how it is reached over HTTP, whatever it speaks then. */
final class HttpReach {
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofMinutes(1);

  private HttpReach() {}

  /**
   * @param prefix of the settings' names
   * @throws IllegalArgumentException naming what is out of its bounds, no safe address or no file
   */
  static void check(
      String prefix,
      Optional<URI> url,
      Optional<String> tokenFile,
      Duration connectWithin,
      Duration answerWithin) {
    url.ifPresent(uri -> Require.safe(prefix + ".url", uri));
    Require.within(prefix + ".connect-within", connectWithin, LEAST, MOST);
    Require.within(prefix + ".answer-within", answerWithin, LEAST, MOST);
    tokenFile.ifPresent(
        file ->
            Require.that(
                Files.isReadable(Path.of(file)),
                "%s.token-file must be a file that can be read, was %s",
                prefix,
                file));
  }

  /** Once there is an address. */
  static HttpSettings of(
      Optional<URI> url,
      Optional<String> tokenFile,
      Duration connectWithin,
      Duration answerWithin) {
    return new HttpSettings(
        url.orElseThrow(), tokenFile.map(Path::of), connectWithin, answerWithin);
  }
}
