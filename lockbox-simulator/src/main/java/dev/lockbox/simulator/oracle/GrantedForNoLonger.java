package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import java.time.Duration;
import java.util.Optional;

/** I6: a grant lasts no longer than was settled when its request was opened. */
final class GrantedForNoLonger implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var history = evidence.recorded().toList();
    for (var recorded : history) {
      if (recorded.event() instanceof RequestApproved grant) {
        var longest =
            GrantedByAnother.opening(history, grant.request())
                .map(RequestOpened::accessFor)
                .orElse(Duration.ZERO);
        var lasts = Duration.between(grant.at(), grant.accessUntil());
        if (lasts.compareTo(longest) > 0) {
          return Optional.of(
              "%s is granted for %s, longer than %s".formatted(grant.request(), lasts, longest));
        }
      }
    }
    return Optional.empty();
  }
}
