package dev.lockbox.api.stream;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What happened between is not kept in an order here: the reader is to read anew what stands.
 *
 * @param after the sequence that they read last
 * @param next the one with which it goes on
 */
@Introspected
@Schema(name = "StreamGap")
record GapJson(long after, long next) {}
