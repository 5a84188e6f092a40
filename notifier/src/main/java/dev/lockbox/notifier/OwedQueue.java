package dev.lockbox.notifier;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import dev.lockbox.notifier.channel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is owed: held back, waiting, or under way. Safe for several threads. */
final class OwedQueue {
  /** How much one letter tells; what is more waits for the next. */
  static final int TOGETHER_MAX = 20;

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
   * What the letters tell that are due by {@code now}, earliest first; it is under way from here
   * on. What is to be told together goes when the first of it is due.
   *
   * @param lettersMax how many may be under way together
   * @param which of them may go now
   */
  synchronized List<List<Owed>> take(Instant now, int lettersMax, Predicate<Owed> which) {
    var next =
        waiting.stream()
            .takeWhile(owed -> !owed.due().isAfter(now))
            .filter(which)
            .map(Owed::id)
            .distinct()
            .limit(Math.max(0, lettersMax - lettersUnderWay()))
            .collect(Collectors.toSet());
    if (next.isEmpty()) {
      return List.of();
    }
    var letters = letters(next);
    letters.forEach(letter -> letter.forEach(this::putUnderWay));
    return letters;
  }

  private long lettersUnderWay() {
    return underWay.values().stream().map(Owed::id).distinct().count();
  }

  private List<List<Owed>> letters(Collection<MessageId> ids) {
    return waiting.stream()
        .filter(owed -> ids.contains(owed.id()))
        .collect(Collectors.groupingBy(Owed::id, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(some -> Owed.asLetter(some.subList(0, Math.min(some.size(), TOGETHER_MAX))))
        .toList();
  }

  private void putUnderWay(Owed owed) {
    waiting.remove(owed);
    underWay.put(owed.notice(), owed);
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
