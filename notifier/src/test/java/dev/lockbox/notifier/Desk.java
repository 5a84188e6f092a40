package dev.lockbox.notifier;

import dev.lockbox.domain.Recorded;
import dev.lockbox.notifier.channel.Delivery;
import dev.lockbox.notifier.channel.FakeChannel;
import dev.lockbox.notifier.channel.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A notifier without Kafka, threads or a clock of its own; ended and begun anew at will. */
final class Desk {
  static final int AT_ONCE = 4;
  static final Duration WINDOW = Duration.ofMinutes(5);

  final HandClock clock;
  final FakeMemory memory;
  final FakeChannel channel;
  final History history = new History();
  final WhoToTell whoToTell = new WhoToTell(new EngineerMail(Optional.of("{id}@provider.example")));
  final Outbox outbox;
  private final Duration window;
  private final Courier courier;

  Desk() {
    this(WINDOW);
  }

  Desk(Duration window) {
    this(window, new HandClock(), new FakeMemory(), new FakeChannel());
  }

  private Desk(Duration window, HandClock clock, FakeMemory memory, FakeChannel channel) {
    this.window = window;
    this.clock = clock;
    this.memory = memory;
    this.channel = channel;
    this.outbox = new Outbox(memory, "provider.example", new Grouping(window), clock);
    this.courier =
        new Courier(outbox, channel, history, whoToTell, new NoTally(), Runnable::run, AT_ONCE);
  }

  /** Another process, after this one was killed: only memory and the world are still there. */
  Desk reborn() {
    return new Desk(window, clock, memory, channel);
  }

  /** The same, and it has recalled what is remembered. */
  Desk afterCrash() {
    var next = reborn();
    next.outbox.takeOver(anybody -> true);
    return next;
  }

  void happens(List<Recorded> entries) {
    entries.forEach(this::happens);
    outbox.settle();
  }

  /** One entry; what comes of it is remembered by the next {@link Outbox#settle}. */
  void happens(Recorded entry) {
    outbox.happened(entry, whoToTell.tellings(entry, history.fold(entry)));
  }

  void replay(List<Recorded> entries) {
    for (var entry : entries) {
      outbox.replayed(entry, whoToTell.tellings(entry, history.fold(entry)));
    }
  }

  void look() {
    courier.look();
  }

  /** Addresses that got a letter, in the order of their getting it. */
  List<String> got() {
    return channel.taken().stream().map(Letter::to).toList();
  }

  private static final class NoTally implements Tally {
    @Override
    public void count(Delivery delivery) {}

    @Override
    public void countNobodyLeft() {}

    @Override
    public void countOvertaken() {}
  }
}
