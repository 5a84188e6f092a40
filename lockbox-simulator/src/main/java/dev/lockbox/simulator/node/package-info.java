/**
 * The processor, as a model: what its tasks keep, write in one transaction, restore and ring.
 * Imports log, record, variant and the domain.
 */
@NullMarked
package dev.lockbox.simulator.node;

import org.jspecify.annotations.NullMarked;
