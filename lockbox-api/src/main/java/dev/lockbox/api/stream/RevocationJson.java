package dev.lockbox.api.stream;

import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Access ended: what is open by it is to be shut now.
 *
 * @param sequence its place in the customer's history
 * @param type the event's name, for example {@code RequestRevoked}
 * @param notAfter from this instant on nothing is open by it
 * @param request whose grant ended, or whose session; null for all grants of the customer's, as
 *     with {@code GrantsFrozen}
 * @param engineer whose it was; null for everybody
 * @param session where a session alone ended; null for all under the request
 * @param actions at most these were open, each on each of the resources; null where nothing is
 *     known of them
 */
@Introspected
@Schema(name = "Revocation")
record RevocationJson(
    long sequence,
    String type,
    Instant notAfter,
    @Nullable String request,
    @Nullable String engineer,
    @Nullable String session,
    @Nullable List<String> actions,
    @Nullable List<String> resources) {

  static RevocationJson of(Recorded recorded, Optional<Opening> opened) {
    var event = recorded.event();
    var asked = opened.map(Opening::asked);
    return new RevocationJson(
        recorded.sequence(),
        event.getClass().getSimpleName(),
        event.at(),
        event.about().map(RequestId::value).orElse(null),
        asked.map(one -> one.engineer()).map(PersonId::value).orElse(null),
        event instanceof SessionEnded ended ? ended.session().value() : null,
        asked.map(one -> one.actions().stream().map(ActionName::value).toList()).orElse(null),
        asked.map(one -> one.resources().stream().map(ResourceName::value).toList()).orElse(null));
  }
}
