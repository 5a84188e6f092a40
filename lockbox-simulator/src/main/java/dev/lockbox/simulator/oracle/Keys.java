package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.KeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whose keys are known and since when they hold, by who did what with them. */
final class Keys {
  private static final int OF_ONE_PERSON = 8;

  private final Map<KeyId, Key> known = new HashMap<>();

  /**
   * A key that was not withdrawn.
   *
   * @param holdsFrom empty until somebody else agreed
   */
  private record Key(PersonId holder, Instant registered, Optional<Instant> holdsFrom) {}

  /**
   * @param wait as the tenant sets it by then
   */
  void take(Effect effect, Duration wait) {
    if (effect.command() instanceof RegisterApproverKey register) {
      known.put(register.key().id(), new Key(register.by().actor(), effect.at(), Optional.empty()));
    } else if (effect.command() instanceof ConfirmApproverKey confirm) {
      var from = from(confirm.key(), effect.when(), wait);
      known.computeIfPresent(
          confirm.key(), (id, key) -> new Key(key.holder(), key.registered(), from));
    } else if (effect.command() instanceof WithdrawApproverKey withdraw) {
      known.remove(withdraw.key());
    }
  }

  /** When it would hold from, if somebody agreed now; empty for one that is not known. */
  Optional<Instant> from(KeyId id, When when, Duration wait) {
    return find(id)
        .map(key -> key.registered().plus(wait))
        .map(waited -> waited.isAfter(when.effective()) ? waited : when.effective());
  }

  private Optional<Key> find(KeyId id) {
    return Optional.ofNullable(known.get(id));
  }

  Optional<PersonId> holder(KeyId id) {
    return find(id).map(Key::holder);
  }

  boolean isAgreedTo(KeyId id) {
    return find(id).flatMap(Key::holdsFrom).isPresent();
  }

  /** Whether what it signs for this person is taken at this time of the log. */
  boolean holds(KeyId id, PersonId person, Instant at) {
    return find(id)
        .filter(key -> key.holder().equals(person))
        .filter(key -> holds(key, at))
        .isPresent();
  }

  boolean hasOne(PersonId person, Instant at) {
    return known.values().stream().anyMatch(key -> key.holder().equals(person) && holds(key, at));
  }

  private static boolean holds(Key key, Instant at) {
    return key.holdsFrom().filter(from -> !at.isBefore(from)).isPresent();
  }

  boolean isFullFor(PersonId person) {
    return known.values().stream().filter(key -> key.holder().equals(person)).count()
        >= OF_ONE_PERSON;
  }
}
