package dev.lockbox.api;

import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.api.command.FakeLog;
import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.api.security.Issuer;
import dev.lockbox.api.view.ViewRig;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.Samples;
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
import dev.lockbox.service.ServiceContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every role of a customer against every kind of route, on the whole customer and on one cluster of
 * it. Whom a role is assigned to is called after it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CustomerRolesHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TenantId WINGTIP = new TenantId("wingtip");
  private static final String BASE = "/v1/tenants/wingtip";
  private static final String ARO1 = "/clusters/aro1";

  private final HttpClient client = HttpClient.newHttpClient();
  private ServiceContext context;
  private FakeLog log;
  private URI base;
  private int opened;

  /** Requests that wait, in the cluster and beside it. */
  private String inside;

  private String beside;

  @BeforeAll
  void start() {
    context =
        ServiceContext.of(
            "api",
            Map.of(
                "test.edges", "true",
                "micronaut.server.port", "-1",
                "lockbox.api.wait", "PT0.3S",
                "lockbox.oidc.issuer", Issuer.NAME,
                "lockbox.oidc.audience", Issuer.AUDIENCE),
            Optional.empty());
    context.bean(TestClock.class).set(MORNING);
    log = context.bean(FakeLog.class);
    log.be(Mood.WELL);
    base = context.bean(EmbeddedServer.class).start().getURI();
    var rig = context.bean(ViewRig.class);
    rig.pipe(log.history().register(WINGTIP, Samples.MEMBERSHIP));
    var all = new ArrayList<Assignment>();
    for (var role : CustomerRole.values()) {
      all.add(assignment(name(role), role, ""));
      all.add(assignment(name(role) + "-of-aro1", role, ARO1));
    }
    var settings = Policies.settingsHaving(new Assignments(all));
    rig.pipe(log.history().decide(new ChangeSettings(WINGTIP, carla(), settings), MORNING));
  }

  @BeforeEach
  void twoRequestsWait() {
    inside = waiting("in-" + ++opened, Cast.RESOURCES);
    beside = waiting("by-" + opened, List.of(new ResourceName("/clusters/aro2/ns/openshift-etcd")));
  }

  @AfterAll
  void stop() {
    context.close();
    client.close();
  }

  private static Assignment assignment(String person, CustomerRole role, String resources) {
    return new Assignment(Member.of(person, person + "@wingtip.example"), role, resources);
  }

  private static String name(CustomerRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Attempt carla() {
    return new Attempt(Cast.CARLA, new DecisionId("s-" + opened));
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
    context
        .bean(ViewRig.class)
        .pipe(
            log.history().decide(new OpenRequest(new RequestId(WINGTIP, id), by, asked), MORNING));
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
    var token = token(name(role), claim(role));
    expect(token, "GET", inside, "", requests);
    expect(token, "GET", beside, "", requests);
    expect(token, "GET", inside + "/events", "", requests);
    expect(token, "GET", BASE + "/requests", "", requests);
    expect(token, "GET", BASE + "/exclusions", "", exclusions);
    expect(token, "GET", BASE + "/settings", "", 200);
    expect(token, "POST", inside + "/approve", decision(), deciding);
    expect(token, "POST", beside + "/deny", decision(), deciding);
    expect(token, "PUT", BASE + "/settings", withOtherMails(), rules);
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
    var token = token(name(role) + "-of-aro1", claim(role));
    expect(token, "GET", inside, "", requests);
    expect(token, "GET", inside + "/events", "", requests);
    expect(token, "GET", beside, "", requests == 200 ? 404 : 403);
    expect(token, "GET", beside + "/events", "", requests == 200 ? 404 : 403);
    expect(token, "GET", BASE + "/exclusions", "", 403);
    expect(token, "GET", BASE + "/settings", "", 200);
    expect(token, "POST", inside + "/approve", decision(), deciding);
    expect(token, "POST", beside + "/approve", decision(), 403);
    expect(token, "POST", beside + "/deny", decision(), 403);
    var list = send(token, "GET", BASE + "/requests", "");
    assertThat(list.statusCode()).isEqualTo(requests);
    if (requests == 200) {
      assertThat(read(list).path("items"))
          .isNotEmpty()
          .allMatch(one -> one.path("resources").get(0).asText().startsWith(ARO1));
    }
  }

  @ParameterizedTest
  @EnumSource(CustomerRole.class)
  void onlyOwnersAndTenantAdminsGiveRoles(CustomerRole role) {
    var answer = send(token(name(role), claim(role)), "PUT", BASE + "/settings", withOneMore());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(role.assigns() ? 200 : 403);
  }

  @Test
  void aRoleInTheTokenAloneOrInTheLogAloneGrantsNothing() {
    expect(token("stranger", "owner"), "GET", inside, "", 403);
    expect(token("stranger", "owner"), "GET", BASE + "/settings", "", 403);
    expect(token("stranger", "owner"), "PUT", BASE + "/settings", asItIsOtherwise(), 403);
    expect(token("reader", "owner"), "GET", inside, "", 403);
    expect(token("owner"), "GET", inside, "", 403);
    expect(token("owner"), "POST", inside + "/approve", decision(), 403);
    expect(token("owner", "reader"), "GET", inside, "", 403);
  }

  @Test
  void whatHappenedIsReadWhicheverPartitionACustomerIsOn() {
    assertThat(Topics.partitionOf(WINGTIP, Topics.EVENTS.partitions())).isNotZero();
    var events = read(send(token("reader", "reader"), "GET", inside + "/events", ""));
    assertThat(events.path("items")).hasSize(1);
  }

  private static String claim(CustomerRole role) {
    return role == CustomerRole.TENANT_ADMIN ? "admin" : role.name().toLowerCase(Locale.ROOT);
  }

  private String decision() {
    return "{\"decisionId\":\"d-%d\",\"ifVersion\":1}".formatted(opened);
  }

  /** The rules that hold, but for the mails. */
  private String withOtherMails() {
    var now = settings();
    var policy = (ObjectNode) now.path("policy");
    if (policy.path("mails").isNull()) {
      policy.putObject("mails").putArray("muted").add("APPROVED");
    } else {
      policy.putNull("mails");
    }
    return body(now);
  }

  private String asItIsOtherwise() {
    return body(settings().put("ticketRequired", true));
  }

  private String withOneMore() {
    var now = settings();
    ((ObjectNode) now.path("policy"))
        .withArray("assignments")
        .addObject()
        .put("person", "another-" + opened)
        .put("mail", "another@wingtip.example")
        .put("role", "READER")
        .put("resources", "");
    return body(now);
  }

  private ObjectNode settings() {
    var token = token("carla", "admin");
    return (ObjectNode) read(send(token, "GET", BASE + "/settings", "")).path("settings");
  }

  private String body(JsonNode settings) {
    return "{\"decisionId\":\"r-%d\",\"settings\":%s}".formatted(opened, settings);
  }

  private String token(String person, String... roles) {
    return Issuer.token(person, "wingtip", Set.of(roles), MORNING);
  }

  private void expect(String token, String method, String path, String body, int status) {
    var answer = send(token, method, path, body);
    assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isEqualTo(status);
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException garbled) {
      throw new IllegalStateException(answer.body(), garbled);
    }
  }

  private HttpResponse<String> send(String token, String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(30));
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
