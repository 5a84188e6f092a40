package dev.lockbox.notifier.channel;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a letter says of granted access. */
final class AccessWording {
  private AccessWording() {}

  static String happened(AccessEvent event) {
    return switch (event) {
      case AccessScheduled scheduled -> "access begins " + Times.shown(scheduled.startsAt());
      case AccessStarted started -> "access has begun";
      case AccessFinished finished -> "finished, access ended";
      case ClosingRequired required -> "access ends, must be closed";
      case ClosingAcknowledged acknowledged -> "closed by " + acknowledged.point();
      case ClosingFailed failed -> "ended, but may still be open";
    };
  }

  static Optional<PersonalText> words(AccessEvent event) {
    return switch (event) {
      case AccessScheduled scheduled -> scheduled.reason();
      case AccessStarted started -> Optional.empty();
      case AccessFinished finished -> Optional.empty();
      case ClosingRequired required -> Optional.empty();
      case ClosingAcknowledged acknowledged -> Optional.empty();
      case ClosingFailed failed -> Optional.empty();
    };
  }

  static String headline(AccessEvent event, String engineer) {
    return switch (event) {
      case AccessScheduled scheduled ->
          "The access of %s begins at %s and ends at %s; before that there is none."
              .formatted(
                  engineer,
                  Times.shown(scheduled.startsAt()),
                  Times.shown(scheduled.accessUntil()));
      case AccessStarted started ->
          "The time has come: the access of %s has begun.".formatted(engineer);
      case AccessFinished finished ->
          "%s is done: access is over before its time.".formatted(engineer);
      case ClosingRequired required ->
          "The access of %s ends: whoever opened anything for it must close it by %s."
              .formatted(engineer, Times.shown(required.due().by()));
      case ClosingAcknowledged acknowledged ->
          "%s has closed what it had opened for %s.".formatted(acknowledged.point(), engineer);
      case ClosingFailed failed ->
          "The access of %s is over, but %s did not say in time that it closed: it may still be open there."
              .formatted(
                  engineer,
                  failed.missing().stream()
                      .map(PointId::value)
                      .sorted()
                      .collect(Collectors.joining(", ")));
    };
  }
}
