package dev.lockbox.bench.bed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PastTest {
  private final Past past =
      new Past(new TenantId("contoso"), new Cases("anna"), 2, 1, 1, Instant.EPOCH);

  @Test
  void aPastIsAHistoryWithoutAGap() {
    assertThat(past.recorded().map(Recorded::sequence))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 8).boxed().toList());
  }

  @Test
  void requestsAreDeniedThenGrantedThenWait() {
    assertThat(past.recorded().map(one -> one.event().getClass().getSimpleName()))
        .containsExactly(
            "TenantRegistered",
            "RequestOpened",
            "RequestDenied",
            "RequestOpened",
            "RequestDenied",
            "RequestOpened",
            "RequestApproved",
            "RequestOpened");
    var granted = past.recorded().skip(6).findFirst().orElseThrow().event();
    assertThat(((RequestEvent) granted).request()).isEqualTo(past.request(past.firstGranted()));
  }
}
