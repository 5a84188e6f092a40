package dev.lockbox.notifier.channel;

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

        Read it here:
        %s

        %s
        %s"""
        .formatted(
            page.headline(),
            page.facts().stream().map(TextPart::line).collect(Collectors.joining("\n")),
            page.link(),
            page.footer(),
            page.quote().map(TextPart::quoted).orElse(""));
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
