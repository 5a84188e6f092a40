package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.CommandMapping.logged;
import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.Lookback;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.ConfirmRead;
import dev.lockbox.wire.event.ReadingRequired;
import dev.lockbox.wire.event.RecordRead;
import dev.lockbox.wire.event.RecordUnread;
import dev.lockbox.wire.shared.EventHead;
import dev.lockbox.wire.state.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What is read of access that is over: in the rules, among commands and events, in the state. */
final class ReadingMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(ReadingRequired.class, RecordRead.class, RecordUnread.class);

  private ReadingMapping() {}

  static ConfirmRead toWire(String id, RequestCommand.ConfirmRead read) {
    return new ConfirmRead(
        address(Topics.COMMANDS, read.tenant()), id, read.request().value(), wire(read.by()));
  }

  static LoggedCommand fromWire(ConfirmRead read) {
    return logged(
        read.getCommandId(),
        new RequestCommand.ConfirmRead(
            request(read.getAddress(), read.getRequestId()), fromAttempt(read.getBy())));
  }

  static SpecificRecord toWire(EventHead head, ReadingEvent event) {
    var request = event.request().value();
    return switch (event) {
      case ReadingEvent.ReadingRequired due ->
          new ReadingRequired(
              head, request, due.attempted().map(SharedMapping::wire).orElse(null), due.remindAt());
      case ReadingEvent.RecordRead read -> new RecordRead(head, request, wire(read.by()));
      case ReadingEvent.RecordUnread unread -> new RecordUnread(head, request);
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case ReadingRequired due -> recorded(due.getHead(), fromWire(due));
      case RecordRead read -> recorded(read.getHead(), fromWire(read));
      case RecordUnread unread -> recorded(unread.getHead(), fromWire(unread));
      default -> throw Unmapped.type(wire);
    };
  }

  private static ReadingEvent fromWire(ReadingRequired wire) {
    var head = wire.getHead();
    return new ReadingEvent.ReadingRequired(
        request(head, wire.getRequestId()),
        head.getAt(),
        Optional.ofNullable(wire.getBy()).map(SharedMapping::fromProvenance),
        wire.getRemindAt());
  }

  private static ReadingEvent fromWire(RecordRead wire) {
    var head = wire.getHead();
    return new ReadingEvent.RecordRead(
        request(head, wire.getRequestId()), head.getAt(), fromProvenance(wire.getBy()));
  }

  private static ReadingEvent fromWire(RecordUnread wire) {
    var head = wire.getHead();
    return new ReadingEvent.RecordUnread(request(head, wire.getRequestId()), head.getAt());
  }

  static dev.lockbox.wire.shared.ReadingRules wireRules(ReadingRules rules) {
    return new dev.lockbox.wire.shared.ReadingRules(
        rules.remindAfter().map(Duration::toMillis).orElse(null));
  }

  static ReadingRules fromRules(dev.lockbox.wire.shared.ReadingRules wire) {
    return new ReadingRules(
        Optional.ofNullable(wire.getRemindAfterMillis()).map(Duration::ofMillis));
  }

  static RequestState.Builder with(Lookback lookback, RequestState.Builder wire) {
    return wire.setRemindAt(lookback.remindAt().orElse(null))
        .setReadBy(lookback.readBy().map(PersonId::value).orElse(null));
  }

  static Lookback fromState(RequestState wire) {
    return new Lookback(
        Optional.ofNullable(wire.getRemindAt()),
        Optional.ofNullable(wire.getReadBy()).map(PersonId::new));
  }
}
