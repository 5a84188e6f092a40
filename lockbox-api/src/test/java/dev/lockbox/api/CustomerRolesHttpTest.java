package dev.lockbox.api;

import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.events.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every role of a customer against every kind of route, on the whole customer and on one cluster of
 * it. Whom a role is assigned to is called after it.
 */
@ExtendWith(OneHttpRig.class)
class CustomerRolesHttpTest {
  private static final TenantId WINGTIP = new TenantId("wingtip");
  private static final String BASE = "/v1/tenants/wingtip";
  private static final String ARO1 = "/clusters/aro1";

  private final HttpRig http;

  /** Requests that wait, in the cluster and beside it. */
  private final String inside;

  private final String beside;

  CustomerRolesHttpTest(HttpRig http) {
    this.http = http;
    http.register(WINGTIP);
    var all = new ArrayList<Assignment>();
    for (var role : CustomerRole.values()) {
      all.add(assignment(name(role), role, ""));
      all.add(assignment(name(role) + "-of-aro1", role, ARO1));
    }
    var settings = Policies.settingsHaving(new Assignments(all));
    var carla = new Attempt(Cast.CARLA, new DecisionId("s-1"));
    http.decide(new ChangeSettings(WINGTIP, carla, settings), MORNING);
    inside = waiting("inside", Cast.RESOURCES);
    beside = waiting("beside", List.of(new ResourceName("/clusters/aro2/ns/openshift-etcd")));
  }

  private static Assignment assignment(String person, CustomerRole role, String resources) {
    return new Assignment(Member.of(person, person + "@wingtip.example"), role, resources);
  }

  private static String name(CustomerRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String waiting(String id, List<ResourceName> resources) {
    var asked =
        new Asked(
            Cast.EVA,
            new PersonalText(Cast.EVA, Cast.JUSTIFICATION),
            Optional.of(Cast.TICKET),
            Cast.ACTIONS,
            resources,
            Optional.empty());
    var by = new Attempt(Cast.JIT, new DecisionId(id));
    http.decide(new OpenRequest(new RequestId(WINGTIP, id), by, asked), MORNING);
    return BASE + "/requests/" + id;
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER,          200, 200, 200, 200",
    "APPROVER,       200, 200, 200, 403",
    "SECURITY_ADMIN, 200, 200, 403, 200",
    "TENANT_ADMIN,   200, 200, 403, 200",
    "AUDITOR,        200, 200, 403, 403",
    "READER,         200, 200, 403, 403",
    "POLICY_EDITOR,  403, 403, 403, 200"
  })
  void onTheWholeCustomerARoleLets(
      CustomerRole role, int requests, int exclusions, int deciding, int rules) {
    var caller = caller(name(role), claim(role));
    expect(caller, "GET", inside, "", requests);
    expect(caller, "GET", beside, "", requests);
    expect(caller, "GET", inside + "/events", "", requests);
    expect(caller, "GET", inside + "/sessions", "", requests);
    expect(caller, "GET", BASE + "/sessions", "", requests);
    expect(caller, "GET", BASE + "/activity", "", requests);
    expect(caller, "GET", BASE + "/requests", "", requests);
    expect(caller, "GET", BASE + "/exclusions", "", exclusions);
    expect(caller, "GET", BASE + "/settings", "", 200);
    expect(caller, "POST", inside + "/approve", decision(), deciding);
    expect(caller, "POST", beside + "/deny", decision(), deciding);
    expect(caller, "PUT", BASE + "/settings", withOtherMails(), rules);
  }

  /** A page of rules follows what becomes of them for whoever may hear of all that happens. */
  @ParameterizedTest
  @CsvSource({"TENANT_ADMIN, true", "READER, true", "POLICY_EDITOR, false"})
  void aPageOfRulesFollowsForWhoReadsEverything(CustomerRole role, boolean follows) {
    var visitor = PortalVisitor.signedIn(http, name(role), WINGTIP, claim(role));
    var page = visitor.fetch("/portal/tenants/wingtip/settings");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text().contains("data-news")).isEqualTo(follows);
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER,          200, 200",
    "APPROVER,       200, 200",
    "SECURITY_ADMIN, 200, 403",
    "TENANT_ADMIN,   200, 403",
    "AUDITOR,        200, 403",
    "READER,         200, 403",
    "POLICY_EDITOR,  403, 403"
  })
  void onAPartOfItARoleLetsNothingBesideThePart(CustomerRole role, int requests, int deciding) {
    var caller = caller(name(role) + "-of-aro1", claim(role));
    expect(caller, "GET", inside, "", requests);
    expect(caller, "GET", inside + "/events", "", requests);
    expect(caller, "GET", inside + "/sessions", "", requests);
    expect(caller, "GET", BASE + "/sessions", "", requests);
    expect(caller, "GET", BASE + "/activity", "", requests);
    expect(caller, "GET", beside + "/sessions", "", requests == 200 ? 404 : 403);
    expect(caller, "GET", beside, "", requests == 200 ? 404 : 403);
    expect(caller, "GET", beside + "/events", "", requests == 200 ? 404 : 403);
    expect(caller, "GET", BASE + "/exclusions", "", 403);
    expect(caller, "GET", BASE + "/settings", "", 200);
    expect(caller, "POST", inside + "/approve", decision(), deciding);
    expect(caller, "POST", beside + "/approve", decision(), 403);
    expect(caller, "POST", beside + "/deny", decision(), 403);
    var list = caller.get(BASE + "/requests");
    assertThat(list.status()).isEqualTo(requests);
    if (requests == 200) {
      assertThat(list.ok().path("items"))
          .isNotEmpty()
          .allMatch(one -> one.path("resources").get(0).asText().startsWith(ARO1));
    }
  }

  @ParameterizedTest
  @EnumSource(CustomerRole.class)
  void onlyOwnersAndTenantAdminsGiveRoles(CustomerRole role) {
    var caller = caller(name(role), claim(role));
    expect(caller, "PUT", BASE + "/settings", withOneMore(), role.assigns() ? 200 : 403);
  }

  @ParameterizedTest
  @EnumSource(CustomerRole.class)
  void onlyOwnersAndTenantAdminsEnableOrDisable(CustomerRole role) {
    var answer =
        caller(name(role), claim(role)).send("PUT", BASE + "/settings", withoutTheCluster());
    if (role == CustomerRole.OWNER || role == CustomerRole.TENANT_ADMIN) {
      assertThat(answer.ok().path("settings").path("enrolment").path("scope").asText())
          .isEqualTo("SUBSCRIPTIONS");
    } else {
      answer.refused(403, "NOT_AN_ADMIN");
    }
  }

  @Test
  void aRoleInTheTokenAloneOrInTheLogAloneGrantsNothing() {
    expect(caller("stranger", "owner"), "GET", inside, "", 403);
    expect(caller("stranger", "owner"), "GET", BASE + "/settings", "", 403);
    expect(caller("stranger", "owner"), "PUT", BASE + "/settings", asItIsOtherwise(), 403);
    expect(caller("reader", "owner"), "GET", inside, "", 403);
    expect(caller("owner"), "GET", inside, "", 403);
    expect(caller("owner"), "POST", inside + "/approve", decision(), 403);
    expect(caller("owner", "reader"), "GET", inside, "", 403);
  }

  @Test
  void whatHappenedIsReadWhicheverPartitionACustomerIsOn() {
    assertThat(Topics.partitionOf(WINGTIP, Topics.EVENTS.partitions())).isNotZero();
    var events = caller("reader", "reader").get(inside + "/events").ok();
    assertThat(events.path("items")).hasSize(1);
  }

  private static String claim(CustomerRole role) {
    return role == CustomerRole.TENANT_ADMIN ? "admin" : role.name().toLowerCase(Locale.ROOT);
  }

  private static String decision() {
    return Bodies.decision("d-1", 1);
  }

  /** The rules that hold, but for the mails. */
  private String withOtherMails() {
    var now = settings();
    ((ObjectNode) now.path("policy")).putObject("mails").putArray("muted").add("APPROVED");
    return Bodies.settings("r-1", now);
  }

  private String asItIsOtherwise() {
    return Bodies.settings("r-1", settings().put("ticketRequired", true));
  }

  private String withOneMore() {
    var now = settings();
    ((ObjectNode) now.path("policy"))
        .withArray("assignments")
        .addObject()
        .put("person", "another")
        .put("mail", "another@wingtip.example")
        .put("role", "READER")
        .put("resources", "");
    return Bodies.settings("r-1", now);
  }

  private String withoutTheCluster() {
    var now = settings();
    now.putObject("enrolment")
        .put("scope", "SUBSCRIPTIONS")
        .putArray("subscriptions")
        .add("/clusters/aro2");
    return Bodies.settings("r-1", now);
  }

  private ObjectNode settings() {
    return (ObjectNode) caller("carla", "admin").get(BASE + "/settings").ok().path("settings");
  }

  private HttpCaller caller(String person, String... roles) {
    return http.caller(person, WINGTIP, roles);
  }

  private static void expect(
      HttpCaller caller, String method, String path, String body, int status) {
    var answer = caller.send(method, path, body);
    assertThat(answer.status()).as("%s %s: %s", method, path, answer.text()).isEqualTo(status);
  }
}
