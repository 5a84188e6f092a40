package dev.lockbox.simulator.node;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.simulator.log.Brokers;
import dev.lockbox.simulator.log.Coordinator;
import dev.lockbox.simulator.log.Group;
import dev.lockbox.simulator.variant.Variant;

/** What every instance stands on. */
public record Setting(
    Brokers brokers,
    Topics topics,
    Group group,
    Coordinator coordinator,
    Deployment deployment,
    Variant variant,
    Watcher watcher) {}
