package dev.lockbox.api.view;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.Code;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answer to a gateway.
 *
 * @param decision whether the engineer may do it; nothing else means yes
 * @param at when it was decided; the answer is for that moment, also where it is given again
 * @param findings what speaks against it; empty where nothing does
 * @param rules of the customer's list of commands, by their ids: the one that allows what is typed,
 *     or those for its verb that do not
 */
@Introspected
@Schema(name = "Authorisation")
public record AuthorisationJson(
    boolean decision, Instant at, List<Finding> findings, List<String> rules) {

  /** Empty for an event that answers no gateway. */
  public static Optional<AuthorisationJson> of(SessionEvent event) {
    if (event instanceof ActionAuthorised yes) {
      return Optional.of(new AuthorisationJson(true, yes.at(), List.of(), ids(yes.rules())));
    }
    return event instanceof ActionDenied no
        ? Optional.of(new AuthorisationJson(false, no.at(), sorted(no.findings()), ids(no.rules())))
        : Optional.empty();
  }

  private static List<String> ids(List<Code> rules) {
    return rules.stream().map(Code::value).toList();
  }

  private static List<Finding> sorted(Set<Finding> findings) {
    return findings.stream().sorted().toList();
  }
}
