package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.Seats;
import dev.lockbox.events.message.SeatsSnapshot;
import dev.lockbox.wire.state.Seat;
import dev.lockbox.wire.state.SeatsState;
import java.util.TreeMap;

/** Keeps an engineer's seats on gateways; see {@link Stored}. */
final class StoredSeats implements Stored<SeatsSnapshot> {
  static {
    AvroTrust.establish();
  }

  @Override
  public byte[] toBytes(SeatsSnapshot snapshot) {
    return SingleObject.encode(
        SeatsState.getEncoder(),
        new SeatsState(
            snapshot.engineer().value(),
            snapshot.state().held().entrySet().stream()
                .map(one -> toWire(one.getKey(), one.getValue()))
                .toList()));
  }

  @Override
  public SeatsSnapshot fromBytes(byte[] bytes) {
    return SingleObject.decode(SeatsState.getDecoder(), bytes, StoredSeats::fromWire);
  }

  private static Seat toWire(CommandId claim, Seats.Seat seat) {
    return new Seat(
        claim.value(),
        seat.customer().value(),
        seat.session().value(),
        seat.taken(),
        seat.toldAt());
  }

  private static SeatsSnapshot fromWire(SeatsState wire) {
    var held = new TreeMap<CommandId, Seats.Seat>();
    for (var seat : wire.getHeld()) {
      held.put(
          new CommandId(seat.getCommandId()),
          new Seats.Seat(
              new TenantId(seat.getTenant()),
              new SessionId(seat.getSessionId()),
              seat.getTaken(),
              seat.getToldAt()));
    }
    return new SeatsSnapshot(new PersonId(wire.getEngineer()), new Seats(held));
  }
}
