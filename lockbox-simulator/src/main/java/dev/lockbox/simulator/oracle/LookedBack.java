package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;

/** Who reads what was done, once access has ended; from docs/rules.md. */
final class LookedBack {
  private final Story story;

  LookedBack(Story story) {
    this.story = story;
  }

  /** Whether this ends access, and somebody is to read what was done; of what takes effect. */
  boolean isRequiredBy(Command command) {
    return command instanceof RequestCommand asked
        && story.hasAccess(asked.request())
        && story.now().settings().policy().reading().remindAfter().isPresent();
  }

  boolean isRequirement(Event event) {
    var after = story.now().settings().policy().reading().remindAfter().orElseThrow();
    return event instanceof ReadingRequired required
        && required.remindAt().equals(event.at().plus(after));
  }

  boolean takesEffect(ConfirmRead read) {
    var request = read.request();
    var person = read.by().actor();
    return isOver(request)
        && !person.equals(story.engineer(request))
        && mayRead(request, person)
        && !isRead(request);
  }

  /** Whether there was access, and there is none any more. */
  boolean isOver(RequestId request) {
    return story.end(request).isPresent()
        && story.opening(request).isPresent()
        && story.accessOver(request).isPresent();
  }

  boolean isRead(RequestId request) {
    return !story.of(request, ConfirmRead.class).isEmpty();
  }

  /** Whoever keeps the rules or reads all of the record, and whoever may say no to it. */
  boolean mayRead(RequestId request, PersonId person) {
    return story.now().isAdmin(person)
        || story.now().isAuditor(person)
        || new Rules(story).maySayNo(request, person);
  }

  /** Whether it is time to say that nobody has read it; closing behind it comes first. */
  boolean isDue(RequestId request, When when) {
    return story.remindAt(request).filter(at -> !when.isBefore(at)).isPresent()
        && !story.isFaulted(request)
        && !isRead(request)
        && new Shutting(story).isSettled(request);
  }
}
