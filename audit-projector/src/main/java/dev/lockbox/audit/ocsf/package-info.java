/**
 * From an event to its audit record, as OCSF 1.8.0 in canonical JSON: a pure function. Imports
 * domain and the topics' messages and names; knows nothing of Kafka's clients, a clock or a host.
 * Start at {@link dev.lockbox.audit.ocsf.EventRecords}.
 */
@NullMarked
package dev.lockbox.audit.ocsf;

import org.jspecify.annotations.NullMarked;
