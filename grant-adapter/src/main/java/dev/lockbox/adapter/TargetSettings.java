package dev.lockbox.adapter;

import dev.lockbox.adapter.target.HttpTargetSettings;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
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
  private static final String PREFIX = "lockbox.adapter.target";
  static final String URL = PREFIX + ".url";
  private static final int PAGE_MAX = 5000;

  TargetSettings {
    HttpReach.check(PREFIX, url, tokenFile, connectWithin, answerWithin);
    Require.within(PREFIX + ".page-size", pageSize, 1, PAGE_MAX);
  }

  HttpTargetSettings http() {
    return new HttpTargetSettings(
        HttpReach.of(url, tokenFile, connectWithin, answerWithin), pageSize);
  }
}
