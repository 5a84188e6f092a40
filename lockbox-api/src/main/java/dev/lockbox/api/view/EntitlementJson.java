package dev.lockbox.api.view;

import dev.lockbox.domain.entitlement.Entitlement;
import dev.lockbox.domain.entitlement.Uses;
import dev.lockbox.domain.identity.RequestId;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action on one resource that an engineer may do now, or might at the instant asked for; what
 * is said of now holds for that one.
 *
 * @param engineer by their id, or by the pseudonym that the provider gave
 * @param conditions under which; null where there are none
 * @param singleUse whether the requests allow it for one use, by the wish of whoever asked, of an
 *     approver or of the tenant's rules; what others allow more often stands by itself
 * @param usedUp whether that one use was made of it, in a session or outside of one: what goes on
 *     may go on, and nobody comes in again
 * @param from when the first of the requests began that allow it now
 * @param until when the last of the requests ends that allow it now; one that ends earlier takes
 *     nothing away
 * @param requests the ids of all requests that allow it now
 */
@Introspected
@Schema(name = "Entitlement")
public record EntitlementJson(
    String engineer,
    String action,
    String resource,
    @Nullable ConditionsJson conditions,
    boolean singleUse,
    boolean usedUp,
    Instant from,
    Instant until,
    List<String> requests) {
  static EntitlementJson of(Entitlement entitlement, String engineer) {
    return new EntitlementJson(
        engineer,
        entitlement.action().value(),
        entitlement.resource().value(),
        ConditionsJson.ofAny(entitlement.conditions()),
        entitlement.uses() != Uses.ANY,
        entitlement.uses() == Uses.USED_UP,
        entitlement.from(),
        entitlement.until(),
        entitlement.grants().stream().map(RequestId::value).toList());
  }
}
