package dev.lockbox.api.problem;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where the {@code type} of a problem document leads: every code, what it means, its status. */
@Controller("/docs/problems")
@Hidden
class ProblemsPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>Problems of the Lockbox API</title>
        </head>
        <body>
          <h1>Problems</h1>
          <p>What went wrong is answered as <code>application/problem+json</code> (RFC 9457). Programs
          tell problems apart by <code>code</code>.</p>
          <table>
            <thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
            <tbody>
      %s
            </tbody>
          </table>
        </body>
      </html>
      """;

  @Get(produces = MediaType.TEXT_HTML)
  String show() {
    return PAGE.formatted(
        Arrays.stream(Code.values()).map(ProblemsPage::row).collect(Collectors.joining("\n")));
  }

  /** Titles are ours, and hold nothing that HTML reads as its own. */
  private static String row(Code code) {
    return "        <tr id=\"%s\"><th scope=\"row\"><code>%s</code></th><td>%s</td><td>%s</td></tr>"
        .formatted(code, code, code.status(), code.title());
  }
}
