/**
 * The promises of the product, each an observer that is shown a run and says what is broken in it.
 * Imports run, domain and messages; knows nothing of Kafka.
 */
@NullMarked
package dev.lockbox.testkit.promise;

import org.jspecify.annotations.NullMarked;
