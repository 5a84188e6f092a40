package dev.lockbox.events.admin;

import static org.apache.kafka.common.security.auth.SecurityProtocol.PLAINTEXT;
import static org.apache.kafka.common.security.auth.SecurityProtocol.SASL_PLAINTEXT;
import static org.apache.kafka.common.security.auth.SecurityProtocol.SASL_SSL;
import static org.apache.kafka.common.security.auth.SecurityProtocol.SSL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupGuardTest {
  @Test
  void transactionsThatKeepZombiesOutAreRequired() {
    assertThat(StartupGuard.transactionProblem(Optional.of(2))).isEmpty();
    assertThat(StartupGuard.transactionProblem(Optional.of(3))).isEmpty();
    assertThat(StartupGuard.transactionProblem(Optional.of(1)))
        .contains("cluster: transaction.version must be at least 2, was 1");
    assertThat(StartupGuard.transactionProblem(Optional.empty()))
        .contains("cluster: transaction.version must be at least 2, was not finalized");
  }

  @ParameterizedTest
  @EnumSource(SecurityProtocol.class)
  void anythingGoesOnThisMachine(SecurityProtocol protocol) {
    assertThat(
            Listeners.problems(protocol, Stream.of("127.0.0.1", "localhost", "127.9.9.9", "::1")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.1", "0.0.0.0", "10.0.0.1", "2001:db8::1", "no-such-host.invalid"})
  void nothingIsSaidInTheClearBeyondIt(String host) {
    for (var protocol : List.of(PLAINTEXT, SASL_PLAINTEXT)) {
      assertThat(Listeners.problems(protocol, Stream.of("127.0.0.1", host, host)))
          .containsExactly(
              "broker %s: security.protocol must be SSL or SASL_SSL beyond this machine, was %s"
                  .formatted(host, protocol));
    }
    for (var protocol : List.of(SSL, SASL_SSL)) {
      assertThat(Listeners.problems(protocol, Stream.of(host))).isEmpty();
    }
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertThat(new UnsafeDeployment(List.of("one", "two")))
        .hasMessageContainingAll("not safe", "- one", "- two");
  }
}
