package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.SignedOut;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Who has left the portal. */
final class SignedOutMapping implements Mapping<SignedOut> {
  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return List.of(dev.lockbox.wire.signout.SignedOut.class);
  }

  @Override
  public SpecificRecord toWire(SignedOut out) {
    return new dev.lockbox.wire.signout.SignedOut(out.session(), out.until());
  }

  @Override
  public SignedOut toDomain(SpecificRecord wire) {
    if (!(wire instanceof dev.lockbox.wire.signout.SignedOut out)) {
      throw Unmapped.type(wire);
    }
    return new SignedOut(out.getSession(), out.getUntil());
  }

  @Override
  public Optional<TenantId> partitionedBy(SignedOut out) {
    return Optional.empty();
  }

  @Override
  public String key(SignedOut out) {
    return out.session();
  }
}
