package dev.lockbox.events.codec;

import static dev.lockbox.domain.Cast.GATEWAY;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.ClosingDue;
import dev.lockbox.domain.Lookback;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.events.message.RequestSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store is told apart by without being read. */
class StoredRequestTest {
  @Test
  void isReadBackAsItWasKept() {
    for (var state : keptStates()) {
      var snapshot = new RequestSnapshot(REQUEST, state);
      assertThat(Stored.REQUEST.fromBytes(Stored.REQUEST.toBytes(snapshot))).isEqualTo(snapshot);
    }
  }

  @Test
  void ofAGrantThatIsOverItIsKeptWhatWasGrantedWhereThatWasLess() {
    var granted = Samples.states().stream().filter(Granted.class::isInstance).findFirst();
    var opening = granted.flatMap(AccessRequest::opened).orElseThrow();
    var asked = opening.terms();
    var less = new Terms(asked.actions(), asked.resources(), Duration.ofMinutes(7));
    var end =
        new Closed(
            Outcome.ENDED,
            Optional.of(opening),
            MORNING,
            Optional.of(MORNING),
            Optional.of(less),
            Lookback.NONE,
            Trail.EMPTY);
    var closing = new Closing(end, new ClosingDue(Set.of(GATEWAY), MORNING), false);
    for (var state : List.of(end, closing)) {
      var snapshot = new RequestSnapshot(REQUEST, state);
      assertThat(Stored.REQUEST.fromBytes(Stored.REQUEST.toBytes(snapshot))).isEqualTo(snapshot);
    }
  }

  @Test
  void onlyAClosedRequestIsOverOfWhichNobodyIsToBeReminded() {
    for (var state : keptStates()) {
      assertThat(Stored.REQUEST.isOver(kept(state)))
          .isEqualTo(state instanceof Closed closed && closed.deadline().isEmpty());
    }
    assertThat(keptStates())
        .filteredOn(Closed.class::isInstance)
        .anyMatch(state -> state.deadline().isPresent());
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void aRequestIsOverWhateverItsOutcome(Outcome outcome) {
    var closed = new Closed(outcome, Optional.empty(), MORNING, Optional.empty(), Trail.EMPTY);
    assertThat(Stored.REQUEST.isOver(kept(closed))).isTrue();
  }

  @Test
  void aFaultedRequestIsNotOver() {
    assertThat(Stored.REQUEST.isOver(kept(new Faulted(Optional.empty(), MORNING, Trail.EMPTY))))
        .isFalse();
  }

  @Test
  void bytesThatAreNotOursAreNeitherOverNorReadable() {
    var closed =
        new Closed(Outcome.DENIED, Optional.empty(), MORNING, Optional.empty(), Trail.EMPTY);
    var good = kept(closed);
    for (var length = 0; length < good.length; length++) {
      var cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> Stored.REQUEST.fromBytes(cut)).isInstanceOf(Garbled.class);
    }
    for (var position = 0; position < 10; position++) {
      var flipped = good.clone();
      flipped[position] ^= 1;
      assertThat(Stored.REQUEST.isOver(flipped)).isFalse();
      assertThatThrownBy(() -> Stored.REQUEST.fromBytes(flipped)).isInstanceOf(Garbled.class);
    }
    assertThat(Stored.REQUEST.isOver(new byte[0])).isFalse();
    assertThat(Stored.REQUEST.isOver(Arrays.copyOf(good, 10))).isFalse();
    assertThat(Stored.REQUEST.isOver(Arrays.copyOf(good, 11))).isFalse();
    for (byte symbol : new byte[] {-1, 1, 0, 20, 127}) {
      var other = good.clone();
      other[10] = symbol;
      assertThat(Stored.REQUEST.isOver(other)).isFalse();
    }
  }

  /** Never the unopened one: that is the absence of anything kept. */
  private static List<AccessRequest> keptStates() {
    return Samples.states().stream().filter(state -> !(state instanceof Unopened)).toList();
  }

  private static byte[] kept(AccessRequest state) {
    return Stored.REQUEST.toBytes(new RequestSnapshot(REQUEST, state));
  }
}
