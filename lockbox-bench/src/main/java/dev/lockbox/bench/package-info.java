/**
 * How fast it decides, beside what Kafka itself could do with the same bytes. Imports the packages
 * below it; start at {@link dev.lockbox.bench.BenchMain}.
 */
@NullMarked
package dev.lockbox.bench;

import org.jspecify.annotations.NullMarked;
