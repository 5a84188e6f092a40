package dev.lockbox.notifier;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that is owed: held back, waiting, or under way. Safe for several threads. */
final class OwedQueue {
  /** Taken up while the log is still being read, when it is not yet known who is where. */
  private final List<Owed> held = new ArrayList<>();

  private final TreeSet<Owed> waiting = new TreeSet<>(Owed.BY_DUE);
  private final Map<Notice.Key, Owed> underWay = new HashMap<>();

  synchronized void hold(Owed owed) {
    held.add(owed);
  }

  synchronized void addAll(Collection<Owed> owed) {
    waiting.addAll(owed);
  }

  synchronized void release(Predicate<TenantId> whose) {
    held.stream().filter(owed -> whose.test(owed.telling().tenant())).forEach(waiting::add);
    held.removeIf(owed -> whose.test(owed.telling().tenant()));
  }

  /**
   * Those due by {@code now}, earliest first; they are under way from here on.
   *
   * @param underWayMax how many may be under way together
   * @param which of them may go now
   */
  synchronized List<Owed> take(Instant now, int underWayMax, Predicate<Owed> which) {
    var room = Math.max(0, underWayMax - underWay.size());
    var taken =
        waiting.stream()
            .takeWhile(owed -> !owed.due().isAfter(now))
            .filter(which)
            .limit(room)
            .toList();
    taken.forEach(
        owed -> {
          waiting.remove(owed);
          underWay.put(owed.notice(), owed);
        });
    return taken;
  }

  /** Whether it is still this process that owes it. */
  synchronized boolean isUnderWay(Owed owed) {
    return underWay.containsKey(owed.notice());
  }

  synchronized void done(Owed owed) {
    underWay.remove(owed.notice());
    notifyAll();
  }

  /** Not done: it waits again, unless it was dropped meanwhile. */
  synchronized void again(Owed later) {
    if (underWay.remove(later.notice()) != null) {
      waiting.add(later);
    }
    notifyAll();
  }

  /** Somebody else owes it from now on. What is under way is waited for, for so long. */
  synchronized void drop(Predicate<TenantId> whose, Duration underWayWithin)
      throws InterruptedException {
    held.removeIf(owed -> whose.test(owed.telling().tenant()));
    waiting.removeIf(owed -> whose.test(owed.telling().tenant()));
    var deadline = System.nanoTime() + underWayWithin.toNanos();
    while (underWay.keySet().stream().anyMatch(key -> whose.test(key.tenant()))) {
      var left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    underWay.keySet().removeIf(key -> whose.test(key.tenant()));
  }

  synchronized Backlog backlog(Instant now, Duration overdueAfter) {
    var since = all().map(Owed::since).toList();
    var oldest = since.stream().min(Instant::compareTo).orElse(now);
    var overdue = since.stream().filter(at -> at.plus(overdueAfter).isBefore(now)).count();
    return new Backlog(since.size(), overdue, Duration.between(oldest, now));
  }

  synchronized int size() {
    return held.size() + waiting.size() + underWay.size();
  }

  private Stream<Owed> all() {
    return Stream.of(held, waiting, underWay.values()).flatMap(Collection::stream);
  }

  /**
   * What is owed at a moment.
   *
   * @param oldest how long the oldest has been owed; zero when nothing is
   */
  record Backlog(int owed, long overdue, Duration oldest) {}
}
