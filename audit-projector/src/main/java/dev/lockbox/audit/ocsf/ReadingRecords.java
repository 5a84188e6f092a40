package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.system;
import static dev.lockbox.audit.ocsf.Draft.done;
import static dev.lockbox.audit.ocsf.Draft.found;

import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;

/** The part of the table that is about who read what was done. */
final class ReadingRecords {
  private ReadingRecords() {}

  static Draft draft(ReadingEvent event) {
    return switch (event) {
      case ReadingRequired required -> required(required);
      case RecordRead read -> read(read);
      case RecordUnread unread -> unread(unread);
    };
  }

  private static Draft required(ReadingRequired event) {
    var draft =
        done(
                system(),
                "access ends, somebody is to read what was done until %s: %s"
                    .formatted(event.remindAt(), event.request()))
            .lockbox(new Fields().number("due_by", event.remindAt().toEpochMilli()));
    return event.attempted().map(draft::by).orElse(draft);
  }

  private static Draft read(RecordRead event) {
    var actor = event.by().actor();
    return done(person(actor), "%s has read what was done: %s".formatted(actor, event.request()))
        .by(event.by());
  }

  private static Draft unread(RecordUnread event) {
    var message =
        "nobody of the customer has said in time that they read what was done: %s"
            .formatted(event.request());
    return found(message)
        .with(
            Details.finding(
                "unread/" + event.request(), "What was done is unread", message, event.at()));
  }
}
