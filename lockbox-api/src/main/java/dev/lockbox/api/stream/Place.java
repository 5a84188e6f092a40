package dev.lockbox.api.stream;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import java.util.Optional;

/** Where a reader goes on. */
final class Place {
  private Place() {}

  /**
   * The sequence that they read last.
   *
   * @param said by the reader; empty for whatever happens from now on
   * @throws ProblemException INVALID_REQUEST for what is none
   */
  static long of(Optional<String> said, Feed feed) {
    return said.map(Place::sequence).orElseGet(feed::last);
  }

  private static long sequence(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new ProblemException(
          Code.INVALID_REQUEST, "Last-Event-ID, or after, must be a sequence");
    }
    return Long.parseLong(text);
  }
}
