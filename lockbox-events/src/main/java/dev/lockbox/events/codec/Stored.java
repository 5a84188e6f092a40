package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.fromTrail;
import static dev.lockbox.events.codec.SharedMapping.membership;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireMembers;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.wire.state.RequestState;
import dev.lockbox.wire.state.TenantState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * How state is kept in a service's own stores: Avro's single-object encoding (two marker bytes, the
 * schema's fingerprint in eight, the record), which needs no registry to be read back. A store is
 * its owner's, so bytes that do not decode are a broken promise and stop whoever meets them.
 *
 * @param <T> what is kept
 */
public interface Stored<T> {
  byte[] toBytes(T value);

  T fromBytes(byte[] bytes);

  Stored<RequestSnapshot> REQUEST = new StoredRequest();
  Stored<TenantSnapshot> TENANT = new StoredTenant();

  /** Keeps a request. */
  final class StoredRequest implements Stored<RequestSnapshot> {
    static {
      AvroTrust.establish();
    }

    private final StateMapping mapping = new StateMapping();

    @Override
    public byte[] toBytes(RequestSnapshot snapshot) {
      return encode(RequestState.getEncoder(), mapping.toWire(snapshot));
    }

    @Override
    public RequestSnapshot fromBytes(byte[] bytes) {
      return mapping.toDomain(decode(RequestState.getDecoder(), bytes));
    }
  }

  /** Keeps a tenant. */
  final class StoredTenant implements Stored<TenantSnapshot> {
    static {
      AvroTrust.establish();
    }

    @Override
    public byte[] toBytes(TenantSnapshot snapshot) {
      var state = snapshot.state();
      var members = state.membership();
      return encode(
          TenantState.getEncoder(),
          new TenantState(
              snapshot.tenant().value(),
              state.version(),
              members.plan(),
              wireMembers(members.approvers()),
              wireMembers(members.admins()),
              wireMembers(members.auditors()),
              wire(state.trail())));
    }

    @Override
    public TenantSnapshot fromBytes(byte[] bytes) {
      var wire = decode(TenantState.getDecoder(), bytes);
      var members =
          membership(wire.getPlan(), wire.getApprovers(), wire.getAdmins(), wire.getAuditors());
      var trail = fromTrail(wire.getVersion(), wire.getAccepted());
      return new TenantSnapshot(
          new TenantId(wire.getTenant()), new Tenant.Registered(members, trail));
    }
  }

  private static <W extends SpecificRecordBase> byte[] encode(
      BinaryMessageEncoder<W> encoder, W wire) {
    try {
      var buffer = encoder.encode(wire);
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory took no bytes", impossible);
    }
  }

  private static <W extends SpecificRecordBase> W decode(
      BinaryMessageDecoder<W> decoder, byte[] bytes) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes));
    } catch (IOException garbled) {
      throw new UncheckedIOException("a store returned bytes that were never put there", garbled);
    }
  }
}
