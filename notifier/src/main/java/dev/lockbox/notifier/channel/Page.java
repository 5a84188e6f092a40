package dev.lockbox.notifier.channel;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a letter says, before it is text or HTML: so that both say the same. Everything in it is
 * {@linkplain Shown shown} already; the HTML is still to be escaped.
 *
 * @param subject one line of ASCII
 * @param headline what happened, in a sentence or two
 * @param entries one, or one for each of several requests
 * @param quotes somebody's own words; last on the page, so that they cannot push the rest away
 */
record Page(
    String subject, String headline, List<Entry> entries, String footer, List<Quote> quotes) {

  /** Of one thing that happened. */
  Page(
      String subject,
      String headline,
      List<Fact> facts,
      URI link,
      String footer,
      Optional<Quote> quote) {
    this(subject, headline, List.of(new Entry(facts, link)), footer, quote.stream().toList());
  }

  /**
   * What is to be known, and where to read on.
   *
   * @param link where the request is read; it has no authority, and decides nothing
   */
  record Entry(List<Fact> facts, URI link) {}

  /** One line of the table; several values when there are several. */
  record Fact(String label, List<String> values) {
    static Fact of(String label, String value) {
      return new Fact(label, List.of(value));
    }
  }

  /** Somebody's own words, and whose. */
  record Quote(String label, String words) {}
}
