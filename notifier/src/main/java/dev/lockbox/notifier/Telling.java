package dev.lockbox.notifier;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import java.util.Optional;

/**
 * One event to be told to one person. Holds all that is to be said, whatever happens meanwhile.
 *
 * @param lastAddress where mail reached who acts for the tenant no more by this very event; empty
 *     for everybody else
 */
record Telling(
    Notice.Key notice, Event event, Optional<Opening> opening, Optional<String> lastAddress) {
  TenantId tenant() {
    return notice.tenant();
  }

  PersonId recipient() {
    return notice.recipient();
  }

  /** Whether they are told as the one who asked for access. */
  boolean isToEngineer() {
    return opening.map(opened -> opened.asked().engineer()).equals(Optional.of(recipient()));
  }

  /**
   * Whether they are told as one of the provider's: the one who asked, or one who decides there.
   */
  boolean isToProvider() {
    return isToEngineer()
        || opening.filter(opened -> opened.isNamedInside(recipient())).isPresent();
  }
}
