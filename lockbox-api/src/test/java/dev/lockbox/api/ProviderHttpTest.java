package dev.lockbox.api;

import static dev.lockbox.api.History.PROVIDER;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The provider's own routes, as HttpTest has a customer's. Carla administers, Dora audits. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROLES = "/v1/provider/roles";
  private static final String ENGINEERS = "/v1/provider/engineers";
  private static final String DEFINITION =
      """
      {"actions":["k8s.pod.logs"],"scopes":["/clusters"],"level":"READ","accessFor":"PT4H",
      "heldFor":"PT720H","prerequisites":[],"approvesAs":null}""";
  private static final String EVA =
      """
      {"eligibleUntil":"2027-01-01T00:00:00Z","workScopes":["/clusters"],"manager":"mona"}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private ServiceContext context;
  private TestClock clock;
  private FakeLog log;
  private ViewRig rig;
  private URI base;
  private int attempts;
  private int roles;

  /** A role that was defined for the test at hand. */
  private String role;

  /** An engineer who was described for the test at hand; Mona manages them. */
  private String eva;

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
  }

  @BeforeEach
  void aRoleAndAnEngineer() {
    clock.set(MORNING);
    log.be(Mood.WELL);
    roles++;
    role = "role-%03d".formatted(roles);
    eva = "eva-%03d".formatted(roles);
    read(put(carla(), ROLES + "/" + role, "definition", DEFINITION), 200);
    read(put(carla(), ENGINEERS + "/" + eva, "description", EVA), 200);
  }

  @AfterAll
  void stop() {
    context.close();
    client.close();
  }

  @Test
  void anEngineerAsksAndTheirManagerMakesThemAMember() throws IOException {
    var asked = read(ask(), 200);
    var application = asked.path("roles").get(0).path("asks");
    assertThat(application.path("justification").asText()).isEqualTo("night shift");
    assertThat(application.path("heldFor").asText()).isEqualTo("PT24H");
    assertThat(application.path("decideBy").asText()).isEqualTo("2026-03-16T08:00:00Z");
    var read = read(send("GET", token("mona"), ENGINEERS + "/" + eva, ""), 200);
    assertThat(read).isEqualTo(asked);
    var yes = read(post(token("mona"), "approve", yes(application.path("version").asLong())), 200);
    assertThat(yes.path("roles").get(0).path("member").asBoolean()).isTrue();
    assertThat(yes.path("roles").get(0).path("until").asText()).isEqualTo("2026-03-03T08:00:00Z");
    clock.set(MORNING.plus(Duration.ofDays(1)));
    var after = read(send("GET", token(eva), ENGINEERS + "/" + eva, ""), 200);
    assertThat(after.path("roles").get(0).path("member").asBoolean()).isFalse();
  }

  @Test
  void aRoleIsShownAsItWasDefined() throws IOException {
    var shown = read(send("GET", token("anybody"), ROLES + "/" + role, ""), 200);
    assertThat(shown.path("definition")).isEqualTo(JSON.readTree(DEFINITION));
    assertThat(shown.path("version").asInt()).isEqualTo(1);
    var gone = read(send("POST", carla(), ROLES + "/" + role + "/withdraw", decision()), 200);
    assertThat(gone.path("definition").isNull()).isTrue();
    problem(put(carla(), ROLES + "/" + role, "definition", DEFINITION), 409, "ROLE_WITHDRAWN");
  }

  @Test
  void rolesAndEngineersAreListedPageByPage() {
    var before = "role-%03d".formatted(roles - 1);
    var first = read(send("GET", carla(), ROLES + "?limit=1&after=" + before, ""), 200);
    assertThat(first.path("items").findValuesAsText("id")).containsExactly(role);
    assertThat(first.path("next").isNull()).isTrue();
    var all = read(send("GET", dora(), ENGINEERS + "?limit=1", ""), 200);
    assertThat(all.path("items").size()).isEqualTo(1);
    problem(send("GET", dora(), ENGINEERS + "?limit=0", ""), 400, "INVALID_REQUEST");
    problem(send("GET", dora(), ENGINEERS + "?limit=many", ""), 400, "INVALID_REQUEST");
  }

  @Test
  void nobodyApprovesTheirOwnMembership() {
    var version = read(ask(), 200).path("roles").get(0).path("asks").path("version").asLong();
    problem(post(token(eva), "approve", yes(version)), 403, "OWN_MEMBERSHIP");
    problem(post(token("nils"), "approve", yes(version)), 403, "NOT_THE_MANAGER");
    problem(post(token("mona"), "approve", yes(version + 1)), 409, "STALE_VERSION");
    problem(post(token("nils"), "deny", no()), 403, "NOT_THE_MANAGER");
    read(post(token("mona"), "deny", no()), 200);
    problem(post(token("mona"), "deny", no()), 404, "NO_SUCH_MEMBERSHIP");
  }

  @Test
  void aMembershipIsEndedByWhoHoldsIt() {
    read(ask(), 200);
    problem(ask(), 409, "ALREADY_ASKED");
    assertThat(read(post(token(eva), "end", no()), 200).path("roles").size()).isZero();
  }

  @Test
  void onlyAdministratorsSayWhatThereIs() {
    var path = ROLES + "/" + role;
    problem(put(token("eva"), path, "definition", DEFINITION), 403, "NOT_AN_ADMIN");
    var claimed = Issuer.token("gus", "provider", Set.of("admin"), MORNING);
    problem(
        put(claimed, path, "definition", DEFINITION.replace("PT4H", "PT3H")), 403, "NOT_AN_ADMIN");
    problem(send("GET", claimed, ENGINEERS, ""), 403, "NO_ROLE");
    problem(send("GET", token("gus"), ENGINEERS + "/" + eva, ""), 403, "NO_ROLE");
  }

  @Test
  void toACustomerThereIsNothingHere() {
    var anna = Issuer.token("anna", "contoso", Set.of("approver", "admin"), MORNING);
    problem(send("GET", anna, ROLES, ""), 404, "NOT_FOUND");
    problem(put(anna, ROLES + "/x", "definition", DEFINITION), 404, "NOT_FOUND");
    problem(send("GET", anna, ENGINEERS + "/" + eva, ""), 404, "NOT_FOUND");
    problem(send("GET", carla(), ROLES + "/nothing", ""), 404, "NO_SUCH_ROLE");
    problem(send("GET", carla(), ROLES + "/bad%20id", ""), 404, "NO_SUCH_ROLE");
    problem(send("GET", carla(), ENGINEERS + "/nobody", ""), 404, "NO_SUCH_ENGINEER");
    problem(send("GET", carla(), ENGINEERS + "/bad%20id", ""), 404, "NO_SUCH_ENGINEER");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    var path = ROLES + "/" + role;
    var forever = DEFINITION.replace("PT720H", "forever");
    problem(put(carla(), path, "definition", forever), 422, "INVALID_SETTINGS");
    var years = DEFINITION.replace("PT720H", "P3660D");
    problem(put(carla(), path, "definition", years), 422, "INVALID_SETTINGS");
    var unknown = DEFINITION.replace("\"scopes\"", "\"places\"");
    problem(put(carla(), path, "definition", unknown), 400, "INVALID_REQUEST");
    var missing = DEFINITION.replace("\"prerequisites\":[],", "");
    problem(put(carla(), path, "definition", missing), 400, "INVALID_REQUEST");
    problem(post(token(eva), "request", "{}"), 400, "INVALID_REQUEST");
    var blank = asking("P1D", " ");
    problem(post(token(eva), "request", blank), 422, "INVALID_REASON");
    problem(post(token(eva), "request", asking("P31D", "so")), 422, "MEMBERSHIP_TOO_LONG");
    problem(post(token(eva), "request", asking("PT0.0000001S", "so")), 422, "INVALID_SETTINGS");
  }

  @Test
  void aRepeatedAttemptIsAnsweredAgainAndCountsOnce() {
    var body = asking("P1D", "night shift");
    var first = read(post(token(eva), "request", body), 200);
    log.be(Mood.SILENT);
    assertThat(read(post(token(eva), "request", body), 200)).isEqualTo(first);
  }

  @Test
  void whatTakesLongerIsTakenDown() {
    log.be(Mood.UNDECIDED);
    var answer = ask();
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).contains(ENGINEERS + "/" + eva);
    var defined = put(carla(), ROLES + "/other", "definition", DEFINITION);
    assertThat(defined.headers().firstValue("Location")).contains(ROLES + "/other");
  }

  private HttpResponse<String> ask() {
    return post(token(eva), "request", asking("P1D", "night shift"));
  }

  private String asking(String heldFor, String justification) {
    return "{\"decisionId\":\"%s\",\"heldFor\":\"%s\",\"justification\":\"%s\"}"
        .formatted(next(), heldFor, justification);
  }

  private String yes(long version) {
    return "{\"decisionId\":\"%s\",\"reason\":null,\"ifVersion\":%d}".formatted(next(), version);
  }

  private String no() {
    return "{\"decisionId\":\"%s\",\"reason\":\"not now\"}".formatted(next());
  }

  private String decision() {
    return "{\"decisionId\":\"%s\"}".formatted(next());
  }

  private String next() {
    attempts++;
    return "d-" + attempts;
  }

  private HttpResponse<String> put(String token, String path, String name, String value) {
    var body = "{\"decisionId\":\"%s\",\"%s\":%s}".formatted(next(), name, value);
    return send("PUT", token, path, body);
  }

  private HttpResponse<String> post(String token, String what, String body) {
    var path = ENGINEERS + "/" + eva + "/roles/" + role + "/" + what;
    return send("POST", token, path, body);
  }

  private String carla() {
    return Issuer.token("carla", "provider", Set.of("admin"), clock.instant());
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
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
