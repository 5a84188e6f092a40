package dev.lockbox.notifier.channel;

import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;

/** What is said of what was read. */
final class ReviewWording {
  private ReviewWording() {}

  static String happened(ReviewEvent event) {
    return switch (event) {
      case ReviewRequired required -> "must be reviewed before it is approved";
      case ReviewBegun begun -> "being reviewed";
    };
  }

  static String headline(ReviewEvent event) {
    return switch (event) {
      case ReviewRequired required ->
          "Whoever approves must have begun to review the request %s before."
              .formatted(Times.shown(required.dwell()));
      case ReviewBegun begun ->
          "%s began to review the request.".formatted(Shown.id(begun.by().actor().value()));
    };
  }
}
