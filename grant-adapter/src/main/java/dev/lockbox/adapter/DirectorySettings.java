package dev.lockbox.adapter;

import dev.lockbox.adapter.target.DirectoryTargetSettings;
import dev.lockbox.adapter.target.Groups;
import dev.lockbox.adapter.target.UserBy;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
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
  private static final String PREFIX = "lockbox.adapter.directory";
  static final String URL = PREFIX + ".url";
  static final String KEEPS = PREFIX + ".keeps";

  DirectorySettings {
    HttpReach.check(PREFIX, url, tokenFile, connectWithin, answerWithin);
    Require.that(
        UserBy.of(userBy).isPresent(),
        "%s.user-by must be userName or externalId, was %s",
        PREFIX,
        userBy);
  }

  DirectoryTargetSettings over(Groups groups) {
    return new DirectoryTargetSettings(
        HttpReach.of(url, tokenFile, connectWithin, answerWithin),
        UserBy.of(userBy).orElseThrow(),
        groups);
  }
}
