package dev.lockbox.notifier.channel;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;

/** What a letter says of granted access. */
final class AccessWording {
  private AccessWording() {}

  static String happened(AccessEvent event) {
    return switch (event) {
      case AccessFinished finished -> "finished, access ended";
    };
  }

  static String headline(AccessEvent event, String engineer) {
    return switch (event) {
      case AccessFinished finished ->
          "%s is done: access is over before its time.".formatted(engineer);
    };
  }
}
