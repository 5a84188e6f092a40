package dev.lockbox.events.message;

import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not be read or does not belong where it was.
 *
 * @param at timestamp of the record found
 * @param tenant whom it seems to belong to; empty when it cannot be told
 * @param detail what was expected and what was found
 * @param key byte for byte; empty when it had none
 * @param value byte for byte; empty when it had none
 */
public record Quarantined(
    String topic,
    int partition,
    long offset,
    Instant at,
    Optional<TenantId> tenant,
    QuarantineCause cause,
    String detail,
    Optional<Bytes> key,
    Optional<Bytes> value) {}
