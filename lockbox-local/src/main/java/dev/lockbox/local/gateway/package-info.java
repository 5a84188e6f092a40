/**
 * A small gateway that runs: an HTTP service behind the lockbox, opened by a lease and shut without
 * one. Imports client, the verifier and the platform's own HTTP server. Start at {@link
 * dev.lockbox.local.gateway.Door}.
 */
@NullMarked
package dev.lockbox.local.gateway;

import org.jspecify.annotations.NullMarked;
