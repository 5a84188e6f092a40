package dev.lockbox.notifier.channel;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.identity.PointId;
import java.util.stream.Collectors;

/** What a letter says of granted access. */
final class AccessWording {
  private AccessWording() {}

  static String happened(AccessEvent event) {
    return switch (event) {
      case AccessFinished finished -> "finished, access ended";
      case ClosingRequired required -> "access ends, must be closed";
      case ClosingAcknowledged acknowledged -> "closed by " + acknowledged.point();
      case ClosingFailed failed -> "ended, but may still be open";
    };
  }

  static String headline(AccessEvent event, String engineer) {
    return switch (event) {
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
