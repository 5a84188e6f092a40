package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms are taken from somebody who is signed in: those of our own pages, made for them. */
@ExtendWith(OneHttpRig.class)
class FormsHttpTest {
  private static final String PAGE = "/portal/sample";

  private final HttpRig http;
  private final Browser browser;
  private final String csrf;

  FormsHttpTest(HttpRig http) {
    this.http = http;
    this.browser = http.browser();
    this.csrf = signIn(browser, "anna");
  }

  private static String signIn(Browser browser, String person) {
    var page = browser.signIn(PAGE, person, CONTOSO, "approver").text();
    return page.substring(page.lastIndexOf('|') + 1);
  }

  @Test
  void aFormOfOurOwnPageIsTaken() {
    var answer = browser.post(PAGE, "word=yes&csrf=" + csrf);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("anna said yes");
  }

  @Test
  void theHeaderWillDoInstead() {
    var answer = send(Map.of("Sec-Fetch-Site", "same-origin", "X-CSRF", csrf), "word=yes");
    assertThat(answer.text()).isEqualTo("anna said yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word=yes", "word=yes&csrf=", "word=yes&csrf=wrong", "csrf", ""})
  void withoutWhatOnlyOurPagesHaveItIsNot(String form) {
    refused(browser.post(PAGE, form));
    refused(browser.post(PAGE + "/careless", form));
  }

  @Test
  void whatIsCarriedTwiceIsNotCarried() {
    refused(browser.post(PAGE, "csrf=%1$s&word=yes&csrf=%1$s".formatted(csrf)));
    refused(browser.post(PAGE, "csrf=wrong&word=yes&csrf=" + csrf));
  }

  @Test
  void anothersFormIsNotTaken() {
    var bens = signIn(http.browser(), "ben");
    refused(browser.post(PAGE, "word=yes&csrf=" + bens));
    var earlier = csrf;
    var now = signIn(browser, "anna");
    assertThat(now).isNotEqualTo(earlier);
    refused(browser.post(PAGE, "word=yes&csrf=" + earlier));
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, null",
    "same-site, null",
    "none, null",
    "cross-site, OURS",
    "same-origin, https://evil.example",
    "'', https://evil.example",
    "'', null",
    "'', ''",
    "'', http://127.0.0.1"
  })
  void aFormFromElsewhereIsNotTakenWhateverItCarries(String site, String origin) {
    refused(send(headers(site, origin), "word=yes&csrf=" + csrf));
  }

  @ParameterizedTest
  @CsvSource({"same-origin, null", "same-origin, OURS", "same-origin, ''", "'', OURS"})
  void browsersSayInTheseWaysThatItIsFromHere(String site, String origin) {
    assertThat(send(headers(site, origin), "word=yes&csrf=" + csrf).status()).isEqualTo(200);
  }

  @Test
  void withoutASessionNoFormIsTaken() {
    var answer = http.browser().post(PAGE, "word=yes&csrf=" + csrf);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).contains("Nothing was done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void noOtherMethodComesThrough(String method) {
    var answer = browser.send(method, PAGE, Map.of("Sec-Fetch-Site", "same-origin"), "word=yes");
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
  }

  private Map<String, String> headers(String site, String origin) {
    var headers = new HashMap<String, String>();
    if (!site.isEmpty()) {
      headers.put("Sec-Fetch-Site", site);
    }
    if (!origin.isEmpty()) {
      headers.put("Origin", origin.equals("OURS") ? http.base().toString() : origin);
    }
    return headers;
  }

  private Answer send(Map<String, String> headers, String form) {
    return browser.send("POST", PAGE, headers, form);
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.text()).contains("Nothing was done");
  }
}
