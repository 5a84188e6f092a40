package dev.lockbox.notifier.channel;

import dev.lockbox.domain.Opening;
import dev.lockbox.notifier.channel.Page.Quote;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a letter says of several of one customer's requests that wait for the same person. */
final class TogetherWording {
  private TogetherWording() {}

  /**
   * Each request with its own facts and its own link, as a letter of its own would tell it.
   *
   * @param pages what those letters say
   * @param quotes why each was asked for
   */
  static Page page(Letter letter, List<Page> pages, List<Quote> quotes, String footer) {
    var count = letter.matters().size();
    var first = Times.shown(firstDeadline(letter));
    return new Page(
        "[%s] %s access requests: decide by %s on the first"
            .formatted(letter.event().tenant(), count, first),
        "%s requests for access wait for you. Decide on each by its own time, the first of which is %s: a request that nobody decides expires then."
            .formatted(count, first),
        pages.stream().flatMap(page -> page.entries().stream()).toList(),
        footer,
        quotes);
  }

  private static Instant firstDeadline(Letter letter) {
    return letter.matters().stream()
        .flatMap(matter -> matter.opening().stream())
        .map(Opening::decideBy)
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalArgumentException("nothing in %s waits".formatted(letter)));
  }
}
