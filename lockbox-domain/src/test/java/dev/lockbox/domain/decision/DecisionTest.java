package dev.lockbox.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Decision.Accepted;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  @Test
  void whatIsAcceptedHappens() {
    assertThat(Decision.accept("opened")).isEqualTo(new Accepted<>(List.of("opened")));
    assertThatThrownBy(() -> new Accepted<>(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be empty");
  }

  @Test
  void anImpossibleHistoryNamesBothAndIsNeverLong() {
    assertThat(new ImpossibleHistory("Closed[…]", "RequestApproved[…]"))
        .hasMessage("RequestApproved[…] cannot follow Closed[…]");
    var megabyte = "x".repeat(1_000_000);
    assertThat(new ImpossibleHistory(megabyte, megabyte).getMessage()).hasSizeLessThan(2100);
  }
}
