/**
 * What the processor remembers: key layouts, their order, and the index of deadlines. Imports
 * domain, events and kafka-streams.
 */
@NullMarked
package dev.lockbox.processor.store;

import org.jspecify.annotations.NullMarked;
