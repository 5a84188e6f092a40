package dev.lockbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StuckTransactionsTest {
  private static final TopicPartition ONE = new TopicPartition("t", 0);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private final StuckTransactions stuck = new StuckTransactions();

  @Test
  void aPartitionReadToItsEndHoldsNobodyBack() {
    assertThat(look(7, 7, 0)).isZero();
  }

  @Test
  void anOffsetThatDoesNotMoveGetsOlder() {
    assertThat(look(7, 9, 0)).isZero();
    assertThat(look(7, 9, 10)).isEqualTo(Duration.ofSeconds(10));
    assertThat(look(7, 12, 70)).isEqualTo(Duration.ofSeconds(70));
  }

  @Test
  void anOffsetThatMovesStartsAnew() {
    look(7, 9, 0);
    assertThat(look(8, 9, 10)).isZero();
    assertThat(look(8, 9, 15)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void anEndedTransactionIsForgotten() {
    look(7, 9, 0);
    assertThat(look(9, 9, 10)).isZero();
    assertThat(look(9, 11, 20)).isZero();
  }

  private Duration look(long stable, long end, int secondsPastNoon) {
    return stuck.look(Map.of(ONE, stable), Map.of(ONE, end), NOON.plusSeconds(secondsPastNoon));
  }
}
