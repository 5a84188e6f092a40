package dev.lockbox.events.message;

import dev.lockbox.domain.Denials;
import dev.lockbox.domain.identity.EngineerId;

/** When people of a customer denied an engineer something. */
public record DenialsSnapshot(EngineerId engineer, Denials state) {}
