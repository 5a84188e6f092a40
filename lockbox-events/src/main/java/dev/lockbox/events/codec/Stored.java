package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.fromTrail;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.DenialsSnapshot;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.ExclusionSnapshot;
import dev.lockbox.events.message.FreezeSnapshot;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.SeatsSnapshot;
import dev.lockbox.events.message.SessionsSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.wire.state.EngineerState;
import dev.lockbox.wire.state.ExclusionState;
import dev.lockbox.wire.state.FreezeState;
import dev.lockbox.wire.state.RequestState;
import dev.lockbox.wire.state.RoleState;
import dev.lockbox.wire.state.State;
import dev.lockbox.wire.state.TenantState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * How state is kept in a service's own stores: Avro's single-object encoding (two marker bytes, the
 * schema's fingerprint in eight, the record), which needs no registry to be read back. A store is
 * its owner's, so bytes that do not decode are a broken promise: {@link Garbled}.
 *
 * @param <T> what is kept
 */
public interface Stored<T> {
  byte[] toBytes(T value);

  /**
   * @throws Garbled when {@link #toBytes} never made these bytes
   */
  T fromBytes(byte[] bytes);

  StoredRequest REQUEST = new StoredRequest();
  Stored<TenantSnapshot> TENANT = new StoredTenant();
  Stored<FreezeSnapshot> FREEZES = new StoredFreezes();
  Stored<RoleSnapshot> ROLE = new StoredRole();
  Stored<EngineerSnapshot> ENGINEER = new StoredEngineer();
  Stored<ExclusionSnapshot> EXCLUSION = new StoredExclusion();
  Stored<SessionsSnapshot> SESSIONS = new StoredSessions();
  Stored<DenialsSnapshot> DENIALS = new StoredDenials();
  Stored<SeatsSnapshot> SEATS = new StoredSeats();

  /** Keeps a request. */
  final class StoredRequest implements Stored<RequestSnapshot> {
    static {
      AvroTrust.establish();
    }

    private static final byte[] HEADER = headerOf(RequestState.getClassSchema());
    private static final State[] STATES = State.values();

    private static final BinaryMessageDecoder<RequestState> DECODER =
        RequestState.createDecoder(OlderSchemas.of("RequestState", 6));

    private final StateMapping mapping = new StateMapping();

    /**
     * Whether a kept request has come to its end and nobody is to be reminded of it, told from the
     * first two fields without decoding the rest: most requests are over, and a service that starts
     * looks at all of them. False also where only decoding can tell; a faulted request is not over.
     */
    public boolean isOver(byte[] bytes) {
      if (bytes.length <= HEADER.length + 1
          || !Arrays.equals(HEADER, 0, HEADER.length, bytes, 0, HEADER.length)) {
        return false;
      }
      // Avro writes an enum's index zig-zagged, so twice the index; ours all fit in one byte.
      var twice = bytes[HEADER.length];
      if (twice < 0 || twice % 2 != 0 || twice / 2 >= STATES.length) {
        return false;
      }
      // The second field is an instant or, by a zero, none.
      if (bytes[HEADER.length + 1] != 0) {
        return false;
      }
      return switch (STATES[twice / 2]) {
        case REJECTED,
            DENIED,
            EXPIRED,
            WITHDRAWN,
            CANCELLED,
            REVOKED,
            ENDED,
            COMPLETED,
            PRACTISED ->
            true;
        case UNKNOWN,
            EVALUATED,
            AWAITING_INTERNAL_APPROVAL,
            CUSTOMER_NOTIFIED,
            ACTIVE,
            ACTIVE_UNDER_CONDITIONS,
            FROZEN,
            FAULTED,
            CLOSING,
            FAILED_TO_CLOSE,
            SCHEDULED ->
            false;
      };
    }

    @Override
    public byte[] toBytes(RequestSnapshot snapshot) {
      return SingleObject.encode(RequestState.getEncoder(), mapping.toWire(snapshot));
    }

    @Override
    public RequestSnapshot fromBytes(byte[] bytes) {
      return SingleObject.decode(DECODER, bytes, mapping::toDomain);
    }
  }

  /** Keeps a tenant. */
  final class StoredTenant implements Stored<TenantSnapshot> {
    static {
      AvroTrust.establish();
    }

    private static final BinaryMessageDecoder<TenantState> DECODER =
        TenantState.createDecoder(OlderSchemas.of("TenantState", 9));

    @Override
    public byte[] toBytes(TenantSnapshot snapshot) {
      return SingleObject.encode(TenantState.getEncoder(), TenantMapping.toWire(snapshot));
    }

    @Override
    public TenantSnapshot fromBytes(byte[] bytes) {
      return SingleObject.decode(DECODER, bytes, TenantMapping::toDomain);
    }
  }

  /** Keeps what freezes a tenant. */
  final class StoredFreezes implements Stored<FreezeSnapshot> {
    static {
      AvroTrust.establish();
    }

    @Override
    public byte[] toBytes(FreezeSnapshot snapshot) {
      var state = snapshot.state();
      return SingleObject.encode(
          FreezeState.getEncoder(),
          new FreezeState(
              snapshot.tenant().value(),
              state.trail().version(),
              state.by().stream().map(QuarantineId::value).toList(),
              wire(state.trail())));
    }

    @Override
    public FreezeSnapshot fromBytes(byte[] bytes) {
      return SingleObject.decode(FreezeState.getDecoder(), bytes, StoredFreezes::fromWire);
    }

    private static FreezeSnapshot fromWire(FreezeState wire) {
      var by = new TreeSet<QuarantineId>();
      wire.getFrozenBy().forEach(one -> by.add(new QuarantineId(one)));
      var trail = fromTrail(wire.getVersion(), wire.getAccepted());
      return new FreezeSnapshot(new TenantId(wire.getTenant()), new Freezes(by, trail));
    }
  }

  /** Keeps a role of the provider's. */
  final class StoredRole implements Stored<RoleSnapshot> {
    static {
      AvroTrust.establish();
    }

    @Override
    public byte[] toBytes(RoleSnapshot snapshot) {
      return SingleObject.encode(RoleState.getEncoder(), RolesStateMapping.toWire(snapshot));
    }

    @Override
    public RoleSnapshot fromBytes(byte[] bytes) {
      return SingleObject.decode(RoleState.getDecoder(), bytes, RolesStateMapping::fromRoleState);
    }
  }

  /** Keeps an engineer. */
  final class StoredEngineer implements Stored<EngineerSnapshot> {
    static {
      AvroTrust.establish();
    }

    @Override
    public byte[] toBytes(EngineerSnapshot snapshot) {
      return SingleObject.encode(EngineerState.getEncoder(), RolesStateMapping.toWire(snapshot));
    }

    @Override
    public EngineerSnapshot fromBytes(byte[] bytes) {
      return SingleObject.decode(
          EngineerState.getDecoder(), bytes, RolesStateMapping::fromEngineerState);
    }
  }

  /** Keeps an exclusion. */
  final class StoredExclusion implements Stored<ExclusionSnapshot> {
    static {
      AvroTrust.establish();
    }

    private static final BinaryMessageDecoder<ExclusionState> DECODER =
        ExclusionState.createDecoder(OlderSchemas.of("ExclusionState", 1));

    @Override
    public byte[] toBytes(ExclusionSnapshot snapshot) {
      return SingleObject.encode(ExclusionState.getEncoder(), ExclusionMapping.toWire(snapshot));
    }

    @Override
    public ExclusionSnapshot fromBytes(byte[] bytes) {
      return SingleObject.decode(DECODER, bytes, ExclusionMapping::toDomain);
    }
  }

  /** What {@link BinaryMessageEncoder} puts before every record of this schema. */
  private static byte[] headerOf(Schema schema) {
    return ByteBuffer.allocate(2 + Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xC3)
        .put((byte) 0x01)
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }
}
