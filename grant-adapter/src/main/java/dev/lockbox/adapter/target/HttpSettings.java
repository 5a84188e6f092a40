package dev.lockbox.adapter.target;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach something over HTTP.
 *
 * @param base of its addresses; what is asked for follows
 * @param tokenFile holds the bearer token, read anew for each call; empty: no token is sent
 * @param connectWithin until a connection stands
 * @param answerWithin until the whole of an answer is there
 */
public record HttpSettings(
    URI base, Optional<Path> tokenFile, Duration connectWithin, Duration answerWithin) {}
