package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.AccessCommand;
import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.FinishAccess;
import dev.lockbox.wire.event.AccessFinished;
import dev.lockbox.wire.shared.EventHead;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What is asked of granted access, and what happens to it. */
final class AccessMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS = List.of(AccessFinished.class);

  private AccessMapping() {}

  static SpecificRecord toWire(String id, AccessCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var request = command.request().value();
    return switch (command) {
      case AccessCommand.FinishAccess finish ->
          new FinishAccess(address, id, request, wire(finish.by()), finish.engineer().value());
    };
  }

  static AccessCommand fromWire(FinishAccess finish) {
    return new AccessCommand.FinishAccess(
        request(finish.getAddress(), finish.getRequestId()),
        fromAttempt(finish.getBy()),
        new PersonId(finish.getEngineer()));
  }

  static SpecificRecord toWire(EventHead head, AccessEvent event) {
    var request = event.request().value();
    return switch (event) {
      case AccessEvent.AccessFinished finished ->
          new AccessFinished(head, request, wire(finished.by()));
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case AccessFinished finished -> {
        var head = finished.getHead();
        yield EventMapping.recorded(
            head,
            new AccessEvent.AccessFinished(
                EventMapping.request(head, finished.getRequestId()),
                head.getAt(),
                fromProvenance(finished.getBy())));
      }
      default -> throw Unmapped.type(wire);
    };
  }
}
