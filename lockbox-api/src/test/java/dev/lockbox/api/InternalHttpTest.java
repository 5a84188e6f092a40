package dev.lockbox.api;

import static dev.lockbox.api.History.PROVIDER;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.command.FakeLog;
import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.api.security.Issuer;
import dev.lockbox.api.view.ViewRig;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.service.ServiceContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the provider's own approvers do over HTTP: Mira, then Sam or Tom, before Anna is asked. */
@TestInstance(Lifecycle.PER_CLASS)
class InternalHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private ServiceContext context;
  private TestClock clock;
  private FakeLog log;
  private ViewRig rig;
  private URI base;
  private int attempts;

  /** One that waits for Mira. */
  private String request;

  @BeforeAll
  void start() {
    context =
        ServiceContext.of(
            "api",
            Map.of(
                "test.edges", "true",
                "micronaut.server.port", "-1",
                "lockbox.provider", "provider",
                "lockbox.api.wait", "PT0.3S",
                "lockbox.oidc.issuer", Issuer.NAME,
                "lockbox.oidc.audience", Issuer.AUDIENCE),
            Optional.empty());
    clock = context.bean(TestClock.class);
    log = context.bean(FakeLog.class);
    rig = context.bean(ViewRig.class);
    base = context.bean(EmbeddedServer.class).start().getURI();
    var ben = Set.of(Member.of("ben", "ben@provider.example"));
    var own = new Membership("Own", ben, Set.of(Samples.CARLA_MEMBER), Set.of(Samples.DORA_MEMBER));
    rig.pipe(log.history().register(PROVIDER, own));
    rig.pipe(log.history().register(CONTOSO, Samples.MEMBERSHIP));
    log.history().wanting(TWO_INTERNAL_STAGES);
  }

  @BeforeEach
  void aRequestThatWaits() {
    clock.set(MORNING);
    log.be(Mood.WELL);
    attempts++;
    request = "inside-%03d".formatted(attempts);
    rig.pipe(log.history().openDetailed(new RequestId(CONTOSO, request), MORNING));
  }

  @AfterAll
  void stop() {
    context.close();
    client.close();
  }

  @Test
  void theProvidersPeopleSayYesInTheirOrderAndThenTheCustomerIsAsked() {
    var waits = read(inside("GET", "mira", "", ""), 200);
    assertThat(waits.path("state").asText()).isEqualTo("AWAITING_INTERNAL_APPROVAL");
    assertThat(waits.path("approvals").path("stages").get(0).path("group").asText())
        .isEqualTo("MANAGER");
    problem(inside("POST", "sam", "/approve", yes(1)), 403, "NOT_AN_APPROVER");
    var once = read(inside("POST", "mira", "/approve", yes(1)), 200);
    assertThat(once.path("approvals").path("stage").asInt()).isEqualTo(1);
    problem(customer(""), 404, "NO_SUCH_REQUEST");
    var asked = read(inside("POST", "sam", "/approve", yes(2)), 200);
    assertThat(asked.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(asked.path("internalApprovals").findValuesAsText("by"))
        .containsExactly("mira", "sam");
    assertThat(read(customer(""), 200)).isEqualTo(asked);
    assertThat(read(customer("/events"), 200).path("items").findValuesAsText("type"))
        .containsExactly(
            "RequestEvaluated",
            "CommandRefused",
            "InternalApprovalGiven",
            "InternalApprovalGranted",
            "RequestOpened");
  }

  @Test
  void theCustomerIsShownNothingOfItBefore() {
    problem(customer(""), 404, "NO_SUCH_REQUEST");
    problem(customer("/events"), 404, "NO_SUCH_REQUEST");
    assertThat(read(customerList(""), 200).path("items").findValuesAsText("id"))
        .doesNotContain(request);
    var state = "?state=AWAITING_INTERNAL_APPROVAL";
    assertThat(read(customerList(state), 200).path("items")).isEmpty();
    read(inside("POST", "mira", "/deny", no()), 200);
    problem(customer(""), 404, "NO_SUCH_REQUEST");
  }

  @Test
  void theCustomerIsShownThePseudonym() {
    read(inside("POST", "mira", "/approve", yes(1)), 200);
    read(inside("POST", "tom", "/approve", yes(2)), 200);
    var shown = read(customer(""), 200);
    assertThat(shown.path("engineer").asText()).isEqualTo("Engineer 7");
    assertThat(shown.path("details").path("ticket").path("assignee").asText())
        .isEqualTo("Engineer 7");
    assertThat(shown.toString()).doesNotContain("\"eva\"");
  }

  @Test
  void aNoInsideEndsItAndNothingComesAfterIt() {
    var denied = read(inside("POST", "tom", "/deny", no()), 200);
    assertThat(denied.path("state").asText()).isEqualTo("DENIED");
    problem(inside("POST", "mira", "/approve", yes(1)), 409, "ALREADY_DECIDED");
  }

  @Test
  void theEngineerReadsItAndDecidesNothing() {
    assertThat(read(inside("GET", "eva", "", ""), 200).path("id").asText()).isEqualTo(request);
    problem(inside("POST", "eva", "/approve", yes(1)), 403, "OWN_REQUEST");
    problem(inside("POST", "eva", "/deny", no()), 403, "NOT_AN_APPROVER");
  }

  @Test
  void whoHasNothingToDoWithItReadsNothingOfIt() {
    problem(inside("GET", "nils", "", ""), 404, "NO_SUCH_REQUEST");
    assertThat(read(send("GET", dora(), path(""), ""), 200).path("id").asText()).isEqualTo(request);
    var anna = Issuer.token("anna", "contoso", Set.of("approver"), clock.instant());
    problem(send("GET", anna, path(""), ""), 404, "NOT_FOUND");
    problem(send("POST", anna, path("/approve"), yes(1)), 404, "NOT_FOUND");
    var elsewhere = "/v1/provider/requests/nobody/" + request;
    problem(send("GET", token("mira"), elsewhere, ""), 404, "NO_SUCH_REQUEST");
    problem(
        send("GET", token("mira"), "/v1/provider/requests/a%20b/r", ""), 404, "NO_SUCH_REQUEST");
  }

  @Test
  void aYesInsideIsToAllThatIsAskedForAndToWhatWasRead() {
    var less = "{\"decisionId\":\"less\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    problem(inside("POST", "mira", "/approve", less), 400, "INVALID_REQUEST");
    problem(inside("POST", "mira", "/approve", yes(7)), 409, "STALE_VERSION");
  }

  @Test
  void aYesThatTakesLongerCanBeAskedForLater() {
    log.be(Mood.UNDECIDED);
    var body = "{\"decisionId\":\"slow-%s\",\"ifVersion\":1}".formatted(request);
    var answer = inside("POST", "mira", "/approve", body);
    assertThat(answer.statusCode()).isEqualTo(202);
    var where = answer.headers().firstValue("Location").orElseThrow();
    assertThat(where).isEqualTo(path("/decisions/slow-" + request));
    problem(send("GET", token("mira"), where, ""), 404, "NO_SUCH_DECISION");
    log.be(Mood.WELL);
    read(inside("POST", "mira", "/approve", body), 200);
    assertThat(read(send("GET", token("mira"), where, ""), 200).path("id").asText())
        .isEqualTo(request);
  }

  private String yes(int version) {
    attempts++;
    return "{\"decisionId\":\"yes-%d\",\"ifVersion\":%d}".formatted(attempts, version);
  }

  private String no() {
    attempts++;
    return "{\"decisionId\":\"no-%d\"}".formatted(attempts);
  }

  private String path(String rest) {
    return "/v1/provider/requests/contoso/" + request + rest;
  }

  private HttpResponse<String> inside(String method, String person, String rest, String body) {
    return send(method, token(person), path(rest), body);
  }

  private HttpResponse<String> customer(String rest) {
    return customerList("/" + request + rest);
  }

  private HttpResponse<String> customerList(String rest) {
    var anna = Issuer.token("anna", "contoso", Set.of("approver"), clock.instant());
    return send("GET", anna, "/v1/tenants/contoso/requests" + rest, "");
  }

  private String dora() {
    return Issuer.token("dora", "provider", Set.of("auditor"), clock.instant());
  }

  private String token(String person) {
    return Issuer.token(person, "provider", Set.of(), clock.instant());
  }

  private static JsonNode read(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException garbled) {
      throw new UncheckedIOException(garbled);
    }
  }

  private static void problem(HttpResponse<String> answer, int status, String code) {
    assertThat(read(answer, status).path("code").asText()).isEqualTo(code);
  }

  private HttpResponse<String> send(String method, String token, String path, String body) {
    var asked =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(asked, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
