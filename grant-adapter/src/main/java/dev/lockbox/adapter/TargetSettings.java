package dev.lockbox.adapter;

import dev.lockbox.adapter.target.HttpTargetSettings;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the target is, if it speaks our own HTTP.
 *
 * @param url of its HTTP interface; https, or http on loopback
 * @param tokenFile a file that holds the bearer token, and is read anew for each call
 * @param connectWithin 100 ms to 1 min
 * @param answerWithin 100 ms to 1 min, for the whole of an answer
 * @param pageSize assignments on a page of the list; 1 to 5000
 */
@ConfigurationProperties("lockbox.adapter.target")
record TargetSettings(
    Optional<URI> url,
    Optional<String> tokenFile,
    Duration connectWithin,
    Duration answerWithin,
    int pageSize) {
  static final String URL = "lockbox.adapter.target.url";
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final int PAGE_MAX = 5000;

  TargetSettings {
    url.ifPresent(uri -> Require.safe(URL, uri));
    Require.within("lockbox.adapter.target.connect-within", connectWithin, LEAST, MOST);
    Require.within("lockbox.adapter.target.answer-within", answerWithin, LEAST, MOST);
    Require.within("lockbox.adapter.target.page-size", pageSize, 1, PAGE_MAX);
    tokenFile.ifPresent(
        file ->
            Require.that(
                Files.isReadable(Path.of(file)),
                "lockbox.adapter.target.token-file must be a file that can be read, was %s",
                file));
  }

  HttpTargetSettings http() {
    return new HttpTargetSettings(
        url.orElseThrow(), tokenFile.map(Path::of), connectWithin, answerWithin, pageSize);
  }
}
