package dev.lockbox.notifier;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.Notice.Status;
import dev.lockbox.notifier.OwedQueue.Backlog;
import dev.lockbox.notifier.channel.Delivery;
import dev.lockbox.notifier.channel.Delivery.Failed;
import dev.lockbox.notifier.channel.MessageId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each notice once per event, however often the event is read and however often a try fails. A
 * notice is remembered as PENDING before its event counts as heard, and as SENT after the channel
 * has accepted it: between those two a crash repeats it, under the same Message-ID. What is told
 * together is remembered under the one Message-ID of its letter before that is mailed: whoever
 * takes over repeats that letter, and adds nothing to it.
 *
 * <p>One thread tells it what happened; others take what is due and say what came of it.
 */
final class Outbox {
  /** Beyond this, events wait in the log: some hundred megabytes of letters. */
  static final int OWED_MAX = 100_000;

  /** What is owed for longer is counted and complained of, and tried all the same. */
  static final Duration OVERDUE_AFTER = Duration.ofHours(1);

  /**
   * How long a rebalance waits for letters under way; a try takes less, unless the server drips.
   */
  static final Duration HANDOVER_WITHIN = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Memory memory;
  private final String messageIdDomain;
  private final Grouping grouping;
  private final InstantSource clock;
  private final OwedQueue queue = new OwedQueue();
  private final ServerRest rest = new ServerRest();
  private final Remembered remembered = new Remembered();
  private final List<Owed> news = new ArrayList<>();

  /**
   * @param messageIdDomain the part of a Message-ID after its {@code @}
   */
  Outbox(Memory memory, String messageIdDomain, Grouping grouping, InstantSource clock) {
    this.memory = memory;
    this.messageIdDomain = messageIdDomain;
    this.grouping = grouping;
    this.clock = clock;
  }

  /** These tenants are ours from now on: their history will be told from its beginning. */
  void takeOver(Predicate<TenantId> whose) {
    remembered.addAll(memory.recall(whose));
  }

  /** An entry whose notices were remembered before: those still owed are held until released. */
  void replayed(Recorded recorded, List<Telling> tellings) {
    var before = remembered.take(recorded.event().tenant(), recorded.sequence());
    tellings.forEach(telling -> resumed(telling, before).ifPresent(queue::hold));
    forgetOthers(tellings, before);
  }

  /** An entry whose notices may be new. They are owed from the next {@link #settle} on. */
  void happened(Recorded recorded, List<Telling> tellings) {
    var before = remembered.take(recorded.event().tenant(), recorded.sequence());
    for (var telling : tellings) {
      if (before.containsKey(telling.recipient())) {
        resumed(telling, before).ifPresent(owed -> queue.addAll(List.of(owed)));
      } else {
        news.add(fresh(telling));
      }
    }
    forgetOthers(tellings, before);
  }

  /**
   * Returns when all that happened is remembered, so that it need not be heard again.
   *
   * @throws MemoryUnwritten when that is not known; the events must be heard again
   */
  void settle() {
    if (news.isEmpty()) {
      return;
    }
    memory.keep(news.stream().map(owed -> owed.as(Status.PENDING)).toList());
    queue.addAll(news);
    news.clear();
  }

  /** Their history is told to its end: what was held may go. */
  void release(Predicate<TenantId> whose) {
    queue.release(whose);
  }

  /**
   * These tenants are somebody else's from now on.
   *
   * @param underWayWithin how long letters under way are waited for
   */
  void handOver(Predicate<TenantId> whose, Duration underWayWithin) {
    remembered.forget(whose);
    grouping.forget(whose);
    news.removeIf(owed -> whose.test(owed.telling().tenant()));
    try {
      queue.drop(whose, underWayWithin);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isFull() {
    return queue.size() >= OWED_MAX;
  }

  Backlog backlog() {
    return queue.backlog(clock.instant(), OVERDUE_AFTER);
  }

  /**
   * What is to be tried now, letter by letter; each is under way until {@link #settled}, {@link
   * #nobodyLeft}, {@link #overtaken} or {@link #brokeOff} is called.
   */
  List<List<Owed>> due(int lettersMax) {
    var now = clock.instant();
    var serverIsWell = rest.isOver(now);
    return queue.take(now, lettersMax, owed -> serverIsWell || owed.accepted());
  }

  /**
   * Remembers that these are told by one letter, where they are told together.
   *
   * @return whether it may be tried; otherwise they wait again, or are somebody else's by now
   */
  boolean seal(List<Owed> letter) {
    if (!letter.getFirst().id().isTogether()) {
      return true;
    }
    if (!letter.stream().allMatch(queue::isUnderWay)) {
      return false;
    }
    try {
      memory.keep(as(Status.PENDING, letter));
      return true;
    } catch (MemoryUnwritten later) {
      again(letter, "not tried; " + later.getMessage());
      return false;
    }
  }

  /** What came of a try. */
  void settled(List<Owed> letter, Delivery delivery) {
    switch (delivery) {
      case Delivery.Accepted accepted -> {
        rest.answered();
        rememberSent(letter);
      }
      case Failed failed -> {
        restIfServer(failed);
        again(letter, failed.why());
      }
    }
  }

  /** The person is in the registry no more. */
  void nobodyLeft(Owed owed) {
    forget(owed, "nobody is left to be told");
  }

  /** The request waits for the person no more. */
  void overtaken(Owed owed) {
    forget(owed, "it was decided meanwhile");
  }

  /** Whoever has taken the letter over says so themselves. */
  private void forget(Owed owed, String why) {
    if (!queue.isUnderWay(owed)) {
      return;
    }
    LOG.info("Notice {} is not mailed: {}", owed.notice(), why);
    try {
      memory.forget(owed.as(Status.PENDING));
      queue.done(owed);
    } catch (MemoryUnwritten later) {
      again(List.of(owed), "%s; %s".formatted(why, later.getMessage()));
    }
  }

  /**
   * The try ended without an answer: something of ours is broken, and this letter is still owed.
   */
  void brokeOff(List<Owed> letter) {
    again(letter, "the try broke off");
  }

  private void rememberSent(List<Owed> letter) {
    try {
      memory.keep(as(Status.SENT, letter));
      letter.forEach(queue::done);
    } catch (MemoryUnwritten later) {
      var now = clock.instant();
      LOG.warn("Letter {} is sent, and {}", letter.getFirst().id(), later.getMessage());
      letter.forEach(owed -> queue.again(owed.unremembered(now)));
    }
  }

  private void restIfServer(Failed failed) {
    switch (failed.scope()) {
      case SERVER -> rest.failed(clock.instant());
      case LETTER -> rest.answered();
    }
  }

  private void again(List<Owed> letter, String why) {
    var now = clock.instant();
    var later = letter.stream().map(owed -> owed.failed(why, now)).toList();
    later.forEach(
        owed ->
            LOG.warn(
                "Notice {} was not taken (attempt {}, again at {}): {}",
                owed.notice(),
                owed.attempts(),
                owed.due(),
                why));
    rememberTry(later.stream().filter(queue::isUnderWay).toList());
    later.forEach(queue::again);
  }

  /** For whoever takes over: worth keeping, and nothing is lost when it is not kept. */
  private void rememberTry(List<Owed> later) {
    if (later.isEmpty()) {
      return;
    }
    try {
      memory.keep(as(Status.PENDING, later));
    } catch (MemoryUnwritten attemptsOnly) {
      LOG.warn("The failed try is not counted beyond this process: {}", attemptsOnly.getMessage());
    }
  }

  private static List<Notice> as(Status status, List<Owed> letter) {
    return letter.stream().map(owed -> owed.as(status)).toList();
  }

  private Owed fresh(Telling telling) {
    var now = clock.instant();
    return grouping
        .until(telling, now)
        .map(until -> Owed.fresh(telling, waitingId(telling), until))
        .orElseGet(() -> Owed.fresh(telling, messageId(telling), now));
  }

  /** Empty when it was sent, or was nobody's to send; it begins a window all the same. */
  private Optional<Owed> resumed(Telling telling, Map<PersonId, Notice> before) {
    var now = clock.instant();
    var due = grouping.until(telling, now).orElse(now);
    return Optional.ofNullable(before.get(telling.recipient()))
        .filter(notice -> notice.status() == Status.PENDING)
        .map(notice -> Owed.resumed(telling, notice, due));
  }

  /** Owed once, to somebody who would not be told any more: an engineer, when their mail is off. */
  private void forgetOthers(List<Telling> tellings, Map<PersonId, Notice> before) {
    var others = new HashMap<>(before);
    tellings.forEach(telling -> others.remove(telling.recipient()));
    for (var notice : others.values()) {
      if (notice.status() == Status.PENDING) {
        LOG.info("Notice {} is no longer owed: not mailed", notice.key());
        memory.forget(notice);
      }
    }
  }

  private MessageId messageId(Telling telling) {
    var key = telling.notice();
    return MessageId.of(key.tenant(), key.sequence(), key.recipient(), messageIdDomain);
  }

  private MessageId waitingId(Telling telling) {
    return MessageId.waiting(telling.tenant(), telling.recipient(), messageIdDomain);
  }
}
