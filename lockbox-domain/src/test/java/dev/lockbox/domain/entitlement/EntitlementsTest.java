package dev.lockbox.domain.entitlement;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Commands;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What all grants together allow. */
class EntitlementsTest {
  private static final ActionName LOGS = new ActionName("k8s.pod.logs");
  private static final ActionName DELETE = new ActionName("k8s.object.delete");
  private static final ResourceName ETCD = new ResourceName("/clusters/aro1/ns/openshift-etcd");
  private static final ResourceName DNS = new ResourceName("/clusters/aro1/ns/openshift-dns");
  private static final PersonId OTTO = new PersonId("otto");
  private static final Instant EVENING = NOON.plus(Duration.ofHours(6));

  @Test
  void accessStaysUntilTheLastOfOverlappingGrantsEnds() {
    var both = List.of(holding("a", LOGS, ETCD, NOON), holding("b", LOGS, ETCD, EVENING));
    assertThat(Entitlements.at(MORNING, both)).containsExactly(eva(LOGS, ETCD, EVENING, "a", "b"));
    assertThat(Entitlements.at(NOON, both)).containsExactly(eva(LOGS, ETCD, EVENING, "b"));
    assertThat(Entitlements.at(EVENING, both)).isEmpty();
  }

  @Test
  void theEndOfOneGrantTakesNothingAwayThatAnotherAllows() {
    var before = List.of(holding("a", LOGS, ETCD, NOON), holding("b", LOGS, ETCD, EVENING));
    var after = List.of(holding("b", LOGS, ETCD, EVENING));
    assertThat(may(LOGS, ETCD, JUST_BEFORE_NOON, before)).isPresent();
    assertThat(may(LOGS, ETCD, JUST_BEFORE_NOON, after)).isPresent();
  }

  @Test
  void aGrantThatFollowsWithoutAPauseLeavesNoGap() {
    var first = holding("a", LOGS, ETCD, NOON);
    var second = holding("b", LOGS, ETCD, EVENING);
    assertThat(may(LOGS, ETCD, JUST_BEFORE_NOON, List.of(first))).isPresent();
    assertThat(may(LOGS, ETCD, NOON, List.of(first, second)))
        .contains(eva(LOGS, ETCD, EVENING, "b"));
    assertThat(may(LOGS, ETCD, NOON, List.of(second))).isPresent();
  }

  @Test
  void twoGrantsTogetherAllowNothingThatNeitherAllows() {
    var both = List.of(holding("a", LOGS, ETCD, EVENING), holding("b", DELETE, DNS, EVENING));
    assertThat(may(LOGS, ETCD, NOON, both)).isPresent();
    assertThat(may(DELETE, DNS, NOON, both)).isPresent();
    assertThat(may(DELETE, ETCD, NOON, both)).isEmpty();
    assertThat(may(LOGS, DNS, NOON, both)).isEmpty();
    assertThat(Entitlements.at(NOON, both))
        .containsExactly(eva(DELETE, DNS, EVENING, "b"), eva(LOGS, ETCD, EVENING, "a"));
  }

  @Test
  void aGrantOfOneEngineerIsNoneOfAnother() {
    var eva = List.of(holding("a", LOGS, ETCD, EVENING));
    assertThat(Entitlements.of(OTTO, LOGS, ETCD, NOON, eva)).isEmpty();
    assertThat(Entitlements.of(EVA, LOGS, ETCD, NOON, eva)).isPresent();
  }

  @Test
  void aGrantAllowsEachOfItsActionsOnEachOfItsResources() {
    var held =
        new Holding(
            request("a"),
            EVA,
            List.of(LOGS, DELETE),
            List.of(ETCD, DNS),
            Conditions.NONE,
            Uses.ANY,
            MORNING,
            NOON);
    var all = Entitlements.at(MORNING, List.of(held));
    assertThat(all)
        .containsExactly(
            eva(DELETE, DNS, NOON, "a"),
            eva(DELETE, ETCD, NOON, "a"),
            eva(LOGS, DNS, NOON, "a"),
            eva(LOGS, ETCD, NOON, "a"));
  }

  @Test
  void whatWasNarrowedAwayIsNotHeld() {
    var granted =
        (Granted) given(opened(), narrowed(Samples.TERMS), approved().accessUntil(NOON)).state();
    assertThat(Holding.of(REQUEST, granted, true))
        .isEqualTo(
            new Holding(
                REQUEST,
                EVA,
                Samples.TERMS.actions(),
                Samples.TERMS.resources(),
                Conditions.NONE,
                Uses.ANY,
                NOON.minus(Samples.TERMS.accessFor()),
                NOON));
  }

  @Test
  void aGrantCanBeLookedAtForOneActionOrOneResource() {
    var held =
        new Holding(
            request("a"),
            EVA,
            List.of(LOGS, DELETE),
            List.of(ETCD, DNS),
            Conditions.NONE,
            Uses.ANY,
            MORNING,
            NOON);
    assertThat(held.pairs()).isEqualTo(4);
    assertThat(held.within(Optional.empty(), Optional.empty())).contains(held);
    var logs = held.within(Optional.of(LOGS.value()), Optional.of(ETCD.value()));
    assertThat(Entitlements.at(MORNING, logs.stream().toList()))
        .containsExactly(eva(LOGS, ETCD, NOON, "a"));
    assertThat(held.within(Optional.of("vm.restart"), Optional.empty())).isEmpty();
    assertThat(held.within(Optional.empty(), Optional.of("/vms/web-1"))).isEmpty();
  }

  @Test
  void itIsShownSinceTheFirstOfTheGrantsBegan() {
    var early = holding("a", LOGS, ETCD, NOON);
    var late =
        new Holding(
            request("b"),
            EVA,
            List.of(LOGS),
            List.of(ETCD),
            Conditions.NONE,
            Uses.ANY,
            MORNING.plusSeconds(1),
            NOON);
    assertThat(Entitlements.at(MORNING.plusSeconds(1), List.of(late, early)))
        .extracting(Entitlement::from)
        .containsExactly(MORNING);
  }

  @Test
  void nobodyIsEntitledWithoutAGrant() {
    assertThat(Entitlements.at(NOON, List.of())).isEmpty();
    assertThatThrownBy(
            () ->
                new Entitlement(
                    EVA, LOGS, ETCD, Conditions.NONE, Uses.ANY, MORNING, NOON, new TreeSet<>()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGrantUnderConditionsStandsByItself() {
    var plain = holding("a", LOGS, ETCD, NOON);
    var recorded =
        new Holding(
            request("b"),
            EVA,
            List.of(LOGS),
            List.of(ETCD),
            Conditions.RECORDED,
            Uses.ANY,
            MORNING,
            NOON);
    assertThat(Entitlements.at(MORNING, List.of(recorded, plain)))
        .extracting(Entitlement::conditions)
        .containsExactlyInAnyOrder(Conditions.NONE, Conditions.RECORDED);
    assertThat(may(LOGS, ETCD, MORNING, List.of(recorded))).isEmpty();
    assertThat(may(LOGS, ETCD, MORNING, List.of(recorded, plain)).orElseThrow().grants())
        .containsExactly(request("a"));
  }

  @Test
  void whatIsForOneUseStandsByItselfAndSoDoesWhatWasUsed() {
    var often = holding("a", LOGS, ETCD, NOON);
    var once = forOneUse("b", false);
    var used = forOneUse("c", true);
    assertThat(Entitlements.at(MORNING, List.of(used, once, often)))
        .extracting(Entitlement::uses, one -> one.grants().first())
        .containsExactly(
            tuple(Uses.ANY, request("a")),
            tuple(Uses.ONE, request("b")),
            tuple(Uses.USED_UP, request("c")));
    assertThat(may(LOGS, ETCD, MORNING, List.of(once, used))).isEmpty();
    assertThat(may(LOGS, ETCD, MORNING, List.of(once, used, often)).orElseThrow().grants())
        .containsExactly(request("a"));
  }

  private static Holding forOneUse(String id, boolean isUsed) {
    var once = Commands.open().saying(Said.nothing().singleUse().details());
    var granted =
        (Granted)
            given(
                    evaluated(EvaluationRules.NONE).through(once).at(MORNING),
                    opened().at(MORNING),
                    approved().accessUntil(NOON))
                .state();
    return Holding.of(request(id), granted, isUsed);
  }

  private static Optional<Entitlement> may(
      ActionName action, ResourceName resource, Instant now, List<Holding> holdings) {
    return Entitlements.of(EVA, action, resource, now, holdings);
  }

  private static Holding holding(
      String id, ActionName action, ResourceName resource, Instant until) {
    return new Holding(
        request(id),
        EVA,
        List.of(action),
        List.of(resource),
        Conditions.NONE,
        Uses.ANY,
        MORNING,
        until);
  }

  private static Entitlement eva(
      ActionName action, ResourceName resource, Instant until, String... grants) {
    var ids = new TreeSet<RequestId>();
    List.of(grants).forEach(id -> ids.add(request(id)));
    return new Entitlement(EVA, action, resource, Conditions.NONE, Uses.ANY, MORNING, until, ids);
  }

  private static RequestId request(String id) {
    return new RequestId(CONTOSO, id);
  }
}
