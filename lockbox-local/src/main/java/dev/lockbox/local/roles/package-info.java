/**
 * The provider's roles and engineers as they stand. Imports domain, events, kafka-clients and log.
 */
@NullMarked
package dev.lockbox.local.roles;

import org.jspecify.annotations.NullMarked;
