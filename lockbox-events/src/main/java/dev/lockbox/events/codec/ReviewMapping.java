package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.CommandMapping.logged;
import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.review.Review;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.BeginReview;
import dev.lockbox.wire.event.ReviewBegun;
import dev.lockbox.wire.event.ReviewRequired;
import dev.lockbox.wire.shared.EventHead;
import dev.lockbox.wire.shared.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What is read before a yes: in the rules, among commands and events, and in the state. */
final class ReviewMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(ReviewRequired.class, ReviewBegun.class);

  private ReviewMapping() {}

  static BeginReview toWire(String id, RequestCommand.BeginReview begin) {
    return new BeginReview(
        address(Topics.COMMANDS, begin.tenant()),
        id,
        begin.request().value(),
        wire(begin.by()),
        begin.ifVersion());
  }

  static LoggedCommand fromWire(BeginReview begin) {
    return logged(
        begin.getCommandId(),
        new RequestCommand.BeginReview(
            request(begin.getAddress(), begin.getRequestId()),
            fromAttempt(begin.getBy()),
            begin.getIfVersion()));
  }

  static SpecificRecord toWire(EventHead head, ReviewEvent event) {
    var request = event.request().value();
    var by = wire(event.by());
    return switch (event) {
      case ReviewEvent.ReviewRequired required ->
          new ReviewRequired(head, request, by, required.dwell().toMillis());
      case ReviewEvent.ReviewBegun begun ->
          new ReviewBegun(head, request, by, begun.version(), begun.approveFrom());
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case ReviewRequired required -> recorded(required.getHead(), fromWire(required));
      case ReviewBegun begun -> recorded(begun.getHead(), fromWire(begun));
      default -> throw Unmapped.type(wire);
    };
  }

  private static ReviewEvent fromWire(ReviewRequired wire) {
    var head = wire.getHead();
    return new ReviewEvent.ReviewRequired(
        request(head, wire.getRequestId()),
        head.getAt(),
        fromProvenance(wire.getBy()),
        Duration.ofMillis(wire.getDwellMillis()));
  }

  private static ReviewEvent fromWire(ReviewBegun wire) {
    var head = wire.getHead();
    return new ReviewEvent.ReviewBegun(
        request(head, wire.getRequestId()),
        head.getAt(),
        fromProvenance(wire.getBy()),
        wire.getReviewedVersion(),
        wire.getApproveFrom());
  }

  static dev.lockbox.wire.shared.ReviewRules wireRules(ReviewRules rules) {
    return new dev.lockbox.wire.shared.ReviewRules(
        rules.dwell().map(Duration::toMillis).orElse(null));
  }

  static ReviewRules fromRules(dev.lockbox.wire.shared.ReviewRules wire) {
    return new ReviewRules(dwell(wire.getDwellMillis()));
  }

  static dev.lockbox.wire.shared.@Nullable Review wireIfAny(Review review) {
    return review.equals(Review.NONE)
        ? null
        : new dev.lockbox.wire.shared.Review(
            review.dwell().map(Duration::toMillis).orElse(null),
            review.begun().stream()
                .map(
                    one ->
                        new Reading(one.by().value(), one.at(), one.version(), one.approveFrom()))
                .toList());
  }

  static Review fromAny(dev.lockbox.wire.shared.@Nullable Review wire) {
    return wire == null
        ? Review.NONE
        : new Review(
            dwell(wire.getDwellMillis()),
            wire.getBegun().stream().map(ReviewMapping::fromReading).toList());
  }

  private static dev.lockbox.domain.review.Reading fromReading(Reading wire) {
    return new dev.lockbox.domain.review.Reading(
        new PersonId(wire.getBy()), wire.getAt(), wire.getVersion(), wire.getApproveFrom());
  }

  private static Optional<Duration> dwell(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Duration::ofMillis);
  }
}
