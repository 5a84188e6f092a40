package dev.lockbox.api.view;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of what was done is asked for.
 *
 * @param engineer as the customer is shown them
 * @param resource the beginning of its name, up to a slash or its end; actions only
 * @param type the event's name
 * @param request under whose grant it was done
 * @param session in which it was done, by its id
 * @param from this instant included
 * @param until this instant excluded
 */
public record WantedActivity(
    Optional<String> engineer,
    Optional<String> resource,
    Optional<String> type,
    Optional<String> request,
    Optional<String> session,
    Optional<Instant> from,
    Optional<Instant> until) {
  /** Whatever one engineer did. */
  public static WantedActivity of(String engineer) {
    return new WantedActivity(
        Optional.of(engineer),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  boolean includes(SessionEvent event, Names names) {
    return from.filter(event.at()::isBefore).isEmpty()
        && until.filter(one -> !event.at().isBefore(one)).isEmpty()
        && type.map(event.getClass().getSimpleName()::equals).orElse(true)
        && request.map(one -> isUnder(event, one)).orElse(true)
        && session.map(one -> isIn(event, one)).orElse(true)
        && resource.map(one -> touches(event, one)).orElse(true)
        && engineer.map(names.of(event.engineer(), event.about())::equals).orElse(true);
  }

  private static boolean isUnder(SessionEvent event, String request) {
    return event.about().map(RequestId::value).filter(request::equals).isPresent();
  }

  private static boolean isIn(SessionEvent event, String session) {
    return SessionView.sessionOf(event).map(SessionId::value).filter(session::equals).isPresent();
  }

  private static boolean touches(SessionEvent event, String branch) {
    var name =
        switch (event) {
          case ActionAuthorised authorised -> authorised.deed().resource().value();
          case ActionPerformed performed -> performed.deed().resource().value();
          case ActionDenied denied -> denied.deed().resource().value();
          case UngrantedAccessDetected found -> found.resource().value();
          default -> "";
        };
    return name.equals(branch) || name.startsWith(branch.replaceAll("/+$", "") + "/");
  }
}
