/**
 * Leases: a grant, signed for a minute at a time, and only while it is shown that decisions are
 * still made. Imports view, security, problem, tag, json, domain, the topic table, Kafka's admin
 * client and the JOSE library. Start at {@link dev.lockbox.api.lease.Lessor}.
 */
@NullMarked
package dev.lockbox.api.lease;

import org.jspecify.annotations.NullMarked;
