package dev.lockbox.processor.store;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.processor.store.Deadlines.REST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.processor.store.Deadlines.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final int MANY = 100_000;
  private static final int LIMIT = 1_000;

  private final Deadlines deadlines = new Deadlines();

  @Test
  void ringsWhoeverIsDueEarliestFirst() {
    open("b", NOON);
    open("a", NOON);
    open("first", NOON.minusSeconds(1));
    open("later", NOON.plusMillis(1));
    assertThat(ring(NOON)).containsExactly("first", "a", "b");
  }

  @Test
  void nobodyIsDueBeforeTheirTime() {
    open("a", NOON);
    assertThat(ring(JUST_BEFORE_NOON)).isEmpty();
    assertThat(ring(NOON)).containsExactly("a");
  }

  @Test
  void whoWasRungRestsAndIsRungAgainWhileStillOpen() {
    open("a", NOON);
    assertThat(ring(NOON)).containsExactly("a");
    assertThat(ring(NOON.plus(REST).minusMillis(1))).isEmpty();
    assertThat(ring(NOON.plus(REST))).containsExactly("a");
    assertThat(ring(NOON.plus(REST))).isEmpty();
  }

  @Test
  void whoIsClosedIsNeverRung() {
    open("waiting", NOON);
    open("resting", NOON);
    open("rested", NOON);
    deadlines.move(id("waiting"), Optional.empty());
    assertThat(ring(NOON)).containsExactly("rested", "resting");
    deadlines.move(id("resting"), Optional.empty());
    deadlines.ring(NOON.plus(REST), 0);
    deadlines.move(id("rested"), Optional.empty());
    assertThat(ring(NOON.plus(REST).plus(REST))).isEmpty();
    assertThat(deadlines.size()).isZero();
  }

  @Test
  void aMovedDeadlineIsRungAtItsNewTimeOnly() {
    open("a", NOON);
    assertThat(ring(NOON)).containsExactly("a");
    open("a", NOON.plusSeconds(60));
    assertThat(ring(NOON.plusSeconds(59))).isEmpty();
    assertThat(ring(NOON.plusSeconds(60))).containsExactly("a");
    assertThat(deadlines.size()).isEqualTo(1);
  }

  @Test
  void aDeadlineThatDidNotMoveGoesOnResting() {
    open("a", NOON);
    assertThat(ring(NOON)).containsExactly("a");
    open("a", NOON);
    assertThat(ring(NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  void noMoreThanTheLimitAreUnansweredAtOnce() {
    IntStream.range(0, 10).forEach(n -> open("r" + n, NOON));
    assertThat(ids(deadlines.ring(NOON, 4))).containsExactly("r0", "r1", "r2", "r3");
    assertThat(deadlines.ring(NOON.plusSeconds(1), 4)).isEmpty();
    deadlines.move(id("r1"), Optional.empty());
    assertThat(ids(deadlines.ring(NOON.plusSeconds(2), 4))).containsExactly("r4");
  }

  @Test
  void whoWasNeverRungComesBeforeWhoWasRungInVain() {
    IntStream.range(0, 6).forEach(n -> open("r" + n, NOON));
    assertThat(ids(deadlines.ring(NOON, 2))).containsExactly("r0", "r1");
    assertThat(ids(deadlines.ring(NOON.plus(REST), 2))).containsExactly("r2", "r3");
    assertThat(ids(deadlines.ring(NOON.plus(REST.multipliedBy(2)), 2))).containsExactly("r4", "r5");
    assertThat(ids(deadlines.ring(NOON.plus(REST.multipliedBy(3)), 2))).containsExactly("r0", "r1");
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyResting() {
    open("a", NOON.minusSeconds(3600));
    assertThat(ring(NOON)).containsExactly("a");
    assertThat(ring(NOON.minusSeconds(1800))).containsExactly("a");
  }

  @Test
  void aHundredThousandDueAtOnceAreEachRungOnce() {
    IntStream.range(0, MANY).forEach(n -> open("r" + n, NOON));
    var rung = new HashSet<Command>();
    var now = NOON;
    for (var look = 0; look < MANY / LIMIT; look++) {
      var due = deadlines.ring(now, LIMIT);
      assertThat(due).hasSize(LIMIT);
      due.forEach(one -> assertThat(rung.add(one.alarm())).isTrue());
      due.forEach(one -> deadlines.move(one.alarm(), Optional.empty()));
      now = now.plus(Duration.ofSeconds(1));
    }
    assertThat(deadlines.size()).isZero();
  }

  private void open(String request, Instant at) {
    deadlines.move(id(request), Optional.of(at));
  }

  private List<String> ring(Instant now) {
    return ids(deadlines.ring(now, LIMIT));
  }

  private static List<String> ids(List<Due> due) {
    return due.stream().map(one -> one.alarm().about().orElseThrow().value()).toList();
  }

  private static RequestId id(String request) {
    return new RequestId(CONTOSO, request);
  }
}
