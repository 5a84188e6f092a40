package dev.lockbox.events.message;

import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.TenantId;

/** What freezes a tenant's grants just now. */
public record FreezeSnapshot(TenantId tenant, Freezes state) {}
