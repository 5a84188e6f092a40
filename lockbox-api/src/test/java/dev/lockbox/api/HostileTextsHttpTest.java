package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Said;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H8: wherever somebody writes something, or asks for something, it is text on every page. */
@ExtendWith(OneHttpRig.class)
class HostileTextsHttpTest {
  private static final String TENANT = "/portal/tenants/contoso";
  private static final String ONE = TENANT + "/requests/req-1";

  /** What no page of ours holds: code, and what brings some. */
  private static final String CODE =
      "//script[not(starts-with(@src, '/portal/assets/')) or text()] | //main//script | //style |"
          + " //img | //svg | //iframe | //object | //embed | //base | //math | //template |"
          + " //@*[starts-with(name(), 'on')]/.. | //@*[starts-with(., 'javascript:')]/.. |"
          + " //@srcdoc/.. | //meta[@http-equiv]";

  private final HttpRig http;
  private final PortalVisitor anna;

  HostileTextsHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    this.anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "' autofocus onfocus='alert(1)",
        "</textarea><iframe srcdoc='<script>1</script>'>",
        "</title><base href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=1>",
        "<a href=javascript:alert(1)>yes</a>",
        "<!--<script>",
        "]]><script>1</script>",
        "{{constructor.constructor('x')()}} ${7*7} [[${7*7}]] __${7*7}__",
        "&lt;script&gt;1&lt;/script&gt;",
        "+ADw-script+AD4-alert(1)",
        "\\u003cscript\\u003e%3Cscript%3E");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whateverPeopleSayToEachOtherIsText(String hostile) {
    http.open(CONTOSO, "req-1", Said.nothing().pseudonym(hostile).details());
    var asking = with(anna.open(ONE).form("Ask"), "question", hostile);
    harmless(anna.submit(asking), hostile);
    var denying = with(anna.open(ONE).form("Deny"), "reason", hostile);
    harmless(anna.submit(denying), hostile);
    for (var path :
        List.of(
            ONE,
            ONE + "/history",
            TENANT + "/requests",
            TENANT + "/activity",
            TENANT + "/events")) {
      harmless(anna.open(path));
    }
  }

  /** Nor does any of it come back from the address of a page. */
  @ParameterizedTest
  @MethodSource("hostile")
  void whateverIsAskedForIsText(String hostile) {
    http.open(CONTOSO, "req-1");
    var asked = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
    for (var path :
        List.of(
            TENANT + "/activity?type=" + asked + "&request=" + asked + "&actor=" + asked,
            TENANT + "/events?type=" + asked + "&request=" + asked + "&actor=" + asked,
            TENANT + "/requests?state=" + asked,
            TENANT + "/activity?from=" + asked + "&until=" + asked + "&cursor=" + asked,
            TENANT + "/requests?cursor=" + asked,
            ONE + "?decision=" + asked,
            ONE + "/history?type=" + asked + "&actor=" + asked,
            "/portal/nothing?" + asked,
            "/portal/tenants/contoso/requests/" + asked.replace("%2F", "-"))) {
      harmless(PortalPage.of(anna.get(path)));
    }
    assertThat(http.browser().get("/signin?to=" + asked).text()).doesNotContain(hostile);
  }

  private static PortalForm with(PortalForm form, String field, String value) {
    var fields = new LinkedHashMap<>(form.fields());
    fields.put(field, List.of(value));
    return new PortalForm(form.action(), fields);
  }

  private static void harmless(PortalPage page, String shown) {
    assertThat(page.text()).contains(shown.replaceAll("\\s+", " "));
    harmless(page);
  }

  private static void harmless(PortalPage page) {
    assertThat(page.all(CODE)).isEmpty();
  }
}
