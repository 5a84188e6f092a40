/**
 * What a target is: a thing that lets an engineer do something somewhere, where assignments are set
 * up and taken away. Imports domain ids; knows nothing of Kafka or Micronaut. Start at {@link
 * dev.lockbox.adapter.target.Target}.
 */
@NullMarked
package dev.lockbox.adapter.target;

import org.jspecify.annotations.NullMarked;
