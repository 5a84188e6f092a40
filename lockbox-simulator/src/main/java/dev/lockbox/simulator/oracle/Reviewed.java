package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What must be read before a yes, and by whom it was; from docs/rules.md. */
final class Reviewed {
  private final Story story;

  Reviewed(Story story) {
    this.story = story;
  }

  boolean takesEffect(BeginReview begin, When when) {
    var request = begin.request();
    var person = begin.by().actor();
    return story.isAsked(request)
        && !person.equals(story.engineer(request))
        && new Rules(story).maySayNo(request, person)
        && when.isBefore(story.decideBy(request))
        && new Rules(story).hasReadTheTerms(request, begin.ifVersion())
        && !isBegun(request, person);
  }

  /** Whether this person has the terms before them that stand, and has said so. */
  boolean isBegun(RequestId request, PersonId person) {
    return begun(request, person).isPresent();
  }

  private Optional<Effect> begun(RequestId request, PersonId person) {
    var since = story.agreed(request).version();
    return story.of(request, BeginReview.class).stream()
        .filter(
            effect ->
                effect.command() instanceof BeginReview begin
                    && begin.by().actor().equals(person)
                    && begin.ifVersion() >= since)
        .findFirst();
  }

  boolean isMissing(RequestId request, PersonId person) {
    return story.dwell(request).isPresent() && !isBegun(request, person);
  }

  /** By the time of the log itself: a clock that is behind shortens nothing. */
  boolean isTooShort(RequestId request, PersonId person, When when) {
    return story.dwell(request).isPresent()
        && begun(request, person)
            .filter(effect -> when.appended().isBefore(from(request, effect.when())))
            .isPresent();
  }

  private Instant from(RequestId request, When begun) {
    return begun.effective().plus(story.dwell(request).orElse(Duration.ZERO));
  }

  boolean isToldBy(Event event, BeginReview begin, When when) {
    return event instanceof ReviewBegun begun
        && begun.version() == begin.ifVersion()
        && begun.approveFrom().equals(from(begin.request(), when));
  }
}
