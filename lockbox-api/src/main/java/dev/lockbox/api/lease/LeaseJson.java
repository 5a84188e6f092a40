package dev.lockbox.api.lease;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A lease.
 *
 * @param lease compact JWS: what alone opens anything, once it has been checked
 * @param until when it is over; to be renewed well before
 */
@Introspected
@Schema(name = "Lease")
record LeaseJson(String lease, Instant until) {}
