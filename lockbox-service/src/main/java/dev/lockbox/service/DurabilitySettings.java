package dev.lockbox.service;

import dev.lockbox.events.admin.Durability;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many copies Kafka keeps of everything, and how many of them acknowledge a write.
 *
 * @param replicationFactor copies; 3 unless everything runs on one machine
 * @param minInsyncReplicas copies that must have a record before it counts as written; 2 with three
 *     copies
 */
@ConfigurationProperties("lockbox.durability")
public record DurabilitySettings(
    @Bindable(defaultValue = "3") int replicationFactor,
    @Bindable(defaultValue = "2") int minInsyncReplicas) {
  public Durability durability() {
    return new Durability(replicationFactor, minInsyncReplicas);
  }
}
