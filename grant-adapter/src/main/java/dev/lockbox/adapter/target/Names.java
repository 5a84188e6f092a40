package dev.lockbox.adapter.target;

import dev.lockbox.domain.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which engineer a member of a group is. */
final class Names {
  /** For how long an answer is believed. */
  static final Duration KNOWN_FOR = Duration.ofMinutes(5);

  private final Directory directory;
  private final InstantSource clock;
  private final Map<String, Known> known = new HashMap<>();

  private record Known(Optional<PersonId> who, Instant asked) {
    boolean isFresh(Instant now) {
      return !now.isBefore(asked) && now.isBefore(asked.plus(KNOWN_FOR));
    }
  }

  Names(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Empty for what is no user, has no engineer's id, or shares it with another user.
   *
   * @throws TargetFailed where the directory does not say
   */
  Optional<PersonId> who(String member) throws TargetFailed {
    var now = clock.instant();
    var before = known.get(member);
    if (before != null && before.isFresh(now)) {
      return before.who();
    }
    var who = ask(member);
    known.put(member, new Known(who, now));
    return who;
  }

  /** To be asked anew. */
  void forget(String member) {
    known.remove(member);
  }

  void keep(Collection<String> members) {
    known.keySet().retainAll(members);
  }

  private Optional<PersonId> ask(String member) throws TargetFailed {
    var name = directory.user(member).flatMap(Scim.User::name);
    var who = name.flatMap(Names::person);
    if (who.isEmpty()) {
      return who;
    }
    var only = directory.only(name.get());
    return who.filter(person -> only.filter(user -> user.id().equals(member)).isPresent());
  }

  private static Optional<PersonId> person(String name) {
    try {
      return Optional.of(new PersonId(name));
    } catch (IllegalArgumentException nobodyOfOurs) {
      return Optional.empty();
    }
  }
}
