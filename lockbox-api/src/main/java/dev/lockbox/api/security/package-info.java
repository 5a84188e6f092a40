/**
 * Who is calling, for which customer, and what they may. Imports identity, membership, problem,
 * json, Micronaut HTTP and the JOSE library; knows nothing of Kafka.
 */
@NullMarked
package dev.lockbox.api.security;

import org.jspecify.annotations.NullMarked;
