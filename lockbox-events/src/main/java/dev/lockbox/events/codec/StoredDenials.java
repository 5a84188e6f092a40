package dev.lockbox.events.codec;

import dev.lockbox.domain.Denials;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.DenialsSnapshot;
import dev.lockbox.wire.state.DenialsState;

/** Keeps when an engineer was denied something; see {@link Stored}. */
final class StoredDenials implements Stored<DenialsSnapshot> {
  static {
    AvroTrust.establish();
  }

  @Override
  public byte[] toBytes(DenialsSnapshot snapshot) {
    return SingleObject.encode(
        DenialsState.getEncoder(),
        new DenialsState(
            snapshot.engineer().tenant().value(),
            snapshot.engineer().person().value(),
            snapshot.state().at()));
  }

  @Override
  public DenialsSnapshot fromBytes(byte[] bytes) {
    return SingleObject.decode(DenialsState.getDecoder(), bytes, StoredDenials::fromWire);
  }

  private static DenialsSnapshot fromWire(DenialsState wire) {
    return new DenialsSnapshot(
        new EngineerId(new TenantId(wire.getTenant()), new PersonId(wire.getEngineer())),
        new Denials(wire.getDeniedAt()));
  }
}
