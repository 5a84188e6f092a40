/**
 * Keeps the record: every event, and every entry of the quarantine, becomes one record on the audit
 * topic, in order and exactly once. Imports ocsf, domain, events, service, kafka-streams, Micronaut
 * and Micrometer. Start at {@link dev.lockbox.audit.AuditTopology}.
 */
@Configuration
@Requires(property = ServiceContext.NAME, value = AuditService.NAME)
@NullMarked
package dev.lockbox.audit;

import dev.lockbox.service.ServiceContext;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
