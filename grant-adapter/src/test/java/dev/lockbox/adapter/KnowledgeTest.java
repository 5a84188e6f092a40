package dev.lockbox.adapter;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
  private static final Duration LAG_MAX = Duration.ofSeconds(10);

  private final Knowledge knowledge = new Knowledge(LAG_MAX);

  @Test
  void nothingIsKnownUntilTheLogWasReadToItsEnd() {
    assertThat(knowledge.grants()).isEmpty();
    assertThat(knowledge.isCurrent(NOON)).isFalse();
  }

  @Test
  void whatWasReadIsCurrentForAWhileAndKnownForGood() {
    var grants = new Grants();
    knowledge.readToEnd(grants, NOON);
    assertThat(knowledge.isCurrent(NOON.plus(LAG_MAX))).isTrue();
    assertThat(knowledge.isCurrent(NOON.plus(LAG_MAX).plusMillis(1))).isFalse();
    assertThat(knowledge.grants()).contains(grants);
  }

  @Test
  void byAClockThatWentBackNothingIsCurrent() {
    knowledge.readToEnd(new Grants(), NOON);
    assertThat(knowledge.isCurrent(NOON.minusMillis(1))).isFalse();
  }
}
