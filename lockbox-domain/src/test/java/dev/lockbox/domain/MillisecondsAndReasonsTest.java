package dev.lockbox.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.AccessLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MillisecondsAndReasonsTest {
  private static final Duration ODD = Duration.ofHours(1).plusNanos(1);
  private static final PersonId EVA = new PersonId("eva");

  /** What the wire cannot carry would make a live state differ from a replayed one. */
  @Test
  void timesFinerThanAMillisecondAreRefused() {
    assertThatThrownBy(() -> new AccessLimits(Duration.ofDays(4), ODD))
        .hasMessage("accessFor must be whole milliseconds, was PT1H0.000000001S");
    assertThatThrownBy(
            () ->
                new Asked(
                    EVA,
                    new PersonalText(EVA, "why"),
                    Optional.empty(),
                    List.of(new ActionName("read")),
                    List.of(new ResourceName("/vm")),
                    Optional.of(ODD)))
        .hasMessage("accessFor must be whole milliseconds, was PT1H0.000000001S");
  }

  @Test
  void aReasonIsInTheWordsOfWhoeverActs() {
    var request = new RequestId(new TenantId("contoso"), "r-1");
    var byAnna = new Attempt(new PersonId("anna"), new DecisionId("d-1"));
    var evas = Optional.of(new PersonalText(EVA, "because"));
    var expected = "the reason of anna must be theirs, was of eva";
    assertThatThrownBy(() -> new Approve(request, byAnna, evas, 1, Optional.empty()))
        .hasMessage(expected);
    assertThatThrownBy(() -> new Deny(request, byAnna, evas)).hasMessage(expected);
    assertThatThrownBy(() -> new Revoke(request, byAnna, evas)).hasMessage(expected);
  }
}
