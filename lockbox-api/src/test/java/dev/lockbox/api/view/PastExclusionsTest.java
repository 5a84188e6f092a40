package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastExclusionsTest {
  private static final int MANY = 1000;

  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(now::get);
  private final Exclusions exclusions = new Exclusions(rig);
  private int attempts;

  private PastExclusions looking(int events) {
    return new PastExclusions(view, rig, new Chronicle(view, rig, rig.reached()), now::get, events);
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

  private static ExclusionId id(String value) {
    return new ExclusionId(CONTOSO, value);
  }

  private ReportExclusion report(String id, ExclusionCategory category) {
    var report =
        new ExclusionReport(
            category,
            Cast.EVA,
            new IncidentId("INC-7"),
            Cast.RESOURCES,
            DataExposure.ENCRYPTED,
            new PersonalText(OPERATOR, "a packet capture"));
    return new ReportExclusion(id(id), by(OPERATOR), report);
  }

  /** Whatever stood once is told of that instant ever after. */
  private void liveAndLookBack(int before, int events) {
    var stood = new TreeMap<Instant, List<ExclusionJson>>();
    var steps =
        List.<Command>of(
            report("b", ExclusionCategory.EMERGENCY),
            report("a", ExclusionCategory.LEGAL),
            Samples.freeze(),
            new ConfirmBreakGlass(id("b"), by(CARLA)),
            new AcknowledgeExclusion(id("a"), by(ANNA), Optional.empty()),
            new AcknowledgeExclusion(id("b"), by(ANNA), Optional.empty()));
    rig.pipe(history.open(REQUEST, MORNING));
    stood.put(now.get(), standing());
    for (var step : steps) {
      if (steps.indexOf(step) == before) {
        rig.forget(ViewStores.EXCLUSION_EVENTS);
      }
      now.set(now.get().plusSeconds(1));
      rig.pipe(history.decide(step, now.get()));
      stood.put(now.get(), standing());
    }
    var past = looking(events);
    assertThat(stood.values().stream().distinct()).hasSize(steps.size());
    stood.forEach(
        (at, all) -> {
          var then = new AsOf.Time(at);
          assertThat(past.list(CONTOSO, Optional.empty(), MANY, then))
              .as("%s", at)
              .isEqualTo(new Page<>(all, Optional.empty()));
          for (var id : List.of("a", "b")) {
            assertThat(past.show(id(id), then))
                .isEqualTo(all.stream().filter(one -> one.id().equals(id)).findFirst());
          }
        });
    assertThat(past.show(id("c"), new AsOf.Time(now.get()))).isEmpty();
  }

  private List<ExclusionJson> standing() {
    return exclusions.list(CONTOSO, Optional.empty(), MANY).items();
  }

  @Test
  void tellsOfEachInstantHowTheyStoodThen() {
    liveAndLookBack(-1, 5);
  }

  @Test
  void alsoOfWhatWasFoldedBeforeTheirEventsWereKeptApart() {
    liveAndLookBack(4, 30);
  }

  @Test
  void aPageEndsBehindItsLastOne() {
    var all = new ArrayList<String>();
    for (var id : List.of("a", "b", "c")) {
      rig.pipe(history.decide(report(id, ExclusionCategory.LEGAL), MORNING));
    }
    Optional<ExclusionId> after = Optional.empty();
    do {
      var page = looking(9).list(CONTOSO, after, 1, new AsOf.Time(MORNING));
      page.items().forEach(one -> all.add(one.id()));
      after = page.next().map(PastExclusionsTest::id);
    } while (after.isPresent());
    assertThat(all).containsExactly("a", "b", "c");
  }

  @Test
  void looksAtNoMoreThanItMay() {
    for (var id : List.of("a", "b", "c")) {
      rig.pipe(history.decide(report(id, ExclusionCategory.LEGAL), MORNING));
    }
    var then = new AsOf.Time(MORNING);
    assertThat(looking(3).list(CONTOSO, Optional.empty(), MANY, then).items()).hasSize(3);
    refused(looking(2), MORNING, Code.TOO_MUCH_HAPPENED);
  }

  @Test
  void whatIsToComeIsNotToldOf() {
    refused(looking(9), NOON, Code.INVALID_REQUEST);
  }

  private static void refused(PastExclusions past, Instant then, Code code) {
    assertThatThrownBy(() -> past.list(CONTOSO, Optional.empty(), MANY, new AsOf.Time(then)))
        .isInstanceOfSatisfying(
            ProblemException.class, no -> assertThat(no.problem().code()).isEqualTo(code));
  }
}
