package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.identity.HostId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the ticks on one partition of the command log say of its time, from their description
 * (decision 12). Every question is answered by reading all of them again. What was told of it
 * behind a mark can be taken back.
 */
final class LogTime {
  private static final Duration DIFFERENCE_MAX = Duration.ofSeconds(30);
  private static final Duration RECENT = Duration.ofSeconds(60);

  private final List<Tick> ticks = new ArrayList<>();
  private Instant trusted = Instant.EPOCH;
  private int markedTicks;
  private Instant markedTrusted = Instant.EPOCH;

  private record Tick(HostId host, Instant shown, Instant at) {
    Duration ahead() {
      return Duration.between(at, shown);
    }
  }

  When at(Instant appended) {
    var effective = appended.isBefore(trusted) ? trusted : appended;
    return new When(appended, effective, isSuspect(appended));
  }

  /** Something was written because of what was asked then. */
  void wrote(When when) {
    if (!when.suspect()) {
      trusted = when.effective();
    }
  }

  void ticked(HostId host, Instant shown, Instant at) {
    ticks.add(new Tick(host, shown, at));
    wrote(at(at));
  }

  void mark() {
    markedTicks = ticks.size();
    markedTrusted = trusted;
  }

  void backToTheMark() {
    ticks.subList(markedTicks, ticks.size()).clear();
    trusted = markedTrusted;
  }

  private boolean isSuspect(Instant at) {
    return at.plus(DIFFERENCE_MAX).isBefore(trusted) || !ticks.isEmpty() && !isVouchedFor(at);
  }

  private boolean isVouchedFor(Instant at) {
    var ahead = new ArrayList<Duration>();
    for (var place = 0; place < ticks.size(); place++) {
      var tick = ticks.get(place);
      if (areNear(tick.at(), at) && isRemembered(place)) {
        ahead.add(tick.ahead());
      }
    }
    return !ahead.isEmpty() && middle(ahead).abs().compareTo(DIFFERENCE_MAX) <= 0;
  }

  /** The last one of its host, and no later tick was ever too far from it. */
  private boolean isRemembered(int place) {
    var tick = ticks.get(place);
    return ticks.subList(place + 1, ticks.size()).stream()
        .noneMatch(later -> later.host().equals(tick.host()) || !areNear(later.at(), tick.at()));
  }

  private static boolean areNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(RECENT) <= 0;
  }

  /** Of two in the middle, the one that is nearer to the broker's own clock. */
  private static Duration middle(List<Duration> ahead) {
    Collections.sort(ahead);
    var low = ahead.get((ahead.size() - 1) / 2);
    var high = ahead.get(ahead.size() / 2);
    return low.abs().compareTo(high.abs()) <= 0 ? low : high;
  }
}
