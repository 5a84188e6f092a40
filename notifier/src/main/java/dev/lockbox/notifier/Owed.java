package dev.lockbox.notifier;

import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.Notice.Status;
import dev.lockbox.notifier.channel.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A telling that is owed: it stands in {@code lockbox.notices} as PENDING.
 *
 * @param id of the letter that tells it; what is told together has the same
 * @param attempts failed so far
 * @param accepted whether the channel has taken it, and only the remembering is left
 * @param due from when on it may be tried
 */
record Owed(
    Telling telling,
    MessageId id,
    int attempts,
    Optional<String> lastFailure,
    boolean accepted,
    Instant due) {
  /** Earliest first; the notice's key makes no two the same. */
  static final Comparator<Owed> BY_DUE =
      Comparator.comparing(Owed::due)
          .thenComparing(owed -> owed.notice().tenant())
          .thenComparing(owed -> owed.notice().sequence())
          .thenComparing(owed -> owed.notice().recipient());

  static Owed fresh(Telling telling, MessageId id, Instant due) {
    return new Owed(telling, id, 0, Optional.empty(), false, due);
  }

  static Owed resumed(Telling telling, Notice notice, Instant due) {
    var id = new MessageId(notice.messageId());
    return new Owed(telling, id, notice.attempts(), notice.lastFailure(), false, due);
  }

  /**
   * As one letter tells them: what waited to be told together has a letter's id from here on.
   *
   * @param some of one id, at least one
   */
  static List<Owed> asLetter(List<Owed> some) {
    var first = some.getFirst();
    if (!first.id().isWaiting()) {
      return List.copyOf(some);
    }
    var letter = first.id().together(first.notice().sequence());
    return some.stream().map(owed -> owed.under(letter)).toList();
  }

  private Owed under(MessageId letter) {
    return new Owed(telling, letter, attempts, lastFailure, accepted, due);
  }

  Owed failed(String why, Instant now) {
    var again = now.plus(Pauses.after(attempts + 1));
    return new Owed(telling, id, attempts + 1, Optional.of(why), false, again);
  }

  /** Taken by the channel; the remembering did not succeed, and is tried again. */
  Owed unremembered(Instant now) {
    return new Owed(telling, id, attempts, lastFailure, true, now.plus(Pauses.FIRST));
  }

  /** Whether it waited to be told with others, if there were any. */
  boolean isGrouped() {
    return id.isWaiting() || id.isTogether();
  }

  Notice.Key notice() {
    return telling.notice();
  }

  /** Since when it is owed: since it happened. */
  Instant since() {
    return telling.event().at();
  }

  Notice as(Status status) {
    return new Notice(notice(), status, id.value(), attempts, lastFailure);
  }
}
