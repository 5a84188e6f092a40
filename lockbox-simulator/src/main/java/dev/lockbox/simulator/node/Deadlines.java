package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
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

/** An index of what the open requests say themselves; kept in memory only. */
final class Deadlines {
  static final Duration REST = Duration.ofSeconds(5);

  private final Variant variant;
  private final Map<RequestId, Instant> due = new TreeMap<>();
  private final Map<RequestId, Instant> rung = new TreeMap<>();

  Deadlines(Variant variant) {
    this.variant = variant;
  }

  static Deadlines of(Memory memory, Variant variant) {
    var index = new Deadlines(variant);
    if (!variant.has(Flaw.DEADLINES_NOT_REBUILT)) {
      memory.requests().forEach(index::note);
    }
    return index;
  }

  private void note(RequestId request, Kept kept) {
    switch (kept) {
      case Kept.Readable readable -> move(request, readable.state());
      case Kept.Garbled garbled -> move(request, Optional.of(Instant.EPOCH));
    }
  }

  void move(RequestId request, AccessRequest state) {
    var isForgotten =
        variant.has(Flaw.GRANTS_NOT_WAITED_FOR) && state instanceof AccessRequest.Granted;
    move(request, isForgotten ? Optional.empty() : state.deadline());
  }

  private void move(RequestId request, Optional<Instant> to) {
    if (!Optional.ofNullable(due.get(request)).equals(to)) {
      rung.remove(request);
      to.ifPresentOrElse(at -> due.put(request, at), () -> due.remove(request));
    }
  }

  /** Whom to ring, by the clock of whoever looks; and notes that they were rung. */
  List<RequestId> ring(Instant now) {
    var ringing = new ArrayList<RequestId>();
    due.forEach(
        (request, at) -> {
          if (!at.isAfter(now) && isAwake(request, now)) {
            ringing.add(request);
          }
        });
    ringing.forEach(request -> rung.put(request, now));
    return ringing;
  }

  private boolean isAwake(RequestId request, Instant now) {
    var last = rung.get(request);
    if (last == null) {
      return true;
    }
    return !variant.has(Flaw.RUNG_ONLY_ONCE)
        && (now.isBefore(last) || !now.isBefore(last.plus(REST)));
  }
}
