package dev.lockbox.testkit.run;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.QuarantineCause;
import java.util.Optional;
import java.util.Set;

/**
 * A record that means nothing.
 *
 * @param inside whom it names inside, none where it is nobody's; empty where that cannot be told
 * @param key whom its key names; empty where that is no tenant
 */
public record Meaningless(
    QuarantineCause cause, Optional<Set<TenantId>> inside, Optional<TenantId> key) {}
