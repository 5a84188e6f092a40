package dev.lockbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole of what is measured of reading, with a few hundred requests: what it prints. */
class ReadingIT {
  private static Printed bench;

  @BeforeAll
  static void measure() throws Exception {
    bench = Printed.by("read", "--toy");
  }

  @Test
  void theViewHasFoldedAllThatWasWritten() {
    var folded = bench.only("view_folded");
    assertThat(folded.path("requests").asInt()).isEqualTo(355 + 55);
    assertThat(folded.path("events").asInt()).isEqualTo(1 + 1 + 2 * 305 + 50 + 1 + 2 * 5 + 50);
    assertThat(folded.path("events_per_s").asDouble()).isPositive();
  }

  @Test
  void eachAnswerStandsBesideOneOfAsManyBytesThatIsAlwaysTheSame() {
    for (var name : new String[] {"read_request", "read_pending", "access_evaluation"}) {
      var line = bench.only(name);
      assertThat(line.path("bytes").asInt()).isPositive();
      isPositive(line, "per_s", "p50_ms", "p99_ms", "still_per_s", "still_p99_ms");
      assertThat(line.path("ratio_to_still").asDouble()).isPositive();
      assertThat(line.path("aim").asText()).isEqualTo(">= 0.5");
    }
  }

  @Test
  void whatWaitsIsListedOfACustomerWithAPastAndOfOneWithout() {
    assertThat(bench.only("read_pending_kept_with_a_past").path("value").asDouble()).isPositive();
  }

  private static void isPositive(JsonNode line, String... figures) {
    for (var figure : figures) {
      assertThat(line.path(figure).asDouble()).as(figure).isPositive();
    }
  }
}
