package dev.lockbox.events.codec;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.events.message.RequestSnapshot;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store is told apart by without being read. */
class StoredRequestTest {
  @Test
  void isReadBackAsItWasKept() {
    for (var state : Samples.states()) {
      var snapshot = new RequestSnapshot(REQUEST, state);
      assertThat(Stored.REQUEST.fromBytes(Stored.REQUEST.toBytes(snapshot))).isEqualTo(snapshot);
    }
  }

  @Test
  void onlyAClosedRequestIsOver() {
    for (var state : Samples.states()) {
      assertThat(Stored.REQUEST.isOver(kept(state))).isEqualTo(state instanceof Closed);
    }
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
    for (byte symbol : new byte[] {-1, 1, 0, 20, 127}) {
      var other = good.clone();
      other[10] = symbol;
      assertThat(Stored.REQUEST.isOver(other)).isFalse();
    }
  }

  private static byte[] kept(AccessRequest state) {
    return Stored.REQUEST.toBytes(new RequestSnapshot(REQUEST, state));
  }
}
