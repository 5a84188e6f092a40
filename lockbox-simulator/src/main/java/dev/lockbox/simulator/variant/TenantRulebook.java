package dev.lockbox.simulator.variant;

import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.time.Moment;

/** {@link dev.lockbox.domain.tenant.TenantDecider#decide}, or one with a defect. */
@FunctionalInterface
public interface TenantRulebook {
  Decision<TenantEvent> decide(Tenant state, TenantCommand command, Offer offer, Moment at);
}
