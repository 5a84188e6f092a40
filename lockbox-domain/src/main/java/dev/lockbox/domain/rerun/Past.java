package dev.lockbox.domain.rerun;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Denials;
import dev.lockbox.domain.Preceding;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One customer's requests as they went up to some point of the log, as far as that bears on what is
 * asked next. Grows with every request there ever was; not safe for several threads.
 */
final class Past {
  private final Map<RequestId, AccessRequest> requests = new HashMap<>();
  private final Map<PersonId, Set<RequestId>> waiting = new HashMap<>();
  private final Map<PersonId, Denials> denials = new HashMap<>();

  boolean knows(RequestId request) {
    return requests.containsKey(request);
  }

  void happened(RequestEvent event) {
    var after = AccessRequest.evolve(state(event.request()), event);
    requests.put(event.request(), after);
    after.opened().ifPresent(opening -> note(opening.asked().engineer(), event, after));
  }

  /** With what is known here of the request that it follows. */
  OpenRequest informed(OpenRequest open) {
    var before = open.details().previous().flatMap(this::before);
    return open.knowing(open.facts().after(before));
  }

  /** What else its engineer asked for by then. */
  Asking asking(OpenRequest open) {
    var engineer = open.asked().engineer();
    return new Asking(
        waiting.getOrDefault(engineer, Set.of()).size(),
        denials.getOrDefault(engineer, Denials.NONE));
  }

  private void note(PersonId engineer, RequestEvent event, AccessRequest after) {
    var theirs = waiting.computeIfAbsent(engineer, none -> new HashSet<>());
    if (Asking.isWaiting(after)) {
      theirs.add(event.request());
    } else {
      theirs.remove(event.request());
    }
    denials.merge(engineer, Denials.NONE.after(event), (known, more) -> known.after(event));
  }

  private Optional<Before> before(Previous previous) {
    return Preceding.of(state(previous.request()));
  }

  private AccessRequest state(RequestId request) {
    return requests.getOrDefault(request, AccessRequest.UNOPENED);
  }
}
