package dev.lockbox.api.lease;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.ViewRig;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LessorTest {
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final PersonId GATEWAY = new PersonId("gateway-1");

  private final ViewRig rig = new ViewRig();
  private final FakeFreshness freshness = new FakeFreshness();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void withoutAKeyNothingIsLet() {
    assertRefused(lessor(Optional.empty()), Code.NO_LEASE_KEY);
  }

  @Test
  void whatIsNotLetIsCountedByItsReason() {
    var history = new History();
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
    rig.pipe(history.open(REQUEST, MORNING));
    var lessor = lessor(Optional.of(KeyFile.ofANewKey().toString()));
    assertRefused(lessor, Code.NOT_GRANTED);
    freshness.beNothing();
    assertRefused(lessor, Code.NOT_FRESH);
    assertRefused(lessor, Code.NOT_FRESH);
    assertThat(refused(Code.NOT_GRANTED)).isEqualTo(1);
    assertThat(refused(Code.NOT_FRESH)).isEqualTo(2);
  }

  private double refused(Code why) {
    return meters.get("lockbox.leases.refused").tag("why", why.name()).counter().count();
  }

  private static void assertRefused(Lessor lessor, Code code) {
    assertThatThrownBy(() -> lessor.let(REQUEST, GATEWAY, "0123456789abcdef"))
        .isInstanceOfSatisfying(
            ProblemException.class, no -> assertThat(no.problem().code()).isEqualTo(code));
  }

  private Lessor lessor(Optional<String> key) {
    var settings = new LeaseSettings(key, List.of(), "lockbox", Duration.ofSeconds(15));
    return new Lessor(
        rig.view(() -> MORNING),
        rig.signedYeses(() -> MORNING),
        new ProvenView(freshness, settings),
        new LeaseKeys(settings),
        settings,
        () -> MORNING,
        meters);
  }
}
