package dev.lockbox.api.signin;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The few pages on the way in and out, which look like the portal. They need no script, and hold
 * nothing of any customer.
 */
final class Page {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
      %s    <title>%s · Lockbox</title>
          <link rel="stylesheet" href="/portal/assets/portal.css">
          <link rel="icon" href="/portal/assets/icon.svg" type="image/svg+xml">
        </head>
        <body>
          <header class="bar"><p class="brand">Lockbox</p></header>
          <main>
            <h1>%s</h1>
      %s    </main>
        </body>
      </html>
      """;

  private static final String AT_ONCE = "    <meta http-equiv=\"refresh\" content=\"0;url=%s\">\n";
  private static final String PARAGRAPH = "      <p>%s</p>\n";
  private static final String LINK = "      <p><a href=\"%s\">%s</a></p>\n";

  private static final String SIGN_IN =
      LINK.formatted(SigninController.address(LocalPage.HOME, false), "Sign in");

  private Page() {}

  /** Leads on at once, as if its user had followed a link on it. */
  static MutableHttpResponse<String> onward(String to) {
    var address = escaped(to);
    return answer(
        HttpStatus.OK,
        AT_ONCE.formatted(address),
        "One moment",
        LINK.formatted(address, "Go on, if nothing happens"));
  }

  /** Lets people choose among several issuers. */
  static MutableHttpResponse<String> choice(
      Collection<OpenIdIssuer> issuers, Function<OpenIdIssuer, String> address) {
    var links =
        issuers.stream()
            .map(one -> LINK.formatted(escaped(address.apply(one)), escaped(one.title())))
            .collect(Collectors.joining());
    return answer(HttpStatus.OK, "", "Where do you sign in?", links);
  }

  /** To whom the sign-in service goes on knowing. */
  static MutableHttpResponse<String> signedOut() {
    return answer(
        HttpStatus.OK,
        "",
        "You are signed out here",
        PARAGRAPH.formatted(
                "Your sign-in service was not told, and may still know you: whoever uses this"
                    + " browser may be signed in again as you. Sign out there too.")
            + SIGN_IN);
  }

  /** Leads on at once to where one signs out at the sign-in service too. */
  static MutableHttpResponse<String> signedOutHereAndThen(String to) {
    var address = escaped(to);
    return answer(
        HttpStatus.OK,
        AT_ONCE.formatted(address),
        "You are signed out here",
        PARAGRAPH.formatted("Next, you sign out at your sign-in service.")
            + LINK.formatted(address, "Go on, if nothing happens"));
  }

  /** To whoever comes back from there. */
  static MutableHttpResponse<String> signedOutThereToo(String issuer) {
    return answer(
        HttpStatus.OK,
        "",
        "You are signed out",
        PARAGRAPH.formatted("Here and, as it reports, at " + escaped(issuer) + " too.") + SIGN_IN);
  }

  /** To whoever was not led there from here, and may be signed in for all we know. */
  static MutableHttpResponse<String> nobodyLeft() {
    return answer(
        HttpStatus.BAD_REQUEST,
        "",
        "Nobody was signed out by this",
        PARAGRAPH.formatted(
                "People come by here who signed out, within ten minutes. To sign out, use the"
                    + " button on any page.")
            + LINK.formatted(LocalPage.HOME, "Go to the start"));
  }

  /** To whom it could not be made to hold everywhere. */
  static MutableHttpResponse<String> signedOutHereAlone() {
    return answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "",
        "This browser is signed out, but it is not certain that all is",
        PARAGRAPH.formatted(
                "Your session could not be ended everywhere just now. Somebody who has a copy of it"
                    + " could use it for some minutes more.")
            + PARAGRAPH.formatted(
                "If you fear that somebody does, tell whoever operates this service.")
            + LINK.formatted(SigninController.address(LocalPage.HOME, false), "Sign in"));
  }

  /** To a form that was sent to another name of this machine than the one that is set. */
  static MutableHttpResponse<String> elsewhere(URI origin) {
    return answer(
        HttpStatus.MISDIRECTED_REQUEST,
        "",
        "These pages are under another address",
        PARAGRAPH.formatted("Nothing was done. They are at " + escaped(origin.toString()) + ".")
            + LINK.formatted(escaped(origin + LocalPage.HOME), "Go there"));
  }

  /** While nobody knows here who has signed out. */
  static MutableHttpResponse<String> notKnown() {
    return answer(
            HttpStatus.SERVICE_UNAVAILABLE,
            "",
            "Nobody can be let in just now",
            PARAGRAPH.formatted(
                "It is not known here who has signed out. Nothing was done. Try again in a"
                    + " moment."))
        .header("Retry-After", "2");
  }

  static MutableHttpResponse<String> failed(SignInFailed failed, URI again) {
    return answer(
        failed.status(),
        "",
        "You are not signed in",
        PARAGRAPH.formatted(escaped(failed.told()))
            + LINK.formatted(escaped(again.toString()), "Try again"));
  }

  /** To whoever sends a form, or asks for part of a page, without a session. */
  static MutableHttpResponse<String> sessionOver() {
    return answer(
        HttpStatus.UNAUTHORIZED,
        "",
        "Your session is over",
        PARAGRAPH.formatted("Nothing was done.")
            + LINK.formatted(SigninController.address(LocalPage.HOME, false), "Sign in"));
  }

  /** To a form that was not one of our pages'. */
  static MutableHttpResponse<String> formNotOurs() {
    return answer(
        HttpStatus.FORBIDDEN,
        "",
        "This form was not sent from here",
        PARAGRAPH.formatted("Nothing was done. Open the page anew and try once more.")
            + LINK.formatted(LocalPage.HOME, "Go to the start"));
  }

  static MutableHttpResponse<String> nobodySignsIn() {
    return answer(
        HttpStatus.NOT_FOUND,
        "",
        "There is nothing here",
        PARAGRAPH.formatted("Nobody signs in with a browser at this service."));
  }

  private static MutableHttpResponse<String> answer(
      HttpStatus status, String head, String title, String body) {
    return HttpResponse.<String>status(status)
        .contentType(MediaType.TEXT_HTML_TYPE)
        .body(FRAME.formatted(head, title, title, body));
  }

  /** Text as HTML has it, within quotes too. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
