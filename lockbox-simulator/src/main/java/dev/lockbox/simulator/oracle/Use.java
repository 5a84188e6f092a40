package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Usage;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was made of one grant, counted one by one. */
final class Use {
  private final Set<SessionId> sessions = new HashSet<>();
  private final SortedMap<ActionName, Long> performed = new TreeMap<>();
  private final SortedSet<ResourceName> resources = new TreeSet<>();
  private Duration inSessions = Duration.ZERO;
  private long flagged;
  private long prevented;
  private long bytesRead;

  Use copy() {
    var copy = new Use();
    copy.sessions.addAll(sessions);
    copy.performed.putAll(performed);
    copy.resources.addAll(resources);
    copy.inSessions = inSessions;
    copy.flagged = flagged;
    copy.prevented = prevented;
    copy.bytesRead = bytesRead;
    return copy;
  }

  void began(SessionId session) {
    sessions.add(session);
  }

  void ended(Duration after) {
    inSessions = inSessions.plus(after);
  }

  void prevented(int times) {
    prevented += times;
  }

  void performed(ActionPerformed done) {
    if (!done.findings().contains(Finding.ACTION_NOT_GRANTED)) {
      performed.merge(done.deed().action(), 1L, Long::sum);
    }
    done.granted().ifPresent(resources::add);
    flagged += done.findings().isEmpty() ? 0 : 1;
    bytesRead += done.deed().bytesRead();
  }

  boolean hasHad(SessionId session) {
    return sessions.contains(session);
  }

  /** Whether anybody came in by it, or did anything without. */
  boolean isUsed() {
    return !sessions.isEmpty() || flagged > 0 || !performed.isEmpty();
  }

  Usage counted() {
    return new Usage(
        sessions.size(), inSessions, performed, resources, flagged, prevented, bytesRead);
  }
}
