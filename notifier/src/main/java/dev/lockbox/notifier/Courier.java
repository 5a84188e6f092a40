package dev.lockbox.notifier;

import dev.lockbox.notifier.channel.Channel;
import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Letter;
import java.util.concurrent.Executor;

/** Carries letters from the outbox to the channel, a few at once. */
final class Courier {
  private final Outbox outbox;
  private final Channel channel;
  private final History history;
  private final WhoToTell whoToTell;
  private final Tally tally;
  private final Executor carriers;
  private final int atOnce;

  /**
   * @param atOnce letters under way together, at least 1
   */
  Courier(
      Outbox outbox,
      Channel channel,
      History history,
      WhoToTell whoToTell,
      Tally tally,
      Executor carriers,
      int atOnce) {
    this.outbox = outbox;
    this.channel = channel;
    this.history = history;
    this.whoToTell = whoToTell;
    this.tally = tally;
    this.carriers = carriers;
    this.atOnce = atOnce;
  }

  /** Hands what is due to the carriers, and returns. */
  void look() {
    outbox.due(atOnce).forEach(owed -> carriers.execute(() -> carry(owed)));
  }

  private void carry(Owed owed) {
    var over = false;
    try {
      attempt(owed);
      over = true;
    } finally {
      if (!over) {
        outbox.brokeOff(owed);
      }
    }
  }

  private void attempt(Owed owed) {
    if (owed.accepted()) {
      outbox.settled(owed, new Accepted());
      return;
    }
    var telling = owed.telling();
    var members = history.members(telling.tenant());
    if (members.isEmpty()) {
      // The tenant is not known here just now, its partition being another's or read anew: that is
      // no word of who has left.
      outbox.brokeOff(owed);
      return;
    }
    whoToTell
        .address(telling, members)
        .ifPresentOrElse(address -> deliver(owed, address), () -> nobodyLeft(owed));
  }

  private void deliver(Owed owed, String address) {
    var telling = owed.telling();
    var letter = new Letter(owed.id(), address, telling.event(), telling.opening());
    var delivery = channel.deliver(letter);
    tally.count(delivery);
    outbox.settled(owed, delivery);
  }

  private void nobodyLeft(Owed owed) {
    tally.countNobodyLeft();
    outbox.nobodyLeft(owed);
  }
}
