package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is usual, over HTTP and in the portal (FEATURES row 94). */
@ExtendWith(OneHttpRig.class)
class AdviceHttpTest {
  private final HttpRig http;
  private final HttpCaller anna;

  AdviceHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    this.anna = http.caller("anna", CONTOSO, "approver");
  }

  private void granted(int many) {
    for (var more = 0; more < many; more++) {
      var path = http.open(CONTOSO, "before-" + more);
      var yes = "{\"decisionId\":\"y\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
      anna.post(path + "/approve", yes).ok();
    }
  }

  private String page() {
    return PortalVisitor.signedIn(http, "anna", CONTOSO, "approver")
        .open("/portal/tenants/contoso/requests/req-1")
        .text();
  }

  @Test
  void whoeverDecidesReadsWhatIsUsual() {
    granted(5);
    var advice = anna.get(http.open(CONTOSO, "req-1")).ok().path("advice");
    assertThat(advice.path("granted").asInt()).isEqualTo(5);
    assertThat(advice.path("narrowed").asInt()).isEqualTo(5);
    assertThat(advice.path("median").asText()).isEqualTo("PT1H");
    assertThat(advice.path("longerThanUsual").asBoolean()).isTrue();
    assertThat(page())
        .contains(
            "Of 5 requests granted where no reason code was said, half were for 1 hour at most",
            "nine of ten for 1 hour at most",
            "5 allowed less than was asked for",
            "This is for longer.");
  }

  @Test
  void whereTooLittleIsKnownThatIsSaid() {
    granted(1);
    http.open(CONTOSO, "req-1");
    assertThat(page())
        .contains("Nothing is usual yet where no reason code is said", "1 request was granted")
        .doesNotContain("This is for longer.");
  }
}
