package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Recorded;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Up to where a history is folded once more: what stood there is asked for, not what stands. */
public sealed interface AsOf {
  String TIME_ABOUT =
      "As it stood at this instant, RFC 3339, which must be over; as it stands now when left out.";
  String VERSION_ABOUT =
      "As it stood in this version, at the instant at which it came to it: what somebody saw who"
          + " named the version. Not beside `asOf`.";

  /** Whether this entry had been written by then. */
  boolean includes(Recorded recorded);

  /** What had happened by an instant, it included. */
  record Time(Instant instant) implements AsOf {
    /**
     * @throws ProblemException INVALID_REQUEST for one that is to come
     */
    void mustBeOver(Instant now) {
      if (instant.isAfter(now)) {
        throw invalid("asOf must not be to come");
      }
    }

    @Override
    public boolean includes(Recorded recorded) {
      return !recorded.event().at().isAfter(instant);
    }
  }

  /** What had happened when the version was reached, and before the next one was. */
  record Version(long number) implements AsOf {
    @Override
    public boolean includes(Recorded recorded) {
      return recorded.version() <= number;
    }
  }

  /**
   * What a query asks for; empty for what stands now.
   *
   * @throws ProblemException INVALID_REQUEST for both, and for what is neither
   */
  static Optional<AsOf> of(Optional<String> instant, Optional<String> version) {
    if (instant.isPresent() && version.isPresent()) {
      throw invalid("asOf and asOfVersion are not taken together");
    }
    return instant.<AsOf>map(AsOf::time).or(() -> version.map(AsOf::version));
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what is no instant
   */
  static Time time(String text) {
    try {
      return new Time(Instant.parse(text));
    } catch (DateTimeParseException notAnInstant) {
      throw invalid("asOf must be an instant, as 2030-01-31T12:00:00Z");
    }
  }

  private static Version version(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw invalid("asOfVersion must be a version, 1 or more");
    }
    return new Version(Long.parseLong(text));
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(Code.INVALID_REQUEST, detail);
  }
}
