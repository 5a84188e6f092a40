package dev.lockbox.adapter;

import dev.lockbox.adapter.target.DirectoryTargetSettings;
import dev.lockbox.adapter.target.Groups;
import dev.lockbox.adapter.target.HttpSettings;
import dev.lockbox.adapter.target.UserBy;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the directory is, if the target is one.
 *
 * @param url of its SCIM 2.0 interface, {@code /Users} and {@code /Groups} follow; https, or http
 *     on loopback
 * @param tokenFile a file that holds the bearer token, and is read anew for each call
 * @param connectWithin 100 ms to 1 min
 * @param answerWithin 100 ms to 1 min, for the whole of an answer
 * @param userBy the attribute of its users that holds an engineer's id: userName or externalId
 */
@ConfigurationProperties("lockbox.adapter.directory")
record DirectorySettings(
    Optional<URI> url,
    Optional<String> tokenFile,
    Duration connectWithin,
    Duration answerWithin,
    String userBy) {
  static final String URL = "lockbox.adapter.directory.url";
  static final String KEEPS = "lockbox.adapter.directory.keeps";
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofMinutes(1);

  DirectorySettings {
    url.ifPresent(uri -> Require.safe(URL, uri));
    Require.within("lockbox.adapter.directory.connect-within", connectWithin, LEAST, MOST);
    Require.within("lockbox.adapter.directory.answer-within", answerWithin, LEAST, MOST);
    Require.that(
        UserBy.of(userBy).isPresent(),
        "lockbox.adapter.directory.user-by must be userName or externalId, was %s",
        userBy);
    tokenFile.ifPresent(
        file ->
            Require.that(
                Files.isReadable(Path.of(file)),
                "lockbox.adapter.directory.token-file must be a file that can be read, was %s",
                file));
  }

  DirectoryTargetSettings over(Groups groups) {
    return new DirectoryTargetSettings(
        new HttpSettings(url.orElseThrow(), tokenFile.map(Path::of), connectWithin, answerWithin),
        UserBy.of(userBy).orElseThrow(),
        groups);
  }
}
