package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An index of what requests that are open, exclusions, engineers' sessions or memberships say
 * themselves; kept in memory only.
 *
 * @param <T> by what they are called
 */
final class Deadlines<T extends Comparable<T>> {
  static final Duration REST = Duration.ofSeconds(5);

  private final Variant variant;
  private final Map<T, Instant> due = new TreeMap<>();
  private final Map<T, Instant> rung = new TreeMap<>();

  Deadlines(Variant variant) {
    this.variant = variant;
  }

  static Deadlines<RequestId> ofRequests(Memory memory, Variant variant) {
    var index = new Deadlines<RequestId>(variant);
    if (!variant.has(Flaw.DEADLINES_NOT_REBUILT)) {
      memory.requests().forEach((request, kept) -> index.move(request, of(kept, variant)));
    }
    return index;
  }

  static Deadlines<ExclusionId> ofExclusions(Memory memory, Variant variant) {
    var index = new Deadlines<ExclusionId>(variant);
    if (!variant.has(Flaw.EXCLUSIONS_NOT_WAITED_FOR_AGAIN)) {
      memory.exclusions().forEach((one, state) -> index.move(one, state.deadline()));
    }
    return index;
  }

  static Deadlines<EngineerId> ofSessions(Memory memory, Variant variant) {
    var index = new Deadlines<EngineerId>(variant);
    if (!variant.has(Flaw.SESSIONS_NOT_WAITED_FOR_AGAIN)) {
      memory.sessions().forEach((one, state) -> index.move(one, state.deadline()));
    }
    return index;
  }

  static Deadlines<PersonId> ofMembers(Memory memory, Variant variant) {
    var index = new Deadlines<PersonId>(variant);
    if (!variant.has(Flaw.MEMBERSHIPS_NOT_WAITED_FOR_AGAIN)) {
      memory.members().forEach((one, state) -> index.move(one, state.deadline()));
    }
    return index;
  }

  private static Optional<Instant> of(Kept kept, Variant variant) {
    return switch (kept) {
      case Kept.Readable readable -> of(readable.state(), variant);
      case Kept.Garbled garbled -> Optional.of(Instant.EPOCH);
    };
  }

  static Optional<Instant> of(AccessRequest state, Variant variant) {
    return variant.has(Flaw.GRANTS_NOT_WAITED_FOR) && state instanceof AccessRequest.Granted
        ? Optional.empty()
        : state.deadline();
  }

  void move(T what, Optional<Instant> to) {
    if (!Optional.ofNullable(due.get(what)).equals(to)) {
      rung.remove(what);
      to.ifPresentOrElse(at -> due.put(what, at), () -> due.remove(what));
    }
  }

  /** Whom to ring, by the clock of whoever looks; and notes that they were rung. */
  List<T> ring(Instant now) {
    var ringing = new ArrayList<T>();
    due.forEach(
        (what, at) -> {
          if (!at.isAfter(now) && isAwake(what, now)) {
            ringing.add(what);
          }
        });
    ringing.forEach(what -> rung.put(what, now));
    return ringing;
  }

  private boolean isAwake(T what, Instant now) {
    var last = rung.get(what);
    if (last == null) {
      return true;
    }
    return !variant.has(Flaw.RUNG_ONLY_ONCE)
        && (now.isBefore(last) || !now.isBefore(last.plus(REST)));
  }
}
