package dev.lockbox.notifier;

import dev.lockbox.notifier.channel.Channel;
import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Letter;
import dev.lockbox.notifier.channel.Letter.Matter;
import java.util.ArrayList;
import java.util.List;
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
    outbox.due(atOnce).forEach(letter -> carriers.execute(() -> carry(letter)));
  }

  private void carry(List<Owed> letter) {
    var over = false;
    try {
      attempt(letter);
      over = true;
    } finally {
      if (!over) {
        outbox.brokeOff(letter);
      }
    }
  }

  private void attempt(List<Owed> letter) {
    if (letter.stream().anyMatch(Owed::accepted)) {
      outbox.settled(letter, new Accepted());
      return;
    }
    var members = history.members(letter.getFirst().telling().tenant());
    if (members.isEmpty()) {
      // The tenant is not known here just now, its partition being another's or read anew: that is
      // no word of who has left, or of what was decided.
      outbox.brokeOff(letter);
      return;
    }
    var toTell = withoutOvertaken(letter);
    toTell.stream()
        .flatMap(owed -> whoToTell.address(owed.telling(), members).stream())
        .findFirst()
        .ifPresentOrElse(
            address -> deliver(toTell, address), () -> toTell.forEach(this::nobodyLeft));
  }

  private List<Owed> withoutOvertaken(List<Owed> letter) {
    var left = new ArrayList<Owed>();
    for (var owed : letter) {
      if (isOvertaken(owed)) {
        overtaken(owed);
      } else {
        left.add(owed);
      }
    }
    return left;
  }

  /** Only what had to wait can be: of all else people are told, whatever happened since. */
  private boolean isOvertaken(Owed owed) {
    var telling = owed.telling();
    return owed.isGrouped()
        && telling
            .event()
            .about()
            .filter(request -> history.waits(request, telling.recipient()))
            .isEmpty();
  }

  private void deliver(List<Owed> letter, String address) {
    if (!outbox.seal(letter)) {
      return;
    }
    var matters =
        letter.stream()
            .map(Owed::telling)
            .map(telling -> new Matter(telling.event(), telling.opening()))
            .toList();
    var delivery = channel.deliver(new Letter(letter.getFirst().id(), address, matters));
    tally.count(delivery);
    outbox.settled(letter, delivery);
  }

  private void nobodyLeft(Owed owed) {
    tally.countNobodyLeft();
    outbox.nobodyLeft(owed);
  }

  private void overtaken(Owed owed) {
    tally.countOvertaken();
    outbox.overtaken(owed);
  }
}
