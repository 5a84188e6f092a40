package dev.lockbox.events.message;

import dev.lockbox.domain.gateway.SeatReport;

/** What the processor tells itself of engineers' seats on gateways. */
public record SeatNews(SeatReport report) implements ActivityLogEntry {}
