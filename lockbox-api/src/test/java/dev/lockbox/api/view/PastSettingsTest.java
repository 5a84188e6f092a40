package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastSettingsTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(now::get);
  private int attempts;

  private PastSettings looking(int events) {
    return new PastSettings(view, rig, new Chronicle(view, rig, rig.reached()), now::get, events);
  }

  @BeforeEach
  void aCustomerIsRegistered() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Attempt by(PersonId person) {
    return new Attempt(person, new DecisionId("d-" + ++attempts));
  }

  /** Whatever stood once is told of that instant, and of that version, ever after. */
  private void liveAndLookBack(int before, int events) {
    var stood = new TreeMap<Instant, Tenant.Registered>();
    var steps =
        List.<Command>of(
            approve().by(ANNA).build(1),
            new ChangeSettings(CONTOSO, by(CARLA), Samples.SETTINGS),
            new ConfirmSettings(CONTOSO, by(CARLA), 9),
            new ReplaceApprovers(CONTOSO, by(OPERATOR), Set.of(Samples.BEN_MEMBER)),
            Samples.freeze(),
            new ChangePlan(CONTOSO, by(OPERATOR), "Basic"),
            Samples.release());
    rig.pipe(history.open(REQUEST, MORNING));
    stood.put(now.get(), view.find(CONTOSO).orElseThrow());
    for (var step : steps) {
      if (steps.indexOf(step) == before) {
        rig.forget(ViewStores.CHANGES);
      }
      now.set(now.get().plusSeconds(1));
      rig.pipe(history.decide(step, now.get()));
      stood.put(now.get(), view.find(CONTOSO).orElseThrow());
    }
    var past = looking(events);
    assertThat(stood.values().stream().map(Tenant::version).distinct())
        .containsExactly(1L, 2L, 3L, 4L);
    stood.forEach(
        (at, one) -> {
          assertThat(past.find(CONTOSO, new AsOf.Time(at))).as("%s", at).contains(one);
          assertThat(past.find(CONTOSO, new AsOf.Version(one.version()))).contains(one);
        });
    assertThat(past.find(CONTOSO, new AsOf.Version(5))).isEmpty();
    assertThat(past.find(FABRIKAM, new AsOf.Time(now.get()))).isEmpty();
  }

  @Test
  void tellsOfEachInstantHowTheCustomerStoodThen() {
    liveAndLookBack(-1, 4);
  }

  @Test
  void alsoOfWhatWasFoldedBeforeChangesWereKeptApart() {
    liveAndLookBack(4, 20);
  }

  @Test
  void beforeItWasRegisteredThereWasNoCustomer() {
    assertThat(looking(9).find(CONTOSO, new AsOf.Time(Instant.EPOCH))).isEmpty();
    assertThat(looking(9).find(CONTOSO, new AsOf.Time(Instant.MIN))).isEmpty();
  }

  @Test
  void looksAtNoMoreThanItMay() {
    for (var plan : List.of("Basic", "Premier", "Basic")) {
      rig.pipe(history.decide(new ChangePlan(CONTOSO, by(OPERATOR), plan), MORNING));
    }
    assertThat(looking(4).find(CONTOSO, new AsOf.Time(MORNING))).isPresent();
    refused(looking(3), MORNING, Code.TOO_MUCH_HAPPENED);
  }

  @Test
  void whatIsToComeIsNotToldOf() {
    refused(looking(9), MORNING.plusMillis(1), Code.INVALID_REQUEST);
  }

  private static void refused(PastSettings past, Instant then, Code code) {
    assertThatThrownBy(() -> past.find(CONTOSO, new AsOf.Time(then)))
        .isInstanceOfSatisfying(
            ProblemException.class, no -> assertThat(no.problem().code()).isEqualTo(code));
  }
}
