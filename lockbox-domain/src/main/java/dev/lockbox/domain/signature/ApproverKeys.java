package dev.lockbox.domain.signature;

import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of a tenant's people as they stand at one position of its log; what was withdrawn is not
 * among them.
 *
 * @param byId in the order of the ids; at most {@value #KEYS_MAX}, and {@value
 *     #KEYS_PER_PERSON_MAX} of one person
 */
public record ApproverKeys(Map<KeyId, ApproverKey> byId) {
  public static final int KEYS_MAX = 1000;
  public static final int KEYS_PER_PERSON_MAX = 8;
  public static final ApproverKeys NONE = new ApproverKeys(Map.of());

  public ApproverKeys {
    byId = inOrder(byId.values());
  }

  public static ApproverKeys of(Collection<ApproverKey> keys) {
    return new ApproverKeys(inOrder(keys));
  }

  public Optional<ApproverKey> find(KeyId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The key by which this person's word is taken at that time; empty when there is none such. */
  public Optional<ApproverKey> holding(KeyId id, PersonId person, Instant at) {
    return find(id).filter(key -> key.person().equals(person) && key.holdsAt(at));
  }

  /** Whether anybody who may be this person has a key that holds. */
  public boolean hasOneOf(PersonId person, Instant at) {
    return of(person).anyMatch(key -> key.holdsAt(at));
  }

  public boolean hasRoomFor(PersonId person) {
    return byId.size() < KEYS_MAX && of(person).count() < KEYS_PER_PERSON_MAX;
  }

  public ApproverKeys with(ApproverKey key) {
    var more = new ArrayList<>(byId.values());
    more.add(key);
    return of(more);
  }

  public ApproverKeys without(KeyId id) {
    return of(byId.values().stream().filter(key -> !key.id().equals(id)).toList());
  }

  public ApproverKeys holdingFrom(KeyId id, Instant from) {
    return find(id).map(key -> without(id).with(key.holdingFrom(from))).orElse(this);
  }

  private Stream<ApproverKey> of(PersonId person) {
    return byId.values().stream().filter(key -> person.mayBe(key.person()));
  }

  private static Map<KeyId, ApproverKey> inOrder(Collection<ApproverKey> keys) {
    var sorted = new LinkedHashMap<KeyId, ApproverKey>();
    keys.stream()
        .sorted(Comparator.comparing(ApproverKey::id))
        .forEach(key -> sorted.put(key.id(), key));
    return Collections.unmodifiableMap(sorted);
  }
}
