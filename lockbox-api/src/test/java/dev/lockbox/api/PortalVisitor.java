package dev.lockbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.TenantId;
import java.util.Map;

/** Somebody who is signed in, at a browser without script. */
final class PortalVisitor {
  private final Browser browser;

  private PortalVisitor(Browser browser) {
    this.browser = browser;
  }

  static PortalVisitor signedIn(HttpRig http, String person, TenantId tenant, String... roles) {
    var browser = http.browser();
    browser.arrive("/portal", person, tenant, roles);
    return new PortalVisitor(browser);
  }

  Answer get(String path) {
    return browser.get(path);
  }

  /** A page asks for something by itself. */
  Answer fetch(String path) {
    return browser.fetch(path);
  }

  /** What the page of this path hears once it was opened. */
  Heard hear(String path) {
    return listen(open(path).news());
  }

  Heard listen(String news) {
    return browser.hear(news);
  }

  /** Asks in a way that no page of ours does. */
  Answer send(String method, String path) {
    var headers = Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null");
    return browser.send(method, path, headers, "");
  }

  PortalPage open(String path) {
    var answer = get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return PortalPage.of(answer);
  }

  /** Sends the form, and gives the answer itself. */
  Answer send(PortalForm form) {
    return browser.post(form.action(), form.body());
  }

  /** Sends the form, and goes where its answer leads. */
  PortalPage submit(PortalForm form) {
    var answer = send(form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return open(answer.header("Location").orElseThrow().replaceAll("#.*", ""));
  }
}
