package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.review.Reading;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reviewed before a yes, and who reviews it.
 *
 * @param dwell how long before their yes an approver must have begun, ISO 8601; null where nobody
 *     need review
 * @param begun who has begun to review what stands, in the order in which they did
 */
@Introspected
@Schema(name = "Review")
public record ReviewJson(@Nullable String dwell, List<ReadingJson> begun) {

  /**
   * Somebody reviews what stands.
   *
   * @param version of the request that they have before them
   * @param approveFrom the first instant at which their yes is taken, as far as this goes
   */
  @Introspected
  @Schema(name = "Reading")
  public record ReadingJson(String by, Instant at, long version, Instant approveFrom) {
    static ReadingJson of(Reading reading) {
      return new ReadingJson(
          reading.by().value(), reading.at(), reading.version(), reading.approveFrom());
    }
  }

  /**
   * What a timeline tells of it.
   *
   * @param dwell how long before their yes an approver must have begun, ISO 8601; null of a review
   * @param version of the request that they have before them; null where nobody has begun
   * @param approveFrom the first instant at which their yes is taken; null where nobody has begun
   */
  @Introspected
  @Schema(name = "Reviewed")
  public record ReviewedJson(
      @Nullable String dwell, @Nullable Long version, @Nullable Instant approveFrom) {}

  /** Null where nobody need review, and nobody has. */
  static @Nullable ReviewJson of(Pending pending) {
    var review = pending.review();
    var begun =
        review.begun().stream()
            .filter(one -> one.version() >= pending.termsVersion())
            .map(ReadingJson::of)
            .toList();
    return review.dwell().isEmpty() && begun.isEmpty()
        ? null
        : new ReviewJson(review.dwell().map(Duration::toString).orElse(null), begun);
  }

  static Entry told(Entry entry, ReviewEvent event) {
    return switch (event) {
      case ReviewRequired required ->
          entry.reviewed(new ReviewedJson(required.dwell().toString(), null, null));
      case ReviewBegun begun ->
          entry.reviewed(new ReviewedJson(null, begun.version(), begun.approveFrom()));
    };
  }
}
