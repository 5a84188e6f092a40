package dev.lockbox.api.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.service.TakenTick;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Offsets of the command log are in the hundreds here, those of the events in the tens. */
class ProofTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Proof proof = new Proof();

  @Test
  void withoutATickNothingIsProven() {
    look(1000, 10, 10, 10);
    assertThat(proof.provenNanos()).isEmpty();
  }

  @Test
  void aTickIsProvenOnceTheProcessorHasPassedItAndTheViewShowsAllOfIt() {
    tick(100, 1);
    look(100, 10, 10, 10);
    assertThat(proof.provenNanos()).as("before it was decided").isEmpty();
    look(101, 12, 10, 12);
    assertThat(proof.provenNanos()).as("before it is shown").isEmpty();
    look(101, 12, 12, 12);
    assertThat(proof.provenNanos()).hasValue(1);
  }

  @Test
  void theEndIsThatOfWhenItWasDecidedSoThatWhatComesLaterHoldsUpNothing() {
    tick(100, 1);
    look(101, 12, 10, 12);
    look(101, 20, 12, 20);
    assertThat(proof.provenNanos()).hasValue(1);
  }

  @Test
  void whatIsNotHeardYetIsNotShown() {
    tick(100, 1);
    proof.looked(101, 12, 50, end -> OptionalLong.empty());
    assertThat(proof.provenNanos()).isEmpty();
    proof.looked(101, 12, 50, end -> OptionalLong.of(end - 1));
    assertThat(proof.provenNanos()).hasValue(1);
  }

  @Test
  void theNewestOfThoseThatWerePassedCounts() {
    tick(100, 1);
    tick(110, 2);
    tick(120, 3);
    look(115, 10, 10, 10);
    assertThat(proof.provenNanos()).hasValue(2);
    look(115, 10, 10, 10);
    assertThat(proof.provenNanos()).hasValue(2);
    look(121, 10, 10, 10);
    assertThat(proof.provenNanos()).hasValue(3);
  }

  @Test
  void aProcessorThatStandsStillProvesNothingMore() {
    tick(100, 1);
    look(101, 10, 10, 10);
    for (var n = 2; n < 100; n++) {
      tick(100 + n, n);
      look(101, 10, 10, 10);
    }
    assertThat(proof.provenNanos()).hasValue(1);
    look(201, 10, 10, 10);
    assertThat(proof.provenNanos()).hasValue(99);
  }

  @Test
  void aViewThatStandsStillProvesNothingMore() {
    tick(100, 1);
    look(101, 10, 10, 10);
    tick(110, 2);
    look(111, 12, 10, 12);
    tick(120, 3);
    look(121, 14, 11, 14);
    assertThat(proof.provenNanos()).hasValue(1);
  }

  private void tick(long offset, long sentNanos) {
    proof.ticked(new TakenTick(0, offset, sentNanos, NOON, NOON));
  }

  private void look(long processor, long end, long view, long last) {
    proof.looked(processor, end, view, offset -> OptionalLong.of(last));
  }
}
