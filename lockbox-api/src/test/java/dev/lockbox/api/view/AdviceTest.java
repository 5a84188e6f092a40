package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.History;
import dev.lockbox.domain.Commands;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is usual, for whoever decides (FEATURES row 94). */
class AdviceTest {
  private static final Instant LATER = MORNING.plus(Duration.ofHours(1));
  private static final Details INCIDENT = Said.nothing().reasonCode("INCIDENT").details();
  private static final Details UPGRADE = Said.nothing().reasonCode("UPGRADE").details();

  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(() -> LATER);
  private int opened;

  @BeforeEach
  void twoCustomersAreRegistered() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
    rig.pipe(history.register(FABRIKAM, Samples.MEMBERSHIP));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private RequestId open(TenantId tenant, Details details) {
    var request = new RequestId(tenant, "r-" + ++opened);
    rig.pipe(history.open(request, details, MORNING));
    return request;
  }

  /** As it was opened, told and, where something is said of it, evaluated. */
  private long version(RequestId request) {
    return view.find(request).orElseThrow().version();
  }

  private void granted(TenantId tenant, Details details, int minutes) {
    var request = open(tenant, details);
    say(approve().onlyFor(Duration.ofMinutes(minutes)), request);
  }

  private void say(Commands.Approve yes, RequestId request) {
    rig.pipe(history.decide(yes.by(ANNA).of(request).build(version(request)), LATER));
  }

  private AdviceJson advice(TenantId tenant, Details details) {
    var advice = view.show(open(tenant, details)).orElseThrow().advice();
    assertThat(advice).isNotNull();
    return advice;
  }

  @Test
  void nothingIsUsualBeforeAHandfulWasGranted() {
    assertThat(advice(CONTOSO, INCIDENT))
        .isEqualTo(new AdviceJson("INCIDENT", 0, 0, null, null, false));
    for (var more = 0; more < 4; more++) {
      granted(CONTOSO, INCIDENT, 30);
    }
    assertThat(advice(CONTOSO, INCIDENT))
        .isEqualTo(new AdviceJson("INCIDENT", 4, 4, null, null, false));
  }

  @Test
  void whatIsUsualForTheSameReasonAtTheSameCustomerIsTold() {
    for (var minutes : List.of(15, 30, 30, 30, 60, 60, 60, 60, 120, 240)) {
      granted(CONTOSO, INCIDENT, minutes);
    }
    say(approve(), open(CONTOSO, UPGRADE));
    granted(FABRIKAM, INCIDENT, 5);
    assertThat(advice(CONTOSO, INCIDENT))
        .isEqualTo(new AdviceJson("INCIDENT", 10, 10, "PT1H", "PT2H", true));
    assertThat(advice(CONTOSO, UPGRADE))
        .isEqualTo(new AdviceJson("UPGRADE", 1, 0, null, null, false));
    assertThat(advice(CONTOSO, Details.NONE))
        .isEqualTo(new AdviceJson(null, 0, 0, null, null, false));
    assertThat(advice(FABRIKAM, INCIDENT).granted()).isEqualTo(1);
  }

  @Test
  void whatIsNoLongerThanUsualIsNotSaidToBe() {
    for (var more = 0; more < 5; more++) {
      say(approve(), open(CONTOSO, Details.NONE));
    }
    assertThat(advice(CONTOSO, Details.NONE))
        .isEqualTo(new AdviceJson(null, 5, 0, "PT8H", "PT8H", false));
  }

  @Test
  void aRequestThatWasLookedAtBeforeHasWhatIsUsualNow() {
    var request = open(CONTOSO, Details.NONE);
    assertThat(view.show(request).orElseThrow().advice()).matches(one -> one.granted() == 0);
    say(approve(), open(CONTOSO, Details.NONE));
    assertThat(view.show(request).orElseThrow().advice()).matches(one -> one.granted() == 1);
  }

  @Test
  void onlyAPersonsYesMakesAnythingUsual() {
    var denied = open(CONTOSO, Details.NONE);
    rig.pipe(history.decide(deny().of(denied).build(version(denied)), LATER));
    set("not-enrolled", notEnrolled());
    open(CONTOSO, Details.NONE);
    set("two", twoMustAgree());
    var once = open(CONTOSO, Details.NONE);
    say(approve(), once);
    assertThat(advice(CONTOSO, Details.NONE).granted()).isZero();
    rig.pipe(history.decide(approve().by(BEN).of(once).build(version(once)), LATER));
    assertThat(advice(CONTOSO, Details.NONE).granted()).isEqualTo(1);
  }

  @Test
  void conditionsNarrowNothing() {
    var request = open(CONTOSO, Details.NONE);
    say(approve().under(Samples.CONDITIONS), request);
    assertThat(advice(CONTOSO, Details.NONE).narrowed()).isZero();
    assertThat(advice(CONTOSO, Details.NONE).granted()).isEqualTo(1);
  }

  @Test
  void whatIsDecidedNeedsNoAdvice() {
    var request = open(CONTOSO, Details.NONE);
    say(approve(), request);
    assertThat(view.show(request).orElseThrow().advice()).isNull();
  }

  private void set(String id, Settings settings) {
    rig.pipe(
        history.decide(
            new ChangeSettings(CONTOSO, new Attempt(CARLA, new DecisionId(id)), settings), LATER));
  }

  private static Settings notEnrolled() {
    return Settings.DEFAULTS.with(Enrolment.OFF);
  }

  private static Settings twoMustAgree() {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(new StageRule(Optional.empty(), 2)),
        List.of());
  }
}
