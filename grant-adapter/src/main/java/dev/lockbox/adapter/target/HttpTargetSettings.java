package dev.lockbox.adapter.target;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a target over HTTP.
 *
 * @param base of its addresses; {@code /assignments} follows
 * @param tokenFile holds the bearer token, read anew for each call; empty: no token is sent
 * @param connectWithin until a connection stands
 * @param answerWithin until the whole of an answer is there
 * @param pageSize assignments that a page of the list has at most
 */
public record HttpTargetSettings(
    URI base,
    Optional<Path> tokenFile,
    Duration connectWithin,
    Duration answerWithin,
    int pageSize) {
  HttpSettings http() {
    return new HttpSettings(base, tokenFile, connectWithin, answerWithin);
  }
}
