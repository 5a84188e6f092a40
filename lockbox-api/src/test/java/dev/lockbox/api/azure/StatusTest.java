package dev.lockbox.api.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.view.WireState;
import dev.lockbox.domain.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {
  /** The thirteen words, spelled as Azure does. */
  @Test
  void speaksAzuresWordsAndNoOthers() {
    assertThat(Arrays.stream(Status.values()).map(Status::word))
        .containsExactlyInAnyOrder(
            "Initializing",
            "Pending",
            "Approving",
            "Denying",
            "Approved",
            "Denied",
            "Expired",
            "Revoking",
            "Revoked",
            "Error",
            "Unknown",
            "Completed",
            "Completing");
    assertThat(Status.called("Pending")).contains(Status.PENDING);
    assertThat(Status.called("PENDING")).isEmpty();
  }

  private static final Map<WireState, String> WORDS =
      Map.ofEntries(
          Map.entry(WireState.EVALUATED, "Initializing"),
          Map.entry(WireState.AWAITING_INTERNAL_APPROVAL, "Initializing"),
          Map.entry(WireState.CUSTOMER_NOTIFIED, "Pending"),
          Map.entry(WireState.SCHEDULED, "Approved"),
          Map.entry(WireState.PRACTISED, "Completed"),
          Map.entry(WireState.ACTIVE, "Approved"),
          Map.entry(WireState.ACTIVE_UNDER_CONDITIONS, "Approved"),
          Map.entry(WireState.FROZEN, "Approved"),
          Map.entry(WireState.REJECTED, "Denied"),
          Map.entry(WireState.DENIED, "Denied"),
          Map.entry(WireState.EXPIRED, "Expired"),
          Map.entry(WireState.REVOKED, "Revoked"),
          Map.entry(WireState.CLOSING, "Completing"),
          Map.entry(WireState.ENDED, "Completed"),
          Map.entry(WireState.COMPLETED, "Completed"),
          Map.entry(WireState.WITHDRAWN, "Completed"),
          Map.entry(WireState.CANCELLED, "Completed"),
          Map.entry(WireState.FAILED_TO_CLOSE, "Error"),
          Map.entry(WireState.FAULTED, "Error"));

  @ParameterizedTest
  @EnumSource(WireState.class)
  void everyStateHasItsWord(WireState state) {
    assertThat(Status.of(state, Optional.empty()).word()).isEqualTo(WORDS.get(state));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void whatIsRevokedIsRevokingUntilAllHaveClosed(Outcome outcome) {
    var word = Status.of(WireState.CLOSING, Optional.of(outcome)).word();
    assertThat(word).isEqualTo(outcome == Outcome.REVOKED ? "Revoking" : "Completing");
  }

  /** What is listed of a status by a state is all of it. */
  @ParameterizedTest
  @EnumSource(WireState.class)
  void aStatusOfOneStateIsOfNoOther(WireState state) {
    var status = Status.of(state, Optional.empty());
    assertThat(status.state().filter(one -> one != state)).isEmpty();
  }
}
