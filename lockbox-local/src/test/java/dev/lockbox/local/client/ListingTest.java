package dev.lockbox.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void aRequestIsALineInColumns() throws Exception {
    var requests =
        json(
            """
            [{"id":"r-1","state":"CUSTOMER_NOTIFIED","version":1,"engineer":"eva","decideBy":"2026-03-05T10:30:00Z",
              "accessUntil":null,"actions":["k8s.pod.logs","k8s.metrics.read"],"justification":"slow disk"},
             {"id":"request-2","state":"DENIED","version":12,"engineer":"eva","decideBy":"2026-03-05T10:30:00Z",
              "accessUntil":null,"actions":["k8s.pod.logs"],"justification":"no"}]
            """);

    assertThat(Listing.of(requests, NOW))
        .isEqualTo(
            """
            ID         STATE              VERSION  ENGINEER  LEFT   ACTIONS                        JUSTIFICATION
            r-1        CUSTOMER_NOTIFIED  1        eva       3d02h  k8s.pod.logs,k8s.metrics.read  slow disk
            request-2  DENIED             12       eva              k8s.pod.logs                   no\
            """
                .stripIndent());
  }

  @Test
  void practiceIsNotTakenForARequestInEarnest() throws Exception {
    var requests =
        json(
            "[{\"state\":\"ACTIVE\",\"practice\":false},{\"state\":\"ACTIVE\",\"practice\":true}]");

    assertThat(Listing.of(requests, NOW).lines())
        .satisfiesExactly(
            heading -> assertThat(heading).contains("STATE"),
            inEarnest -> assertThat(inEarnest).contains("ACTIVE").doesNotContain("practice"),
            practice -> assertThat(practice).contains("ACTIVE (practice)"));
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER_NOTIFIED, 2026-03-02T09:05:00Z, 2026-03-09T00:00:00Z, 1h05m",
    "AWAITING_INTERNAL_APPROVAL, 2026-03-02T08:00:59Z, 2026-03-09T00:00:00Z, 0m",
    "ACTIVE, 2026-03-02T07:00:00Z, 2026-03-02T08:59:00Z, 59m",
    "FROZEN, 2026-03-02T07:00:00Z, 2026-03-02T07:59:00Z, 0m",
    "ENDED, 2026-03-05T09:05:00Z, 2026-03-09T00:00:00Z, ''"
  })
  void theTimeLeftIsThatOfWhatItIsIn(String state, String decideBy, String until, String left)
      throws Exception {
    var request =
        JSON.createObjectNode()
            .put("state", state)
            .put("decideBy", decideBy)
            .put("accessUntil", until);

    assertThat(Listing.left(request, NOW)).isEqualTo(left);
  }

  @Test
  void nothingThatIsPrintedMovesTheCursor() throws Exception {
    var request = JSON.createObjectNode().put("justification", "a\n\u001b[2Jb\u202ec\r\nd");

    assertThat(Listing.text(request.path("justification"))).isEqualTo("a ‹U+001B›[2Jb‹U+202E›c d");
  }

  @Test
  void longWordsAreShortened() throws Exception {
    var request =
        JSON.createArrayNode().add(JSON.createObjectNode().put("justification", "x".repeat(49)));

    assertThat(Listing.of(request, NOW)).endsWith("  " + "x".repeat(47) + "…");
  }

  @Test
  void noneIsSaidToBeNone() throws Exception {
    assertThat(Listing.of(json("[]"), NOW)).isEqualTo("none");
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
