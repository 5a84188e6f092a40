package dev.lockbox.events.message;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.session.Seats;

/** Where an engineer is on a gateway, over all customers. */
public record SeatsSnapshot(PersonId engineer, Seats state) {}
