package dev.lockbox.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.people.Cast;
import dev.lockbox.local.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page on which anybody chooses whom of the demo to be. */
final class LoginPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>Who are you? · Lockbox demo</title>
          <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem }
            button { font: inherit; width: 100%%; margin: .25rem 0; padding: .6rem 1rem; text-align: left; cursor: pointer }
          </style>
        </head>
        <body>
          <main>
            <h1>Who are you?</h1>
            <p>This is the demo's sign-in service. It believes everybody, and asks for no password.</p>
      %s    </main>
        </body>
      </html>
      """;

  private static final String CHOICE =
      """
            <form method="post">
              <input type="hidden" name="username" value="%s">
              <input type="hidden" name="claims" value="%s">
              <button>%s, %s of %s</button>
            </form>
      """;

  private LoginPage() {}

  /** Writes it, since the server reads a file. */
  static Path beside(Path file) {
    var page = file.resolveSibling("issuer-login.html");
    try {
      return Files.writeString(page, html(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + page, e);
    }
  }

  private static String html() {
    return PAGE.formatted(
        Cast.all().stream()
            .filter(person -> person != Cast.GATEWAY)
            .map(LoginPage::choice)
            .collect(Collectors.joining()));
  }

  private static String choice(Person person) {
    var name = person.id().substring(0, 1).toUpperCase(Locale.ROOT) + person.id().substring(1);
    return CHOICE.formatted(
        person.id(),
        claims(person, name).replace("\"", "&quot;"),
        name,
        person.role().name().toLowerCase(Locale.ROOT),
        person.tenant().map(TenantId::value).orElse("nobody"));
  }

  private static String claims(Person person, String name) {
    var claims = new TreeMap<>(person.claims());
    claims.put("name", name);
    try {
      return JSON.writeValueAsString(claims);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("names and texts are JSON", impossible);
    }
  }
}
