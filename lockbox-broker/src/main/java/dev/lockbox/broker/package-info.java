/**
 * A real KRaft broker in this JVM or in a child of it, formatted, loopback only and restartable on
 * its directory. Imports Kafka's server; knows nothing of the lockbox's topics or types.
 */
@NullMarked
package dev.lockbox.broker;

import org.jspecify.annotations.NullMarked;
