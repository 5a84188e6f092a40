package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.identity.RequestId;

/**
 * What was kept of a request was spoilt.
 *
 * @param fromOffset of the command log: whatever is decided from here on meets spoilt bytes
 */
public record Spoilt(RequestId request, long fromOffset) {}
