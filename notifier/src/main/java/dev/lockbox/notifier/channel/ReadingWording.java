package dev.lockbox.notifier.channel;

import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;

/** What is said of who read what was done. */
final class ReadingWording {
  private ReadingWording() {}

  static String happened(ReadingEvent event) {
    return switch (event) {
      case ReadingRequired required -> "access ends, what was done is to be read";
      case RecordRead read -> "what was done has been read";
      case RecordUnread unread -> "nobody has read what was done";
    };
  }

  static String headline(ReadingEvent event, String engineer) {
    return switch (event) {
      case ReadingRequired required ->
          "The access of %s ends: somebody of you is to read what was done by %s."
              .formatted(engineer, Times.shown(required.remindAt()));
      case RecordRead read ->
          "%s has read what was done.".formatted(Shown.id(read.by().actor().value()));
      case RecordUnread unread ->
          "The access of %s is over, and none of you has said that they read what was done: please look at what was approved, at what was done, and say that you did."
              .formatted(engineer);
    };
  }
}
