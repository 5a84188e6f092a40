package dev.lockbox.events.message;

import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.session.Sessions;

/** An engineer's sessions at one customer, as they stand. */
public record SessionsSnapshot(EngineerId engineer, Sessions state) {}
