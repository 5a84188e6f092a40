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
 * @param quote somebody's own words; last on the page, so that they cannot push the rest away
 * @param link where the request is read; it has no authority, and decides nothing
 */
record Page(
    String subject,
    String headline,
    List<Fact> facts,
    URI link,
    String footer,
    Optional<Quote> quote) {

  /** One line of the table; several values when there are several. */
  record Fact(String label, List<String> values) {
    static Fact of(String label, String value) {
      return new Fact(label, List.of(value));
    }
  }

  /** Somebody's own words, and whose. */
  record Quote(String label, String words) {}
}
