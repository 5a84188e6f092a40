/**
 * A virtual Kafka: partitions with transactions, leaders whose clocks are wrong, and a consumer
 * group. Imports java.base only.
 */
@NullMarked
package dev.lockbox.simulator.log;

import org.jspecify.annotations.NullMarked;
