/** Reads a run back from the topics and the API. Imports run, events and Kafka's clients. */
@NullMarked
package dev.lockbox.testkit.read;

import org.jspecify.annotations.NullMarked;
