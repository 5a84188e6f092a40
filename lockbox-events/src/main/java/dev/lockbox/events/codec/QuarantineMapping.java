package dev.lockbox.events.codec;

import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.Quarantined.LeftOut;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What could not be read, or does not belong where it was. */
final class QuarantineMapping implements Mapping<Quarantined> {
  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return List.of(dev.lockbox.wire.quarantine.Quarantined.class);
  }

  @Override
  public SpecificRecord toWire(Quarantined found) {
    return new dev.lockbox.wire.quarantine.Quarantined(
        found.topic(),
        found.partition(),
        found.offset(),
        found.at(),
        found.tenant().map(TenantId::value).orElse(null),
        dev.lockbox.wire.quarantine.QuarantineCause.valueOf(found.cause().name()),
        found.detail(),
        wireBytes(found.key()),
        wireBytes(found.value()),
        found.sha256(),
        found.leftOut().map(LeftOut::bytes).orElse(null));
  }

  private static @Nullable ByteBuffer wireBytes(Optional<Bytes> bytes) {
    return bytes.map(Bytes::toArray).map(ByteBuffer::wrap).orElse(null);
  }

  @Override
  public Quarantined toDomain(SpecificRecord wire) {
    if (!(wire instanceof dev.lockbox.wire.quarantine.Quarantined found)) {
      throw Unmapped.type(wire);
    }
    var value = fromBytes(found.getValue());
    var leftOut =
        Optional.ofNullable(found.getLeftOutBytes())
            .map(bytes -> new LeftOut(bytes, new Fingerprint(found.getSha256()).hex()));
    if (leftOut.isEmpty()) {
      checkSha256(found.getSha256(), value);
    }
    return new Quarantined(
        found.getTopic(),
        found.getPartition(),
        found.getOffset(),
        found.getAt(),
        Optional.ofNullable(found.getTenant()).map(TenantId::new),
        QuarantineCause.valueOf(found.getCause().name()),
        found.getDetail(),
        fromBytes(found.getKey()),
        value,
        leftOut);
  }

  private static void checkSha256(String said, Optional<Bytes> value) {
    var is = value.orElse(Bytes.NONE).sha256();
    if (!said.equals(is)) {
      throw new IllegalArgumentException(
          "sha256 of the value must be %s, was %s".formatted(is, Texts.shown(said)));
    }
  }

  private static Optional<Bytes> fromBytes(@Nullable ByteBuffer wire) {
    return Optional.ofNullable(wire)
        .map(
            buffer -> {
              var content = new byte[buffer.remaining()];
              buffer.duplicate().get(content);
              return new Bytes(content);
            });
  }

  @Override
  public Optional<TenantId> partitionedBy(Quarantined found) {
    return Optional.empty();
  }

  @Override
  public String key(Quarantined found) {
    return "%s/%s/%s".formatted(found.topic(), found.partition(), found.offset());
  }
}
