package dev.lockbox.api.access;

import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Scheduler;
import dev.lockbox.api.access.Denials.Fate;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DenialsTest {
  private final List<Command> log = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private CompletableFuture<Void> acknowledged = CompletableFuture.completedFuture(null);
  private long nanos;

  private final Denials denials =
      new Denials(
          logged -> {
            log.add(logged.command());
            return acknowledged;
          },
          meters,
          () -> nanos,
          Scheduler.disabledScheduler(),
          Runnable::run);

  @Test
  void aDenialIsTakenDownAsWhatWasPrevented() {
    denials.note(GATEWAY, question("secret.view"), Optional.empty());
    assertThat(log)
        .singleElement()
        .isInstanceOfSatisfying(
            ReportAction.class,
            told -> {
              assertThat(told.engineer()).isEqualTo(EVA_AT_CONTOSO);
              assertThat(told.by().actor()).isEqualTo(GATEWAY);
              assertThat(told.deed().prevented()).isTrue();
              assertThat(told.deed().witness()).isEqualTo(Witness.GATEWAY);
            });
  }

  @Test
  void howOftenTheSameQuestionWasAskedAgainIsTakenDownOnceTheMinuteIsOver() {
    for (var asked = 0; asked < 5; asked++) {
      denials.note(GATEWAY, question("secret.view"), Optional.empty());
      nanos += Denials.ONCE_IN.toNanos() / 5 - 1;
    }
    assertThat(log).hasSize(1);
    assertThat(counted(Fate.REPEATED)).isEqualTo(4);
    denials.note(GATEWAY, question("secret.list"), Optional.empty());
    denials.note(new PersonId("gateway-2"), question("secret.view"), Optional.empty());
    assertThat(log).hasSize(3);
    nanos += 5;
    denials.note(GATEWAY, question("secret.view"), Optional.of(REQUEST));
    assertThat(log).hasSize(5);
    assertThat(told(3).deed()).isEqualTo(told(0).deed().kept(4));
    assertThat(told(4).deed()).isEqualTo(told(0).deed());
    denials.note(GATEWAY, question("secret.view"), Optional.of(REQUEST));
    nanos += Denials.ONCE_IN.toNanos();
    denials.note(GATEWAY, question("secret.dump"), Optional.empty());
    assertThat(log).hasSize(7);
    assertThat(told(5).deed()).isEqualTo(told(0).deed());
    assertThat(told(5).about()).contains(REQUEST);
  }

  @Test
  void whatWasAskedAgainIsTakenDownWhenTheInstanceStops() {
    for (var asked = 0; asked < 3; asked++) {
      denials.note(GATEWAY, question("secret.view"), Optional.empty());
    }
    denials.note(GATEWAY, question("secret.list"), Optional.empty());
    denials.close();
    assertThat(log).hasSize(3);
    assertThat(told(2).deed()).isEqualTo(told(0).deed().kept(2));
  }

  @Test
  void howOftenItWasAskedIsCountedWhereTheLogDoesNotTakeThat() {
    for (var asked = 0; asked < 5; asked++) {
      denials.note(GATEWAY, question("secret.view"), Optional.empty());
    }
    acknowledged = CompletableFuture.failedFuture(new IllegalStateException("timed out"));
    denials.close();
    assertThat(counted(Fate.LOST)).isEqualTo(4);
  }

  @Test
  void ofOneGatewaySoManyAreTakenDownInAMinuteAndNoMore() {
    for (var asked = 0; asked <= Denials.TAKEN_DOWN_MAX; asked++) {
      denials.note(GATEWAY, question("action." + asked), Optional.empty());
    }
    assertThat(log).hasSize(Denials.TAKEN_DOWN_MAX);
    assertThat(counted(Fate.CROWDED_OUT)).isEqualTo(1);
    denials.note(new PersonId("gateway-2"), question("secret.view"), Optional.empty());
    assertThat(log).hasSize(Denials.TAKEN_DOWN_MAX + 1);
    nanos += Denials.ONCE_IN.toNanos();
    denials.note(GATEWAY, question("secret.view"), Optional.empty());
    assertThat(log).hasSize(Denials.TAKEN_DOWN_MAX + 2);
  }

  @Test
  void whatTheLogDidNotTakeIsTakenDownWhenItIsAskedAgain() {
    acknowledged = CompletableFuture.failedFuture(new IllegalStateException("timed out"));
    denials.note(GATEWAY, question("secret.view"), Optional.empty());
    assertThat(counted(Fate.LOST)).isEqualTo(1);
    acknowledged = CompletableFuture.completedFuture(null);
    denials.note(GATEWAY, question("secret.view"), Optional.empty());
    assertThat(log).hasSize(2);
  }

  private ReportAction told(int number) {
    return (ReportAction) log.get(number);
  }

  private double counted(Fate fate) {
    return meters.get("lockbox.access.denials").tag("fate", fate.name()).counter().count();
  }

  private static Question question(String action) {
    return new Question(
        "engineer",
        EVA_AT_CONTOSO,
        new Deed(
            Witness.GATEWAY,
            new ActionName(action),
            TARGET,
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Map.of()),
        Optional.empty(),
        Optional.empty(),
        new Keeping(Set.of(), Set.of(), Optional.empty(), Optional.empty()));
  }
}
