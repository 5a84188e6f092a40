package dev.lockbox.events.message;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;

/** A registered tenant as it stands. */
public record TenantSnapshot(TenantId tenant, Tenant.Registered state) {}
