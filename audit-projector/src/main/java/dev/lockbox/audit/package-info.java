/**
 * Keeps the record: every event, and every entry of the quarantine, becomes one record on the audit
 * topic, in order and exactly once. Imports ocsf, domain, events and kafka-streams. Start at {@link
 * dev.lockbox.audit.AuditTopology}.
 */
@NullMarked
package dev.lockbox.audit;

import org.jspecify.annotations.NullMarked;
