/**
 * Everything in one JVM on one broker: what is started, in which order it stops, and what is said
 * meanwhile. Start at {@link dev.lockbox.local.up.Lockbox}. Imports the services, broker, data,
 * demo, intake, issuer, mail and tenant.
 */
@NullMarked
package dev.lockbox.local.up;

import org.jspecify.annotations.NullMarked;
