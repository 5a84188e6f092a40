package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.ClosingDue;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Who must say that what they opened is closed, once access has ended; from docs/rules.md. */
final class Shutting {
  private final Story story;

  Shutting(Story story) {
    this.story = story;
  }

  /** Whether this ends access, and somebody must close for it; of what takes effect. */
  boolean isRequiredBy(Command command) {
    return command instanceof RequestCommand asked
        && story.hasAccess(asked.request())
        && !story.now().settings().policy().closing().points().isEmpty();
  }

  /** Who has not said so yet; nobody, where nobody must, or where the request is not kept. */
  Set<PointId> missing(RequestId request) {
    var missing = new TreeSet<PointId>();
    if (!story.isFaulted(request)) {
      story.closing(request).ifPresent(due -> missing.addAll(due.points()));
    }
    for (var said : story.of(request, AcknowledgeClosing.class)) {
      missing.remove(((AcknowledgeClosing) said.command()).point());
    }
    return missing;
  }

  boolean isTaken(AcknowledgeClosing said) {
    return missing(said.request()).contains(said.point());
  }

  /** Whether it is time to say that some have not closed, and nobody has said so yet. */
  boolean isDue(RequestId request, When when) {
    return !missing(request).isEmpty()
        && !when.isBefore(story.closing(request).orElseThrow().by())
        && !isOverdue(request);
  }

  /** Whether nobody is waited for any more: all have said so, or it was told that some have not. */
  boolean isSettled(RequestId request) {
    return missing(request).isEmpty() || isOverdue(request);
  }

  private boolean isOverdue(RequestId request) {
    var end = story.end(request).orElseThrow();
    var all = story.of(request);
    return all.subList(all.indexOf(end) + 1, all.size()).stream()
        .anyMatch(effect -> effect.command() instanceof EnforceDeadline);
  }

  boolean isRequirement(Event event) {
    var rules = story.now().settings().policy().closing();
    return event instanceof ClosingRequired required
        && required.due().equals(new ClosingDue(rules.points(), event.at().plus(rules.within())));
  }

  boolean isToldBy(Event event, AcknowledgeClosing said) {
    return event instanceof ClosingAcknowledged told
        && told.point().equals(said.point())
        && told.late().equals(late(said.request(), event.at()));
  }

  /** A clock that was put back makes nobody early. */
  private Duration late(RequestId request, Instant at) {
    var late = Duration.between(story.accessOver(request).orElseThrow(), at);
    return late.isNegative() ? Duration.ZERO : late;
  }

  boolean isFailure(Event event, RequestId request) {
    return event instanceof ClosingFailed failed && failed.missing().equals(missing(request));
  }
}
