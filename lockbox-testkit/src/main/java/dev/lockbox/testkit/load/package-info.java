/**
 * Clients as the lockbox has them: a JIT service that publishes, people who decide over HTTP; each
 * writes down what it did. Imports run, events, Kafka's clients and the JDK's HTTP client.
 */
@NullMarked
package dev.lockbox.testkit.load;

import org.jspecify.annotations.NullMarked;
