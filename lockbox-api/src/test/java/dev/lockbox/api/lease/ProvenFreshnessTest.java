package dev.lockbox.api.lease;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.view.CatchUp;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.TakenTick;
import dev.lockbox.service.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProvenFreshnessTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int HERE = Topics.partitionOf(CONTOSO, Topics.COMMANDS.partitions());

  private final CatchUp catchUp = new CatchUp(new Vitals());
  private long nanos = Duration.ofHours(1).toNanos();
  private final ProvenFreshness freshness = new ProvenFreshness(catchUp, () -> nanos);

  @Test
  void theAgeIsCountedFromWhenTheTickWasSent() {
    tick(100, Duration.ZERO);
    pass(3);
    heard(12, 15);
    freshness.looked(new Look(Map.of(HERE, 101L), Map.of(HERE, 12L), Map.of(HERE, 15L)));
    pass(4);
    assertThat(freshness.age(CONTOSO)).contains(Duration.ofSeconds(7));
    assertThat(freshness.age(elsewhere())).isEmpty();
  }

  @Test
  void behindTheLastRecordThereMayBeWhatNobodyEverReads() {
    tick(100, Duration.ZERO);
    heard(12, 14);
    var look = new Look(Map.of(HERE, 101L), Map.of(HERE, 12L), Map.of(HERE, 15L));
    freshness.looked(look);
    assertThat(freshness.age(CONTOSO)).as("before all is heard").isEmpty();
    catchUp.heard(HERE, 15);
    freshness.looked(look);
    assertThat(freshness.age(CONTOSO)).contains(Duration.ZERO);
  }

  @Test
  void aTickOfAClockThatTheBrokersDoesNotAgreeWithProvesNothing() {
    heard(0, 0);
    var look = new Look(Map.of(HERE, 200L), Map.of(), Map.of(HERE, 0L));
    for (var apart : new int[] {31, -31}) {
      tick(100, Duration.ofSeconds(apart));
      freshness.looked(look);
      assertThat(freshness.age(CONTOSO)).isEmpty();
    }
    tick(101, Duration.ofSeconds(-30));
    freshness.looked(look);
    assertThat(freshness.age(CONTOSO)).isPresent();
  }

  @Test
  void whereNobodyEverReadNothingIsProven() {
    tick(0, Duration.ZERO);
    heard(0, 0);
    freshness.looked(new Look(Map.of(), Map.of(), Map.of(HERE, 0L)));
    assertThat(freshness.age(CONTOSO)).isEmpty();
  }

  /** Otherwise one that has lost its place, and does not know it yet, would vouch for the past. */
  @Test
  void whatAnotherInstanceHasFoldedProvesNothingHere() {
    tick(100, Duration.ZERO);
    catchUp.seen(HERE, 12);
    catchUp.heard(HERE, 15);
    var look = new Look(Map.of(HERE, 101L), Map.of(HERE, 12L), Map.of(HERE, 15L));
    freshness.looked(look);
    assertThat(freshness.age(CONTOSO)).as("never here").isEmpty();
    var arrival = catchUp.arrived(HERE);
    catchUp.settled(arrival, 11, 15);
    freshness.looked(look);
    assertThat(freshness.age(CONTOSO)).as("one behind").isEmpty();
    catchUp.settled(arrival, 12, 15);
    freshness.looked(look);
    assertThat(freshness.age(CONTOSO)).contains(Duration.ZERO);
  }

  private void tick(long offset, Duration apart) {
    freshness.ticked(new TakenTick(HERE, offset, nanos, NOON, NOON.plus(apart)));
  }

  private void pass(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  private void heard(long lastRecord, long position) {
    catchUp.settled(catchUp.arrived(HERE), lastRecord, position);
    catchUp.seen(HERE, lastRecord);
    catchUp.heard(HERE, position);
  }

  /** A customer of another partition. */
  private static TenantId elsewhere() {
    return IntStream.range(0, 100)
        .mapToObj(n -> new TenantId("tenant-" + n))
        .filter(tenant -> Topics.partitionOf(tenant, Topics.COMMANDS.partitions()) != HERE)
        .findFirst()
        .orElseThrow();
  }
}
