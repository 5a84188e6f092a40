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
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each notice once per event, however often the event is read and however often a try fails. A
 * notice is remembered as PENDING before its event counts as heard, and as SENT after the channel
 * has accepted it: between those two a crash repeats it, under the same Message-ID.
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
  private final InstantSource clock;
  private final OwedQueue queue = new OwedQueue();
  private final ServerRest rest = new ServerRest();
  private final Remembered remembered = new Remembered();
  private final List<Owed> news = new ArrayList<>();

  /**
   * @param messageIdDomain the part of a Message-ID after its {@code @}
   */
  Outbox(Memory memory, String messageIdDomain, InstantSource clock) {
    this.memory = memory;
    this.messageIdDomain = messageIdDomain;
    this.clock = clock;
  }

  /** These tenants are ours from now on: their history will be told from its beginning. */
  void takeOver(Predicate<TenantId> whose) {
    remembered.addAll(memory.recall(whose));
  }

  /** An entry whose notices were remembered before: those still owed are held until released. */
  void replayed(Recorded recorded, List<Telling> tellings) {
    var before = remembered.take(recorded.event().tenant(), recorded.sequence());
    resumable(tellings, before).forEach(queue::hold);
    forgetOthers(tellings, before);
  }

  /** An entry whose notices may be new. They are owed from the next {@link #settle} on. */
  void happened(Recorded recorded, List<Telling> tellings) {
    var before = remembered.take(recorded.event().tenant(), recorded.sequence());
    queue.addAll(resumable(tellings, before));
    tellings.stream()
        .filter(telling -> !before.containsKey(telling.recipient()))
        .map(telling -> Owed.fresh(telling, messageId(telling), clock.instant()))
        .forEach(news::add);
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
   * What is to be tried now; each is under way until {@link #settled}, {@link #nobodyLeft} or
   * {@link #brokeOff} is called.
   */
  List<Owed> due(int underWayMax) {
    var now = clock.instant();
    var serverIsWell = rest.isOver(now);
    return queue.take(now, underWayMax, owed -> serverIsWell || owed.accepted());
  }

  /** What came of a try. */
  void settled(Owed owed, Delivery delivery) {
    switch (delivery) {
      case Delivery.Accepted accepted -> {
        rest.answered();
        rememberSent(owed);
      }
      case Failed failed -> {
        restIfServer(failed);
        again(owed, failed.why());
      }
    }
  }

  /**
   * The person is in the registry no more. Whoever has taken the letter over says so themselves.
   */
  void nobodyLeft(Owed owed) {
    if (!queue.isUnderWay(owed)) {
      return;
    }
    LOG.info("Nobody is left to be told of {}: not mailed", owed.notice());
    try {
      memory.forget(owed.as(Status.PENDING));
      queue.done(owed);
    } catch (MemoryUnwritten later) {
      again(owed, "nobody is left to be told; " + later.getMessage());
    }
  }

  /**
   * The try ended without an answer: something of ours is broken, and this letter is still owed.
   */
  void brokeOff(Owed owed) {
    again(owed, "the try broke off");
  }

  private void rememberSent(Owed owed) {
    try {
      memory.keep(List.of(owed.as(Status.SENT)));
      queue.done(owed);
    } catch (MemoryUnwritten later) {
      LOG.warn("Notice {} is sent, and {}", owed.notice(), later.getMessage());
      queue.again(owed.unremembered(clock.instant()));
    }
  }

  private void restIfServer(Failed failed) {
    switch (failed.scope()) {
      case SERVER -> rest.failed(clock.instant());
      case LETTER -> rest.answered();
    }
  }

  private void again(Owed owed, String why) {
    var later = owed.failed(why, clock.instant());
    LOG.warn(
        "Notice {} was not taken (attempt {}, again at {}): {}",
        owed.notice(),
        later.attempts(),
        later.due(),
        why);
    if (queue.isUnderWay(owed)) {
      rememberTry(later);
    }
    queue.again(later);
  }

  /** For whoever takes over: worth keeping, and nothing is lost when it is not kept. */
  private void rememberTry(Owed later) {
    try {
      memory.keep(List.of(later.as(Status.PENDING)));
    } catch (MemoryUnwritten attemptsOnly) {
      LOG.warn("The failed try is not counted beyond this process: {}", attemptsOnly.getMessage());
    }
  }

  private List<Owed> resumable(List<Telling> tellings, Map<PersonId, Notice> before) {
    var resumed = new ArrayList<Owed>();
    for (var telling : tellings) {
      var notice = before.get(telling.recipient());
      if (notice != null && notice.status() == Status.PENDING) {
        resumed.add(Owed.resumed(telling, notice, clock.instant()));
      }
    }
    return resumed;
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
}
