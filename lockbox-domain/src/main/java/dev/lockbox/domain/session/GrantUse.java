package dev.lockbox.domain.session;

import dev.lockbox.domain.gateway.Usage;
import dev.lockbox.domain.identity.SessionId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was made of a grant so far.
 *
 * @param sessions that were ever started under it, so that none is started twice; at most {@value
 *     #SESSIONS_MAX}
 */
public record GrantUse(Usage usage, SortedSet<SessionId> sessions) {
  public static final int SESSIONS_MAX = 256;
  static final GrantUse NONE = new GrantUse(Usage.NONE, Collections.emptySortedSet());

  public GrantUse {
    sessions = Collections.unmodifiableSortedSet(new TreeSet<>(sessions));
  }

  /** Whether the engineer came in by it, or did anything by it without coming in. */
  boolean isSome() {
    return !sessions.isEmpty() || usage.isSomethingDone();
  }

  GrantUse started(SessionId session) {
    var more = new TreeSet<>(sessions);
    more.add(session);
    return new GrantUse(usage.started(), more);
  }

  GrantUse with(Usage after) {
    return new GrantUse(after, sessions);
  }
}
