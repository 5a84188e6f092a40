package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.TargetSamples.POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.time.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Set<Finding> WHY = Set.of(Finding.NOT_GRANTED, Finding.FROZEN);

  private final Desk desk = new Desk();

  @Test
  void accessThatNobodyGrantedIsTakenDownAsItWasFound() {
    assertThat(desk.happens(ungranted("1", Optional.of(REQUEST)), NOON))
        .singleElement()
        .isInstanceOfSatisfying(
            UngrantedAccessDetected.class,
            found -> {
              assertThat(found.by().actor()).isEqualTo(POINT);
              assertThat(found.about()).contains(REQUEST);
              assertThat(found.action()).isEqualTo(Cast.ACTIONS.getFirst());
              assertThat(found.resource()).isEqualTo(TARGET);
              assertThat(found.findings()).containsExactly(Finding.NOT_GRANTED, Finding.FROZEN);
            });
  }

  @Test
  void whetherAccessIsSetUpIsTakenDown() {
    var missing = new ReportNotProvisioned(EVA_AT_CONTOSO, by("missing"), REQUEST);
    var there = new ReportProvisioned(EVA_AT_CONTOSO, by("there"), REQUEST);
    assertThat(desk.happens(missing, NOON))
        .hasOnlyElementsOfType(AccessNotProvisioned.class)
        .hasSize(1);
    assertThat(desk.happens(there, NOON)).hasOnlyElementsOfType(AccessProvisioned.class).hasSize(1);
  }

  /** By the clock, by a record that nobody can read, by a request that is unknown. */
  @Test
  void whatIsFoundAtATargetIsNeverRefused() {
    desk.request(AccessRequest.UNOPENED);
    for (var report : reports()) {
      for (var at :
          List.of(
              Moment.at(NOON), new Moment(NOON, NOON, true, false), Moment.at(NOON).frozen(true))) {
        assertThat(desk.decide(report, at)).isInstanceOf(Accepted.class);
      }
    }
  }

  @Test
  void theSameFindIsTakenDownOnce() {
    var found = ungranted("1", Optional.empty());
    desk.happens(found, NOON);
    assertThat(desk.decide(found, Moment.at(NOON.plusSeconds(9)))).isInstanceOf(Repeated.class);
    desk.refuses(ungranted("1", Optional.of(REQUEST)), Refusal.DECISION_ID_REUSED);
  }

  @Test
  void whatIsFoundAtATargetOpensAndEndsNothing() {
    desk.happens(desk.start("s"), NOON);
    var before = desk.state();
    reports().forEach(report -> desk.happens(report, NOON));
    assertThat(desk.state().open()).isEqualTo(before.open());
    assertThat(desk.state().grants()).isEqualTo(before.grants());
    assertThat(desk.state().isUsed(REQUEST)).isTrue();
  }

  @Test
  void whatNobodyGrantedIsSaidToBeSoForAReason() {
    assertThatThrownBy(
            () ->
                new ReportUngranted(
                    EVA_AT_CONTOSO,
                    by("1"),
                    Optional.empty(),
                    Cast.ACTIONS.getFirst(),
                    TARGET,
                    Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be found");
  }

  @Test
  void aFindNamesNoOtherCustomersRequest() {
    var others = Optional.of(new RequestId(FABRIKAM, "req-1"));
    assertThatThrownBy(() -> ungranted("1", others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be of customer contoso");
    assertThatThrownBy(() -> new ReportProvisioned(EVA_AT_CONTOSO, by("1"), others.get()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReportNotProvisioned(EVA_AT_CONTOSO, by("1"), others.get()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<TargetReport> reports() {
    return List.of(
        ungranted("found", Optional.of(REQUEST)),
        new ReportProvisioned(EVA_AT_CONTOSO, by("there"), REQUEST),
        new ReportNotProvisioned(EVA_AT_CONTOSO, by("missing"), REQUEST));
  }

  private static ReportUngranted ungranted(String id, Optional<RequestId> request) {
    return new ReportUngranted(
        EVA_AT_CONTOSO, by(id), request, Cast.ACTIONS.getFirst(), TARGET, WHY);
  }

  private static Attempt by(String id) {
    return new Attempt(POINT, new DecisionId(id));
  }
}
