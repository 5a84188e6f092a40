package dev.lockbox.api.stream;

import io.micronaut.core.annotation.Introspected;

/**
 * Something happened.
 *
 * @param request id of the request to which it did
 */
@Introspected
record InsideNewsJson(String request) {}
