package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.AccessCommand;
import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.ClosingDue;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.AcknowledgeClosing;
import dev.lockbox.wire.command.FinishAccess;
import dev.lockbox.wire.event.AccessFinished;
import dev.lockbox.wire.event.AccessScheduled;
import dev.lockbox.wire.event.AccessStarted;
import dev.lockbox.wire.event.ClosingAcknowledged;
import dev.lockbox.wire.event.ClosingFailed;
import dev.lockbox.wire.event.ClosingRequired;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What is asked of granted access, and what happens to it. */
final class AccessMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          AccessFinished.class,
          ClosingRequired.class,
          ClosingAcknowledged.class,
          ClosingFailed.class,
          AccessScheduled.class,
          AccessStarted.class);

  private AccessMapping() {}

  static SpecificRecord toWire(String id, AccessCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var request = command.request().value();
    return switch (command) {
      case AccessCommand.FinishAccess finish ->
          new FinishAccess(address, id, request, wire(finish.by()), finish.engineer().value());
      case AccessCommand.AcknowledgeClosing closed ->
          new AcknowledgeClosing(address, id, request, wire(closed.by()), closed.point().value());
    };
  }

  static AccessCommand fromWire(FinishAccess finish) {
    return new AccessCommand.FinishAccess(
        request(finish.getAddress(), finish.getRequestId()),
        fromAttempt(finish.getBy()),
        new PersonId(finish.getEngineer()));
  }

  static AccessCommand fromWire(AcknowledgeClosing closed) {
    return new AccessCommand.AcknowledgeClosing(
        request(closed.getAddress(), closed.getRequestId()),
        fromAttempt(closed.getBy()),
        new PointId(closed.getPoint()));
  }

  static SpecificRecord toWire(EventHead head, AccessEvent event) {
    var request = event.request().value();
    return switch (event) {
      case AccessEvent.AccessFinished finished ->
          new AccessFinished(head, request, wire(finished.by()));
      case AccessEvent.AccessScheduled later ->
          new AccessScheduled(
              head,
              request,
              wire(later.by()),
              wire(later.reason()),
              later.startsAt(),
              later.accessUntil());
      case AccessEvent.AccessStarted now -> new AccessStarted(head, request);
      case AccessEvent.ClosingRequired due ->
          new ClosingRequired(
              head,
              request,
              due.attempted().map(SharedMapping::wire).orElse(null),
              wireDue(due.due()));
      case AccessEvent.ClosingAcknowledged one ->
          new ClosingAcknowledged(
              head, request, wire(one.by()), one.point().value(), one.late().toMillis());
      case AccessEvent.ClosingFailed late ->
          new ClosingFailed(head, request, wirePoints(late.missing()));
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case AccessFinished finished -> EventMapping.recorded(finished.getHead(), fromWire(finished));
      case AccessScheduled later -> EventMapping.recorded(later.getHead(), fromWire(later));
      case AccessStarted now -> EventMapping.recorded(now.getHead(), fromWire(now));
      case ClosingRequired due -> EventMapping.recorded(due.getHead(), fromWire(due));
      case ClosingAcknowledged one -> EventMapping.recorded(one.getHead(), fromWire(one));
      case ClosingFailed late -> EventMapping.recorded(late.getHead(), fromWire(late));
      default -> throw Unmapped.type(wire);
    };
  }

  private static AccessEvent fromWire(AccessFinished finished) {
    var head = finished.getHead();
    return new AccessEvent.AccessFinished(
        EventMapping.request(head, finished.getRequestId()),
        head.getAt(),
        fromProvenance(finished.getBy()));
  }

  private static AccessEvent fromWire(AccessScheduled later) {
    var head = later.getHead();
    return new AccessEvent.AccessScheduled(
        EventMapping.request(head, later.getRequestId()),
        head.getAt(),
        fromProvenance(later.getBy()),
        fromReason(later.getReason()),
        later.getStartsAt(),
        later.getAccessUntil());
  }

  private static AccessEvent fromWire(AccessStarted now) {
    var head = now.getHead();
    return new AccessEvent.AccessStarted(
        EventMapping.request(head, now.getRequestId()), head.getAt());
  }

  private static AccessEvent fromWire(ClosingRequired due) {
    var head = due.getHead();
    return new AccessEvent.ClosingRequired(
        EventMapping.request(head, due.getRequestId()),
        head.getAt(),
        Optional.ofNullable(due.getBy()).map(SharedMapping::fromProvenance),
        fromDue(due.getDue()));
  }

  private static AccessEvent fromWire(ClosingAcknowledged one) {
    var head = one.getHead();
    return new AccessEvent.ClosingAcknowledged(
        EventMapping.request(head, one.getRequestId()),
        head.getAt(),
        fromProvenance(one.getBy()),
        new PointId(one.getPoint()),
        Duration.ofMillis(one.getLateMillis()));
  }

  private static AccessEvent fromWire(ClosingFailed late) {
    var head = late.getHead();
    return new AccessEvent.ClosingFailed(
        EventMapping.request(head, late.getRequestId()),
        head.getAt(),
        fromPoints(late.getMissing()));
  }

  static dev.lockbox.wire.shared.ClosingDue wireDue(ClosingDue due) {
    return new dev.lockbox.wire.shared.ClosingDue(wirePoints(due.points()), due.by());
  }

  static ClosingDue fromDue(dev.lockbox.wire.shared.ClosingDue wire) {
    return new ClosingDue(fromPoints(wire.getPoints()), wire.getBy());
  }

  /** Sorted, so that equal sets have equal bytes. */
  static List<String> wirePoints(Set<PointId> points) {
    return points.stream().map(PointId::value).sorted().toList();
  }

  static Set<PointId> fromPoints(List<String> wire) {
    return SharedMapping.distinct(wire.stream().map(PointId::new).toList());
  }
}
