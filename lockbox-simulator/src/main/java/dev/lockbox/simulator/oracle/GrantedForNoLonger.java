package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * I6: a grant lasts no longer than was settled when its request was opened, nor than anything that
 * was settled since.
 */
final class GrantedForNoLonger implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var history = evidence.recorded().map(Recorded::event).toList();
    for (var index = 0; index < history.size(); index++) {
      var found = Grant.of(history.get(index));
      if (found.isPresent()) {
        var grant = found.get();
        var longest = longest(history.subList(0, index), grant);
        var lasts = Duration.between(grant.from(), grant.until());
        if (lasts.compareTo(longest) > 0) {
          return Optional.of(
              "%s is granted for %s, longer than %s".formatted(grant.request(), lasts, longest));
        }
      }
    }
    return Optional.empty();
  }

  private static Duration longest(List<Event> before, Grant grant) {
    return before.stream()
        .filter(event -> event.about().filter(grant.request()::equals).isPresent())
        .flatMap(event -> settled(event).stream())
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> settled(Event event) {
    return switch (event) {
      case RequestOpened opened -> Optional.of(opened.accessFor());
      case GrantedWithoutCustomer granted ->
          Optional.of(Duration.between(granted.at(), granted.accessUntil()));
      case GrantedByRule granted ->
          Optional.of(Duration.between(granted.at(), granted.accessUntil()));
      case RequestNarrowed narrowed -> Optional.of(narrowed.terms().accessFor());
      case OfferAccepted accepted -> Optional.of(accepted.terms().accessFor());
      default -> Optional.empty();
    };
  }
}
