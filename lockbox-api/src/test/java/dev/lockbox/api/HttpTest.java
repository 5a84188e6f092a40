package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.api.command.FakeLog;
import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.security.Issuer;
import dev.lockbox.api.view.CatchUp;
import dev.lockbox.api.view.PolicyJson;
import dev.lockbox.api.view.ViewRig;
import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
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
import java.time.Instant;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The whole API on a port, with the real rules behind it and no Kafka. */
@TestInstance(Lifecycle.PER_CLASS)
class HttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REQUESTS = "/v1/tenants/contoso/requests";
  private static final String NORTHWIND = "/v1/tenants/northwind/requests";

  private final HttpClient client = HttpClient.newHttpClient();
  private ServiceContext context;
  private TestClock clock;
  private FakeLog log;
  private ViewRig rig;
  private URI base;
  private int opened;

  /** The path of a request that was opened for the test at hand, and waits. */
  private String one;

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
    clock = context.bean(TestClock.class);
    log = context.bean(FakeLog.class);
    rig = context.bean(ViewRig.class);
    base = context.bean(EmbeddedServer.class).start().getURI();
    rig.pipe(log.history().register(CONTOSO, Samples.MEMBERSHIP));
    var femi = Set.of(Member.of("femi", "femi@fabrikam.example"));
    rig.pipe(log.history().register(FABRIKAM, new Membership("Basic", femi, Set.of(), Set.of())));
  }

  @BeforeEach
  void aRequestWaits() {
    clock.set(MORNING);
    log.be(Mood.WELL);
    var id = "req-" + ++opened;
    rig.pipe(log.history().open(new RequestId(CONTOSO, id), MORNING));
    one = REQUESTS + "/" + id;
  }

  @AfterAll
  void stop() {
    context.close();
    client.close();
  }

  @Test
  void showsARequestWithEveryNameItPromises() {
    var shown = get(anna(), one, 200);
    assertThat(shown.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "tenant",
            "state",
            "version",
            "engineer",
            "justification",
            "ticket",
            "actions",
            "resources",
            "accessFor",
            "conditions",
            "singleUse",
            "createdAt",
            "decideBy",
            "startsAt",
            "accessUntil",
            "asked",
            "approvals",
            "dialogue",
            "closing",
            "details",
            "evaluation",
            "internalApprovals");
    assertThat(shown.path("asked").isNull()).isTrue();
    assertThat(shown.path("approvals").path("missing").asInt()).isEqualTo(1);
    assertThat(shown.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(shown.path("createdAt").asText()).isEqualTo("2026-03-02T08:00:00Z");
    assertThat(shown.path("accessFor").asText()).isEqualTo("PT8H");
    assertThat(shown.path("accessUntil").isNull()).isTrue();
  }

  @Test
  void listsPageByPage() {
    var northwind = new TenantId("northwind");
    rig.pipe(log.history().register(northwind, Samples.MEMBERSHIP));
    rig.pipe(log.history().open(new RequestId(northwind, "a"), MORNING));
    rig.pipe(log.history().open(new RequestId(northwind, "b"), MORNING.plusSeconds(1)));
    var anna = Issuer.token("anna", "northwind", Set.of("approver"), MORNING);
    var list = NORTHWIND + "?limit=1&state=CUSTOMER_NOTIFIED";
    var first = get(anna, list, 200);
    assertThat(first.path("items").get(0).path("id").asText()).isEqualTo("b");
    var next = first.path("next").asText();
    var second = get(anna, list + "&cursor=" + next, 200);
    assertThat(second.path("items").get(0).path("id").asText()).isEqualTo("a");
    assertThat(second.path("next").isNull()).isTrue();
    problem(send("GET", anna, NORTHWIND + "?cursor=" + next, ""), 400, "INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "limit=-1", "state=active", "cursor=AAAA"})
  void aQueryThatMakesNoSenseIsRefused(String query) {
    problem(send("GET", anna(), REQUESTS + "?" + query, ""), 400, "INVALID_REQUEST");
  }

  @Test
  void anApprovalIsAnsweredWithTheGrant() {
    clock.set(MORNING.plusSeconds(60));
    var granted = post(anna(), "/approve", body("d-1", 1), 200);
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(granted.path("accessUntil").asText()).isEqualTo("2026-03-02T16:01:00Z");
    var events = get(dora(), one + "/events", 200).path("items");
    assertThat(events.findValuesAsText("type")).containsExactly("RequestOpened", "RequestApproved");
    assertThat(events.get(1).path("decisionId").asText()).isEqualTo("d-1");
  }

  @Test
  void anApprovalMayGrantLess() {
    var body = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    clock.set(MORNING.plusSeconds(60));
    var granted = post(anna(), "/approve", body, 200);
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(granted.path("accessUntil").asText()).isEqualTo("2026-03-02T09:01:00Z");
    assertThat(granted.path("accessFor").asText()).isEqualTo("PT1H");
    assertThat(granted.path("asked").path("accessFor").asText()).isEqualTo("PT8H");
    var events = get(dora(), one + "/events", 200).path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly("RequestOpened", "RequestNarrowed", "RequestApproved");
    assertThat(events.get(1).path("terms").path("accessFor").asText()).isEqualTo("PT1H");
  }

  @Test
  void accessThatEndedWaitsForThoseWhoMustClose() {
    var lamna = new TenantId("lamna");
    rig.pipe(log.history().register(lamna, twoAdmins()));
    var carla = Issuer.token("carla", "lamna", Set.of("admin"), MORNING);
    var rules = "/v1/tenants/lamna/settings";
    var settings = (ObjectNode) get(carla, rules, 200).path("settings");
    var policy = everyPart();
    policy.putArray("reasonCodes");
    policy.putNull("access");
    settings.set("policy", policy);
    read(send("PUT", carla, rules, change("s-1", settings)), 200);
    rig.pipe(log.history().open(new RequestId(lamna, "r"), MORNING));
    var request = "/v1/tenants/lamna/requests/r";
    var anna = Issuer.token("anna", "lamna", Set.of("approver"), MORNING);
    read(send("POST", anna, request + "/approve", body("d-1", 1)), 200);

    var ended = read(send("POST", anna, request + "/revoke", body("d-2", 2)), 200);
    assertThat(ended.path("state").asText()).isEqualTo("CLOSING");
    assertThat(ended.path("version").asInt()).isEqualTo(4);
    assertThat(ended.at("/closing/outcome").asText()).isEqualTo("REVOKED");
    assertThat(ended.at("/closing/by").asText()).isEqualTo("2026-03-02T08:02:00Z");
    assertThat(ended.at("/closing/missing"))
        .extracting(JsonNode::asText)
        .containsExactly("bastion", "gateway-1");
    close(lamna, "bastion", MORNING.plusSeconds(1));
    clock.set(MORNING.plusSeconds(120));
    assertThat(get(anna, request, 200).path("state").asText()).isEqualTo("FAILED_TO_CLOSE");
    close(lamna, "gateway-1", MORNING.plusSeconds(120));
    var closed = get(anna, request, 200);
    assertThat(closed.path("state").asText()).isEqualTo("REVOKED");
    assertThat(closed.path("closing").isNull()).isTrue();
  }

  @Test
  void accessThatBeginsLaterIsScheduledAndLetsNobodyInBefore() {
    var woodgrove = new TenantId("woodgrove");
    rig.pipe(log.history().register(woodgrove, Samples.MEMBERSHIP));
    var later = Said.nothing().startAt(Cast.NOON).details();
    rig.pipe(log.history().open(new RequestId(woodgrove, "r"), later, MORNING));
    var request = "/v1/tenants/woodgrove/requests/r";
    var held = "/v1/tenants/woodgrove/entitlements?engineer=eva";
    var anna = Issuer.token("anna", "woodgrove", Set.of("approver"), MORNING);

    var agreed = read(send("POST", anna, request + "/approve", body("d-1", 2)), 200);
    assertThat(agreed.path("state").asText()).isEqualTo("SCHEDULED");
    assertThat(agreed.path("startsAt").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(agreed.path("accessUntil").asText()).isEqualTo("2026-03-02T20:00:00Z");
    clock.set(Cast.JUST_AFTER_NOON);
    var atNoon = Issuer.token("anna", "woodgrove", Set.of("approver"), Cast.JUST_AFTER_NOON);
    assertThat(get(atNoon, request, 200).path("state").asText()).isEqualTo("SCHEDULED");
    assertThat(get(atNoon, held, 200).path("items")).isEmpty();

    rig.pipe(
        log.history()
            .decide(new EnforceDeadline(new RequestId(woodgrove, "r")), Cast.JUST_AFTER_NOON));
    var begun = get(atNoon, request, 200);
    assertThat(begun.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(begun.path("startsAt").isNull()).isTrue();
    var entitlement = get(atNoon, held, 200).path("items").get(0);
    assertThat(entitlement.path("from").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(entitlement.path("until").asText()).isEqualTo("2026-03-02T20:00:00Z");
  }

  @Test
  void whatWasAskedForForOneUseIsShownAsThat() {
    var northwind = new TenantId("northwind");
    rig.pipe(log.history().register(northwind, Samples.MEMBERSHIP));
    var once = Said.nothing().singleUse().details();
    rig.pipe(log.history().open(new RequestId(northwind, "r"), once, MORNING));
    var request = "/v1/tenants/northwind/requests/r";
    var anna = Issuer.token("anna", "northwind", Set.of("approver"), MORNING);
    assertThat(get(anna, request, 200).path("singleUse").asBoolean()).isTrue();
    var granted = read(send("POST", anna, request + "/approve", body("d-1", 2)), 200);
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(granted.path("singleUse").asBoolean()).isTrue();
    assertThat(get(anna(), one, 200).path("singleUse").asBoolean()).isFalse();
  }

  private void close(TenantId tenant, String point, Instant at) {
    var by = new Attempt(Cast.JIT, new DecisionId("closed-" + point));
    var request = new RequestId(tenant, "r");
    rig.pipe(log.history().decide(new AcknowledgeClosing(request, by, new PointId(point)), at));
  }

  @Test
  void anEngineerKeepsWhatAnotherGrantAllows() {
    var wingtip = new TenantId("wingtip");
    rig.pipe(log.history().register(wingtip, Samples.MEMBERSHIP));
    var anna = Issuer.token("anna", "wingtip", Set.of("approver"), MORNING);
    var held = "/v1/tenants/wingtip/entitlements?engineer=eva";
    assertThat(get(anna, held, 200).path("items")).isEmpty();
    for (var id : List.of("a", "b")) {
      rig.pipe(log.history().open(new RequestId(wingtip, id), MORNING));
      var yes = "{\"decisionId\":\"d\",\"ifVersion\":1%s}";
      var less = id.equals("a") ? ",\"accessFor\":\"PT1H\"" : "";
      read(
          send(
              "POST", anna, "/v1/tenants/wingtip/requests/" + id + "/approve", yes.formatted(less)),
          200);
    }
    var both = get(anna, held, 200).path("items");
    assertThat(both).hasSize(1);
    assertThat(both.get(0).path("action").asText()).isEqualTo("k8s.pod.logs");
    assertThat(both.get(0).path("until").asText()).isEqualTo("2026-03-02T16:00:00Z");
    assertThat(both.get(0).path("requests")).extracting(JsonNode::asText).containsExactly("a", "b");

    var done =
        new FinishAccess(
            new RequestId(wingtip, "a"), new Attempt(Cast.JIT, new DecisionId("finish")), Cast.EVA);
    rig.pipe(log.history().decide(done, MORNING));
    var left = get(anna, held + "&action=k8s.pod.logs", 200).path("items");
    assertThat(left.get(0).path("requests")).extracting(JsonNode::asText).containsExactly("b");
    assertThat(get(anna, "/v1/tenants/wingtip/requests/a", 200).path("state").asText())
        .isEqualTo("COMPLETED");
    assertThat(get(anna, held + "&action=vm.restart", 200).path("items")).isEmpty();
    assertThat(get(anna, held + "&resource=%2Fvms%2Fweb-1", 200).path("items")).isEmpty();
    assertThat(get(anna, held.replace("eva", "otto"), 200).path("items")).isEmpty();
    problem(send("GET", anna, held.replace("eva", "%20"), ""), 400, "INVALID_REQUEST");
    problem(send("GET", anna, "/v1/tenants/wingtip/entitlements", ""), 400, "INVALID_REQUEST");
    problem(
        send("GET", anna(), "/v1/tenants/wingtip/entitlements?engineer=eva", ""),
        404,
        "NO_SUCH_REQUEST");
  }

  @Test
  void anApprovalUnderConditionsGrantsToWhoKeepsThem() throws Exception {
    var conditions =
        "{\"obligations\":[\"RECORD\"],\"excluded\":[\"PHI\"],\"channels\":[\"RDP_GATEWAY\"],"
            + "\"countries\":[\"AT\",\"DE\"],\"singleUse\":true}";
    var yes = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"conditions\":" + conditions + "}";
    var granted = read(send("POST", anna(), one + "/approve", yes), 200);
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE_UNDER_CONDITIONS");
    assertThat(granted.path("conditions")).isEqualTo(new ObjectMapper().readTree(conditions));
    assertThat(granted.path("asked").path("conditions").isNull()).isTrue();
    assertThat(granted.path("singleUse").asBoolean()).isTrue();
    var events = get(dora(), one + "/events", 200).path("items");
    assertThat(events.get(1).path("terms").path("conditions"))
        .isEqualTo(granted.path("conditions"));
  }

  @Test
  void anApprovalOfWhatWasNotAskedForIsRefused() {
    var wider = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"actions\":[\"k8s.object.delete\"]}";
    problem(send("POST", anna(), one + "/approve", wider), 422, "WIDER_THAN_ASKED");
  }

  @Test
  void anApproverAsksAndOffersLessAndReadsWhatWasSaid() {
    var asking = "{\"decisionId\":\"q-1\",\"question\":\"which member?\"}";
    var asked = post(anna(), "/ask", asking, 200);
    assertThat(asked.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    var question = asked.path("dialogue").path("questions").get(0);
    assertThat(question.path("version").asInt()).isEqualTo(2);
    assertThat(question.path("by").asText()).isEqualTo("anna");
    assertThat(question.path("question").asText()).isEqualTo("which member?");
    assertThat(question.path("answer").isNull()).isTrue();

    var offering = "{\"decisionId\":\"o-1\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    var offer = post(anna(), "/offer", offering, 200).path("dialogue").path("offer");
    assertThat(offer.path("version").asInt()).isEqualTo(3);
    assertThat(offer.path("terms").path("accessFor").asText()).isEqualTo("PT1H");

    var taking = "{\"decisionId\":\"w-1\",\"offer\":3}";
    var taken = post(anna(), "/withdraw-offer", taking, 200);
    assertThat(taken.path("dialogue").path("offer").isNull()).isTrue();
    problem(
        send("POST", anna(), one + "/withdraw-offer", taking.replace("w-1", "w-2")),
        404,
        "NO_SUCH_OFFER");

    var events = get(dora(), one + "/events", 200).path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly(
            "RequestOpened", "QuestionAsked", "CounterOffered", "OfferWithdrawn", "CommandRefused");
    assertThat(events.get(1).path("reason").asText()).isEqualTo("which member?");
    assertThat(events.get(2).path("terms").path("accessFor").asText()).isEqualTo("PT1H");
    assertThat(events.get(3).path("replyTo").asInt()).isEqualTo(3);
    assertThat(get(anna(), one + "/decisions/q-1", 200).path("version").asInt()).isEqualTo(4);
  }

  @Test
  void aCustomerReadsWhatNoApprovalCoversAndTakesNoteOfIt() {
    var tailspin = new TenantId("tailspin");
    rig.pipe(log.history().register(tailspin, Samples.MEMBERSHIP));
    var id = new ExclusionId(tailspin, "x-1");
    var report =
        new ExclusionReport(
            ExclusionCategory.INADVERTENT,
            Cast.EVA,
            new IncidentId("INC-7"),
            Cast.RESOURCES,
            DataExposure.ENCRYPTED,
            new PersonalText(Cast.OPERATOR, "a packet capture held encrypted traffic"));
    var by = new Attempt(Cast.OPERATOR, new DecisionId("report-1"));
    rig.pipe(log.history().decide(new ReportExclusion(id, by, report), MORNING));
    var carla = Issuer.token("carla", "tailspin", Set.of("admin"), MORNING);
    var path = "/v1/tenants/tailspin/exclusions";

    var shown = get(carla, path + "/x-1", 200);
    assertThat(shown.path("stage").asText()).isEqualTo("INVOKED");
    assertThat(shown.path("category").asText()).isEqualTo("INADVERTENT");
    assertThat(shown.path("exposure").asText()).isEqualTo("ENCRYPTED");
    assertThat(shown.path("deadline").asText()).isEqualTo("2026-03-05T08:00:00Z");
    assertThat(get(carla, path, 200).path("items").get(0)).isEqualTo(shown);
    assertThat(get(carla, path + "?after=x-1", 200).path("items")).isEmpty();

    var dora = Issuer.token("dora", "tailspin", Set.of("auditor"), MORNING);
    var noting = "{\"decisionId\":\"n-1\",\"reason\":\"seen\"}";
    problem(send("POST", dora, path + "/x-1/acknowledge", noting), 403, "NOT_OF_THE_CUSTOMER");
    var noted = read(send("POST", carla, path + "/x-1/acknowledge", noting), 200);
    assertThat(noted.path("stage").asText()).isEqualTo("ACKNOWLEDGED");
    assertThat(noted.path("acknowledgedBy").asText()).isEqualTo("carla");
    assertThat(read(send("POST", carla, path + "/x-1/acknowledge", noting), 200)).isEqualTo(noted);
    var again = noting.replace("n-1", "n-2");
    problem(send("POST", carla, path + "/x-1/acknowledge", again), 409, "ALREADY_ACKNOWLEDGED");
    problem(send("POST", carla, path + "/x-2/acknowledge", again), 404, "NO_SUCH_EXCLUSION");
    problem(send("GET", carla, path + "/x-2", ""), 404, "NO_SUCH_EXCLUSION");
    problem(send("GET", carla, path + "/%20", ""), 404, "NO_SUCH_EXCLUSION");
    problem(send("GET", anna(), path + "/x-1", ""), 404, "NO_SUCH_REQUEST");
    var more = "{\"decisionId\":\"n-3\",\"approved\":true}";
    problem(send("POST", carla, path + "/x-1/acknowledge", more), 400, "INVALID_REQUEST");
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    var all = "{\"decisionId\":\"o-1\",\"ifVersion\":1,\"accessFor\":\"PT8H\"}";
    problem(send("POST", anna(), one + "/offer", all), 422, "OFFERS_NO_LESS");
    problem(send("POST", anna(), one + "/offer", body("o-2", 1)), 400, "INVALID_REQUEST");
    problem(send("POST", anna(), one + "/ask", "{\"decisionId\":\"q\"}"), 400, "INVALID_REQUEST");
    var unknown = "{\"decisionId\":\"q\",\"question\":\"why?\",\"pause\":true}";
    problem(send("POST", anna(), one + "/ask", unknown), 400, "INVALID_REQUEST");
    var tooLong = "{\"decisionId\":\"q\",\"question\":\"%s\"}".formatted("x".repeat(4097));
    problem(send("POST", anna(), one + "/ask", tooLong), 422, "INVALID_REASON");
    var asking = "{\"decisionId\":\"q\",\"question\":\"why?\"}";
    problem(send("POST", dora(), one + "/ask", asking), 403, "NOT_AN_APPROVER");
    problem(send("POST", token("eva", "approver"), one + "/ask", asking), 403, "OWN_REQUEST");
    var none = "{\"decisionId\":\"w\",\"offer\":1}";
    problem(send("POST", anna(), one + "/withdraw-offer", none), 404, "NO_SUCH_OFFER");
  }

  @Test
  void anAdministratorSetsRulesAndTwoPeopleApprove() {
    var relecloud = new TenantId("relecloud");
    rig.pipe(log.history().register(relecloud, twoAdmins()));
    var carla = Issuer.token("carla", "relecloud", Set.of("admin"), MORNING);
    var path = "/v1/tenants/relecloud/settings";
    var before = get(carla, path, 200);
    assertThat(before.path("version").asInt()).isEqualTo(1);
    var settings = (ObjectNode) before.path("settings");
    settings.withArray("stages").removeAll().addObject().putNull("group").put("quorum", 2);
    var changed = read(send("PUT", carla, path, change("s-1", settings)), 200);
    assertThat(changed.path("version").asInt()).isEqualTo(2);
    assertThat(changed.path("settings")).isEqualTo(settings);
    assertThat(read(send("PUT", carla, path, change("s-2", settings)), 200)).isEqualTo(changed);

    rig.pipe(log.history().open(new RequestId(relecloud, "r"), MORNING));
    var request = "/v1/tenants/relecloud/requests/r";
    var anna = Issuer.token("anna", "relecloud", Set.of("approver"), MORNING);
    var ben = Issuer.token("ben", "relecloud", Set.of("approver"), MORNING);
    var first = read(send("POST", anna, request + "/approve", body("d-1", 2)), 200);
    assertThat(first.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(first.path("approvals").path("given").get(0).path("by").asText()).isEqualTo("anna");
    assertThat(first.path("approvals").path("missing").asInt()).isEqualTo(1);
    problem(send("POST", anna, request + "/approve", body("d-2", 3)), 409, "ALREADY_APPROVED");
    var second = read(send("POST", ben, request + "/approve", body("d-1", 2)), 200);
    assertThat(second.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(get(anna, request + "/events", 200).path("items").findValuesAsText("type"))
        .containsExactly(
            "RequestOpened",
            "ApprovalsRequired",
            "ApprovalGiven",
            "CommandRefused",
            "RequestApproved");
  }

  @Test
  void anAdministratorSetsWhatTheSettingsOfOldCannotSay() {
    var tailspin = new TenantId("tailspin");
    rig.pipe(log.history().register(tailspin, twoAdmins()));
    var carla = Issuer.token("carla", "tailspin", Set.of("admin"), MORNING);
    var path = "/v1/tenants/tailspin/settings";
    var settings = (ObjectNode) get(carla, path, 200).path("settings");
    assertThat(settings.path("policy").isNull()).isTrue();
    var policy = everyPart();
    settings.set("policy", policy);
    var changed = read(send("PUT", carla, path, change("s-1", settings)), 200);
    assertThat(changed.path("settings").path("policy")).isEqualTo(policy);
    policy.putObject("mails").putArray("muted").add("PENDING");
    problem(send("PUT", carla, path, change("s-2", settings)), 400, "INVALID_REQUEST");
  }

  @Test
  void anAdministratorDecidesBeforehand() {
    var vanarsdel = new TenantId("vanarsdel");
    rig.pipe(log.history().register(vanarsdel, twoAdmins()));
    var carla = Issuer.token("carla", "vanarsdel", Set.of("admin"), MORNING);
    var path = "/v1/tenants/vanarsdel/settings";
    var settings = (ObjectNode) get(carla, path, 200).path("settings");
    var access =
        (ObjectNode)
            new ObjectMapper()
                .valueToTree(PolicyJson.of(Policies.having(Samples.approvingAndDemanding())));
    settings.set("policy", access);
    read(send("PUT", carla, path, change("s-1", settings)), 200);

    rig.pipe(log.history().open(new RequestId(vanarsdel, "r"), MORNING));
    var anna = Issuer.token("anna", "vanarsdel", Set.of("approver"), MORNING);
    var granted = get(anna, "/v1/tenants/vanarsdel/requests/r", 200);
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE_UNDER_CONDITIONS");
    assertThat(granted.path("conditions").path("obligations").get(0).asText()).isEqualTo("RECORD");
    var events = get(anna, "/v1/tenants/vanarsdel/requests/r/events", 200).path("items");
    assertThat(events.findValuesAsText("type")).containsExactly("GrantedByRule");
    assertThat(events.get(0).path("rules").get(0).asText()).isEqualTo("logs-at-night");
    assertThat(events.get(0).path("conditions")).isEqualTo(granted.path("conditions"));
    problem(
        send("POST", anna, "/v1/tenants/vanarsdel/requests/r/approve", body("d-1", 1)),
        409,
        "ALREADY_DECIDED");
  }

  @Test
  void aChangeOfRulesMayNeedASecondAdministrator() {
    var fourth = new TenantId("fourthcoffee");
    rig.pipe(log.history().register(fourth, twoAdmins()));
    var carla = Issuer.token("carla", "fourthcoffee", Set.of("admin"), MORNING);
    var dora = Issuer.token("dora", "fourthcoffee", Set.of("admin"), MORNING);
    var path = "/v1/tenants/fourthcoffee/settings";
    var settings = (ObjectNode) get(carla, path, 200).path("settings");
    settings.put("secondPersonRequired", true);
    read(send("PUT", carla, path, change("s-1", settings)), 200);
    settings.put("ticketRequired", true);
    var proposed = read(send("PUT", carla, path, change("s-2", settings)), 200);
    assertThat(proposed.path("settings").path("ticketRequired").asBoolean()).isFalse();
    assertThat(proposed.path("proposal").path("by").asText()).isEqualTo("carla");
    var confirm = "{\"decisionId\":\"%s\",\"proposal\":%d}";
    var own = send("POST", carla, path + "/confirm", confirm.formatted("c-1", 3));
    problem(own, 403, "SECOND_PERSON_NEEDED");
    var other = send("POST", dora, path + "/confirm", confirm.formatted("c-1", 2));
    problem(other, 404, "NO_SUCH_PROPOSAL");
    var agreed = read(send("POST", dora, path + "/confirm", confirm.formatted("c-2", 3)), 200);
    assertThat(agreed.path("settings").path("ticketRequired").asBoolean()).isTrue();
    assertThat(agreed.path("proposal").isNull()).isTrue();
  }

  @Test
  void rulesThatMakeNoSenseAreRefusedAndNobodyElseSetsThem() {
    var path = "/v1/tenants/contoso/settings";
    var carla = token("carla", "admin");
    var settings = (ObjectNode) get(carla, path, 200).path("settings");
    problem(send("PUT", anna(), path, change("s-1", settings)), 403, "NOT_AN_ADMIN");
    var none = settings.deepCopy();
    none.withArray("stages").removeAll();
    problem(send("PUT", carla, path, change("s-1", none)), 422, "INVALID_SETTINGS");
    var forever = settings.deepCopy();
    forever.putObject("limits").put("pendingWindow", "four days").put("accessFor", "PT1H");
    problem(send("PUT", carla, path, change("s-1", forever)), 422, "INVALID_SETTINGS");
    var unknown = settings.deepCopy().put("autoApprove", true);
    problem(send("PUT", carla, path, change("s-1", unknown)), 400, "INVALID_REQUEST");
    var missing = settings.deepCopy();
    missing.remove("routes");
    problem(send("PUT", carla, path, change("s-1", missing)), 400, "INVALID_REQUEST");
    var nothing = settings.deepCopy().putNull("stages");
    problem(send("PUT", carla, path, change("s-1", nothing)), 400, "INVALID_REQUEST");
    problem(send("PUT", carla, path, "{}"), 400, "INVALID_REQUEST");
    problem(send("PUT", carla, "/v1/tenants/fabrikam/settings", "{}"), 404, "NO_SUCH_REQUEST");
  }

  private static ObjectNode everyPart() {
    return new ObjectMapper().valueToTree(PolicyJson.of(Samples.POLICY));
  }

  private static Membership twoAdmins() {
    return new Membership(
        "Premier",
        Samples.MEMBERSHIP.approvers(),
        Set.of(Samples.CARLA_MEMBER, Samples.DORA_MEMBER),
        Set.of());
  }

  private static String change(String decisionId, JsonNode settings) {
    return "{\"decisionId\":\"%s\",\"settings\":%s}".formatted(decisionId, settings);
  }

  @Test
  void aRepeatedAttemptIsAnsweredAgainAndCountsOnce() {
    post(anna(), "/approve", body("d-1", 1), 200);
    log.be(Mood.SILENT);
    assertThat(post(anna(), "/approve", body("d-1", 1), 200).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void theSameIdForSomethingElseIsRefused() {
    post(anna(), "/approve", body("d-1", 1), 200);
    problem(send("POST", anna(), one + "/deny", body("d-1", 1)), 409, "DECISION_ID_REUSED");
  }

  @Test
  void everyRefusalOfTheRulesHasItsStatus() {
    problem(send("POST", anna(), one + "/approve", body("d-1", 9)), 409, "STALE_VERSION");
    problem(
        send("POST", token("eva", "approver"), one + "/approve", body("d-2", 1)),
        403,
        "OWN_REQUEST");
    problem(
        send("POST", token("gus", "approver"), one + "/deny", body("d-3", 1)),
        403,
        "NOT_AN_APPROVER");
    clock.set(MORNING.plus(Duration.ofDays(4)));
    problem(send("POST", anna(), one + "/approve", body("d-4", 1)), 410, "TOO_LATE");
    post(anna(), "/deny", body("d-5", 1), 200);
    problem(send("POST", anna(), one + "/revoke", body("d-6", 1)), 409, "ALREADY_DECIDED");
    assertThat(get(anna(), one + "/decisions/d-5", 200).path("state").asText()).isEqualTo("DENIED");
    problem(send("GET", anna(), one + "/decisions/d-6", ""), 409, "ALREADY_DECIDED");
    problem(send("GET", anna(), one + "/decisions/d-7", ""), 404, "NO_SUCH_DECISION");
    problem(send("GET", anna(), one + "/decisions/%20", ""), 404, "NO_SUCH_DECISION");
    problem(
        send("GET", token("ben", "approver"), one + "/decisions/d-5", ""), 404, "NO_SUCH_DECISION");
  }

  @Test
  void aDecisionThatTakesLongerIsTakenDown() {
    log.be(Mood.UNDECIDED);
    var answer = send("POST", anna(), one + "/approve", body("d-1", 1));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).contains(one + "/decisions/d-1");
  }

  @Test
  void whatTheViewDoesNotShowYetIsNotAnsweredYet() {
    log.be(Mood.VIEW_BEHIND);
    assertThat(send("POST", anna(), one + "/approve", body("d-1", 1)).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({"SILENT", "FAILING"})
  void aProduceThatIsNotAcknowledgedIsUnknownAndNeverANo(Mood mood) {
    log.be(mood);
    var answer = send("POST", anna(), one + "/approve", body("d-1", 1));
    assertThat(problem(answer, 503, "OUTCOME_UNKNOWN").path("detail").asText())
        .contains("same decisionId");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    log.be(Mood.WELL);
    post(anna(), "/approve", body("d-1", 1), 200);
  }

  @Test
  void whatIsNotThereAndWhatIsAnothersLookAlike() {
    var unknown = problem(send("GET", anna(), REQUESTS + "/nothing", ""), 404, "NO_SUCH_REQUEST");
    for (var path :
        new String[] {
          "/v1/tenants/fabrikam/requests",
          "/v1/tenants/fabrikam/requests/req-1001",
          "/v1/tenants/nobody/requests",
          "/v1/tenants/CONTOSO/requests",
          REQUESTS + "/bad%20id",
          REQUESTS + "/nothing/events"
        }) {
      var hidden = problem(send("GET", anna(), path, ""), 404, "NO_SUCH_REQUEST");
      assertThat(hidden.path("detail")).isEqualTo(unknown.path("detail"));
      assertThat(hidden.path("title")).isEqualTo(unknown.path("title"));
    }
    var posted = send("POST", anna(), REQUESTS + "/nothing/deny", body("d-9", 1));
    assertThat(problem(posted, 404, "NO_SUCH_REQUEST").path("detail"))
        .isEqualTo(unknown.path("detail"));
    problem(
        send("POST", anna(), "/v1/tenants/fabrikam/requests/x/deny", body("d", 1)),
        404,
        "NO_SUCH_REQUEST");
  }

  @Test
  void aClaimAloneGrantsNothing() {
    problem(send("GET", token("gus", "auditor"), one, ""), 403, "NO_ROLE");
    problem(send("GET", token("dora", "approver"), one, ""), 403, "NO_ROLE");
    problem(send("GET", token("anna"), one, ""), 403, "NO_ROLE");
    problem(send("POST", dora(), one + "/approve", body("d", 1)), 403, "NOT_AN_APPROVER");
    problem(
        send("POST", token("carla", "admin"), one + "/deny", body("d", 1)), 403, "NOT_AN_APPROVER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        REQUESTS,
        REQUESTS + "/req-1",
        "/beans",
        "/env",
        "/health/../v1",
        "/docs/%2e%2e/v1"
      })
  void withoutATokenEverythingIsClosed(String path) {
    var answer = send("GET", "", path, "");
    problem(answer, 401, "UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/prometheus",
        "/docs/index.html",
        "/docs/page.js",
        "/docs/res/swagger-ui-bundle.js",
        "/docs",
        "/openapi/lockbox-api.yml"
      })
  void theseAreOpenToEverybody(String path) {
    assertThat(send("GET", "", path, "").statusCode()).as(path).isEqualTo(200);
  }

  @Test
  void whereTheTypeOfAProblemLeadsEveryCodeIsExplained() {
    var page = send("GET", "", "/docs/problems", "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(Code.values())
        .allSatisfy(code -> assertThat(page.body()).contains("id=\"%s\"".formatted(code)));
  }

  @Test
  void noPageRunsWhatIsNotOurs() {
    var policy = send("GET", "", "/docs", "").headers().firstValue("Content-Security-Policy");
    assertThat(policy)
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
  }

  @Test
  void healthIsRedUntilItHasCaughtUp() {
    assertThat(context.bean(CatchUp.class)).isNotNull();
    assertThat(send("GET", "", "/health", "").statusCode()).isEqualTo(503);
  }

  @Test
  void everyMistakeOfAClientIsAProblemDocument() {
    problem(send("GET", anna(), "/v1/nothing", ""), 404, "NOT_FOUND");
    problem(send("DELETE", anna(), one, ""), 405, "METHOD_NOT_ALLOWED");
    problem(send("GET", anna(), one + "/approve", ""), 405, "METHOD_NOT_ALLOWED");
    problem(send("POST", anna(), one + "/approve", ""), 400, "INVALID_REQUEST");
    problem(send("POST", anna(), one + "/approve", "{"), 400, "INVALID_REQUEST");
    problem(
        send("POST", anna(), one + "/approve", "{\"decisionId\":\"d\",\"ifVersion\":1,\"x\":1}"),
        400,
        "INVALID_REQUEST");
    problem(send("POST", anna(), one + "/approve", "x".repeat(600_000)), 413, "TOO_LARGE");
    problem(
        send(
            "POST",
            anna(),
            one + "/deny",
            "{\"decisionId\":\"d\",\"reason\":\"%s\"}".formatted("r".repeat(5000))),
        422,
        "INVALID_REASON");
    var form =
        HttpRequest.newBuilder(base.resolve(one + "/deny"))
            .header("Authorization", "Bearer " + anna())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("decisionId=d"));
    problem(send(form), 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void tellsNobodyHowItIsMade() {
    var answer = send("POST", anna(), one + "/approve", "{\"decisionId\":[");
    assertThat(answer.body()).doesNotContain("Exception", "jackson", "dev.lockbox", "micronaut");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  private static String body(String decisionId, long ifVersion) {
    return "{\"decisionId\":\"%s\",\"ifVersion\":%d}".formatted(decisionId, ifVersion);
  }

  private String anna() {
    return token("anna", "approver");
  }

  private String dora() {
    return token("dora", "auditor");
  }

  private String token(String person, String... roles) {
    return Issuer.token(person, "contoso", Set.of(roles), clock.instant());
  }

  private JsonNode get(String token, String path, int status) {
    return read(send("GET", token, path, ""), status);
  }

  private JsonNode post(String token, String what, String body, int status) {
    return read(send("POST", token, one + what, body), status);
  }

  private HttpResponse<String> send(String method, String token, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
    var problem = read(answer, status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).isEqualTo("/docs/problems#" + code);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
    return problem;
  }

  private static JsonNode read(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException garbled) {
      throw new IllegalStateException(answer.body(), garbled);
    }
  }
}
