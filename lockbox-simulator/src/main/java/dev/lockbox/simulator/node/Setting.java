package dev.lockbox.simulator.node;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.simulator.log.Brokers;
import dev.lockbox.simulator.log.Coordinator;
import dev.lockbox.simulator.log.Group;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.variant.Variant;

/** What every instance stands on. */
public record Setting(
    Brokers brokers,
    Topics topics,
    Group group,
    Coordinator coordinator,
    Provided provided,
    Variant variant,
    Watcher watcher) {
  public Deployment deployment() {
    return provided.deployment();
  }

  /** Whoever is taken in from such a plan is behind the lockbox. */
  Offer offer() {
    var plans = provided.plans();
    return new Offer(plans.known(), plans.least(), Enrolment.WHOLE_TENANT);
  }
}
