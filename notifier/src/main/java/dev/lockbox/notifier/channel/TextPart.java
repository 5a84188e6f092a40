package dev.lockbox.notifier.channel;

import dev.lockbox.notifier.channel.Page.Entry;
import dev.lockbox.notifier.channel.Page.Fact;
import dev.lockbox.notifier.channel.Page.Quote;
import java.util.stream.Collectors;

/** A page as plain text. */
final class TextPart {
  private TextPart() {}

  static String of(Page page) {
    return """
        %s

        %s

        %s
        %s"""
        .formatted(
            page.headline(),
            page.entries().stream().map(TextPart::entry).collect(Collectors.joining("\n\n")),
            page.footer(),
            page.quotes().stream().map(TextPart::quoted).collect(Collectors.joining()));
  }

  private static String entry(Entry entry) {
    return """
        %s

        Read it here:
        %s"""
        .formatted(
            entry.facts().stream().map(TextPart::line).collect(Collectors.joining("\n")),
            entry.link());
  }

  private static String line(Fact fact) {
    return "%-12s %s"
        .formatted(fact.label() + ":", String.join("\n" + " ".repeat(13), fact.values()));
  }

  /** Every line is marked, so that nothing in it passes for a sentence of ours. */
  private static String quoted(Quote quote) {
    return "\n%s:\n> %s\n".formatted(quote.label(), quote.words().replace("\n", "\n> "));
  }
}
