package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.REASON_CODE_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.DetailedRoute;
import dev.lockbox.domain.rules.DetailedRoutes;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.ReasonCodes;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tenant makes of what is said of a request: reasons and routes (F68, F89, F126). */
class RoutesByDetailsTest {
  private static final GroupId NIGHT = new GroupId("night");
  private static final GroupId NOBODY = new GroupId("nobody");
  private static final Details INCIDENT =
      Said.nothing().reasonCode("INCIDENT").severity("A").tags("env=prod", "tier-1").details();

  /** Ben works at night; any of the approvers decides on what goes no other way. */
  private static Settings routed(List<Route> byResource, DetailedRoute... routes) {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(new Group(NIGHT, Set.of(BEN), Set.of()), new Group(NOBODY, Set.of(), Set.of())),
        List.of(StageRule.ANYBODY),
        byResource,
        Policies.having(new DetailedRoutes(List.of(routes))));
  }

  private static DetailedRoute route(
      Set<Code> tags, Set<Code> reasons, Set<Code> severities, Route way) {
    return new DetailedRoute(tags, reasons, severities, Set.of(), 0, way);
  }

  private static Route to(GroupId group) {
    return new Route("", "", List.of(new StageRule(Optional.of(group), 1)));
  }

  private static Set<Code> codes(String... codes) {
    return Arrays.stream(codes).map(Code::new).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<PersonId> askedOf(Settings settings, Details details) {
    return given().settingsNow(settings).when(open().saying(details)).accepted().history().stream()
        .filter(RequestOpened.class::isInstance)
        .map(event -> ((RequestOpened) event).approvers())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReasonCodeOfTheTenantsComesWithEveryRequest() {
    var wanted = Policies.settingsHaving(new ReasonCodes(codes("INCIDENT", "UPGRADE")));
    given().settingsNow(wanted).when(open()).refused(REASON_CODE_REQUIRED);
    given()
        .settingsNow(wanted)
        .when(open().saying(Said.nothing().reasonCode("CURIOSITY").details()))
        .refused(REASON_CODE_REQUIRED);
    assertThat(askedOf(wanted, INCIDENT)).containsExactlyInAnyOrder(ANNA, BEN);
  }

  @Test
  void whatIsNotBehindTheLockboxNeedsOneTooAndWhoListsNoneWantsNone() {
    var off = Policies.settingsHaving(new ReasonCodes(codes("INCIDENT"))).with(Enrolment.OFF);
    given().settingsNow(off).when(open()).refused(REASON_CODE_REQUIRED);
    assertThat(ReasonCodes.ANY.allow(Optional.empty())).isTrue();
  }

  @Test
  void aRequestGoesTheWayOfItsTagItsReasonOrItsSeverity() {
    var byTag = route(codes("tier-1", "tier-2"), Set.of(), Set.of(), to(NIGHT));
    var byReason = route(Set.of(), codes("INCIDENT"), Set.of(), to(NIGHT));
    var bySeverity = route(Set.of(), Set.of(), codes("A"), to(NIGHT));
    for (var one : List.of(byTag, byReason, bySeverity)) {
      assertThat(askedOf(routed(List.of(), one), INCIDENT)).containsExactly(BEN);
    }
  }

  @Test
  void aRequestGoesTheWayOfTheTeamThatAsksAndOfHowOftenTheProblemWasPassedOn() {
    var byTeam = supporting(codes("devops", "storage"), 0);
    var byEscalation = supporting(Set.of(), 2);
    var both = supporting(codes("devops"), 3);
    assertThat(askedOf(routed(List.of(), byTeam), by("devops", 2))).containsExactly(BEN);
    assertThat(askedOf(routed(List.of(), byTeam), by("network", 2))).contains(ANNA);
    assertThat(askedOf(routed(List.of(), byEscalation), by("devops", 2))).containsExactly(BEN);
    assertThat(askedOf(routed(List.of(), byEscalation), by("devops", 3))).containsExactly(BEN);
    assertThat(askedOf(routed(List.of(), byEscalation), by("devops", 1))).contains(ANNA);
    assertThat(askedOf(routed(List.of(), both), by("devops", 2))).contains(ANNA);
    for (var one : List.of(byTeam, byEscalation, both)) {
      assertThat(askedOf(routed(List.of(), one), INCIDENT)).contains(ANNA);
    }
  }

  private static DetailedRoute supporting(Set<Code> teams, int escalationAtLeast) {
    return new DetailedRoute(Set.of(), Set.of(), Set.of(), teams, escalationAtLeast, to(NIGHT));
  }

  private static Details by(String team, int escalation) {
    return Said.nothing().team(team).escalationLevel(escalation).details();
  }

  @Test
  void ofEachThatARouteNamesOneMustBeSaid() {
    var both = route(codes("tier-1"), codes("UPGRADE"), Set.of(), to(NIGHT));
    assertThat(askedOf(routed(List.of(), both), INCIDENT)).containsExactlyInAnyOrder(ANNA, BEN);
    var elsewhere =
        route(
            codes("tier-1"),
            Set.of(),
            Set.of(),
            new Route("/clusters/aro2", "", to(NIGHT).stages()));
    assertThat(askedOf(routed(List.of(), elsewhere), INCIDENT))
        .containsExactlyInAnyOrder(ANNA, BEN);
  }

  @Test
  void whatNoRouteLeadsGoesWhereItAlwaysWent() {
    var byTag = route(codes("tier-1"), Set.of(), Set.of(), to(NIGHT));
    assertThat(askedOf(routed(List.of(), byTag), Said.nothing().tags("tier-3").details()))
        .containsExactlyInAnyOrder(ANNA, BEN);
    given().settingsNow(routed(List.of(), byTag)).when(open()).happened(Events.opened());
  }

  @Test
  void routesByDetailsComeBesideThoseByResource() {
    var anybody = new Route("/clusters/aro1", "", List.of(StageRule.ANYBODY));
    var byTag = route(codes("tier-1"), Set.of(), Set.of(), to(NIGHT));
    var after = given().settingsNow(routed(List.of(anybody), byTag)).when(open().saying(INCIDENT));
    var waiting = (AccessRequest.Pending) after.accepted().state();
    assertThat(waiting.approvals().stages())
        .extracting(stage -> stage.group())
        .containsExactly(Optional.empty(), Optional.of(NIGHT));
  }

  @Test
  void whoIsOnNoWayOfTheRequestDoesNotApproveIt() {
    var byTag = route(codes("tier-1"), Set.of(), Set.of(), to(NIGHT));
    given()
        .settingsNow(routed(List.of(), byTag))
        .when(open().saying(INCIDENT))
        .accepted()
        .when(approve().by(ANNA))
        .refused(NOT_AN_APPROVER);
  }

  @Test
  void aWayToNobodyIsRefusedAtOnce() {
    var lost = route(codes("tier-1"), Set.of(), Set.of(), to(NOBODY));
    given()
        .settingsNow(routed(List.of(), lost))
        .when(open().saying(INCIDENT))
        .refused(NO_APPROVERS);
  }

  @Test
  void aRouteByDetailsNamesSomethingAndOnlyGroupsThatAreGiven() {
    assertThatThrownBy(() -> route(Set.of(), Set.of(), Set.of(), to(NIGHT)))
        .hasMessageContaining("must name a tag, a reason code or a severity");
    var unknown = route(codes("a"), Set.of(), Set.of(), to(new GroupId("unknown")));
    assertThatThrownBy(() -> routed(List.of(), unknown))
        .hasMessageContaining("group unknown is not given");
  }

  @Test
  void allRoutesTogetherHaveNoMoreStagesThanTheRequestRemembers() {
    var many =
        IntStream.rangeClosed(1, 4)
            .mapToObj(quorum -> new StageRule(Optional.of(NIGHT), quorum))
            .toList();
    var byResource = List.of(new Route("", "", many.subList(0, 3)), to(NOBODY));
    var byDetails =
        route(
            codes("a"),
            Set.of(),
            Set.of(),
            new Route("", "", List.of(many.get(3), StageRule.ANYBODY)));
    assertThat(routed(byResource, byDetails).routes()).hasSize(2);
    var more =
        route(
            codes("a"),
            Set.of(),
            Set.of(),
            new Route(
                "",
                "",
                List.of(many.get(3), StageRule.ANYBODY, new StageRule(Optional.of(NOBODY), 2))));
    assertThatThrownBy(() -> routed(byResource, more))
        .hasMessageContaining("different stages on routes");
  }
}
