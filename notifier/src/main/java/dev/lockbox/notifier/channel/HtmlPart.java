package dev.lockbox.notifier.channel;

import dev.lockbox.notifier.channel.Page.Entry;
import dev.lockbox.notifier.channel.Page.Fact;
import dev.lockbox.notifier.channel.Page.Quote;
import java.util.stream.Collectors;

/** A page as HTML: no script, no image, no form, nothing that is fetched when it is read. */
final class HtmlPart {
  private HtmlPart() {}

  static String of(Page page) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%s</title></head>
        <body style="font-family: sans-serif">
        <p>%s</p>
        %s
        <p><small>%s</small></p>
        %s</body>
        </html>
        """
        .formatted(
            escaped(page.subject()),
            escaped(page.headline()),
            page.entries().stream().map(HtmlPart::entry).collect(Collectors.joining("\n")),
            escaped(page.footer()),
            page.quotes().stream().map(HtmlPart::quoted).collect(Collectors.joining()));
  }

  private static String entry(Entry entry) {
    return """
        <table>
        %s
        </table>
        <p><a href="%s">Read it here</a></p>"""
        .formatted(
            entry.facts().stream().map(HtmlPart::row).collect(Collectors.joining("\n")),
            escaped(entry.link().toString()));
  }

  private static String row(Fact fact) {
    var values = fact.values().stream().map(HtmlPart::escaped).collect(Collectors.joining("<br>"));
    return "<tr><th align=\"left\" valign=\"top\">%s</th><td>%s</td></tr>"
        .formatted(escaped(fact.label()), values);
  }

  private static String quoted(Quote quote) {
    return """
        <p>%s:</p>
        <blockquote style="white-space: pre-wrap">%s</blockquote>
        """
        .formatted(escaped(quote.label()), escaped(quote.words()));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
