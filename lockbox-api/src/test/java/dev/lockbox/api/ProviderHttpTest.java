package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.command.FakeLog.Mood;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The provider's own roles and engineers. Carla administers, Dora audits, Mona manages Eva. */
@ExtendWith(OneHttpRig.class)
class ProviderHttpTest {
  private static final String ROLES = "/v1/provider/roles";
  private static final String ENGINEERS = "/v1/provider/engineers";
  private static final String ROLE = ROLES + "/role-1";
  private static final String EVA = ENGINEERS + "/eva";
  private static final String DEFINITION =
      """
      {"actions":["k8s.pod.logs"],"scopes":["/clusters"],"level":"READ","accessFor":"PT4H",
      "heldFor":"PT720H","prerequisites":[],"approvesAs":null}""";
  private static final String DESCRIPTION =
      """
      {"eligibleUntil":"2027-01-01T00:00:00Z","workScopes":["/clusters"],"manager":"mona"}""";

  private final HttpRig http;
  private final HttpCaller carla;
  private final HttpCaller dora;
  private final HttpCaller eva;
  private final HttpCaller mona;
  private int attempts;

  /** A role is defined, and Eva is described. */
  ProviderHttpTest(HttpRig http) {
    this.http = http;
    this.carla = http.caller("carla", History.PROVIDER, "admin");
    this.dora = http.caller("dora", History.PROVIDER, "auditor");
    this.eva = inside("eva");
    this.mona = inside("mona");
    http.registerProvider();
    http.register(CONTOSO);
    define(carla, ROLE, DEFINITION).ok();
    describe(EVA).ok();
  }

  @Test
  void anEngineerAsksAndTheirManagerMakesThemAMember() {
    var asked = ask().ok();
    var application = asked.path("roles").get(0).path("asks");
    assertThat(application.path("justification").asText()).isEqualTo("night shift");
    assertThat(application.path("heldFor").asText()).isEqualTo("PT24H");
    assertThat(application.path("decideBy").asText()).isEqualTo("2026-03-16T08:00:00Z");
    assertThat(mona.get(EVA).ok()).isEqualTo(asked);
    var yes = membership(mona, "approve", yes(application.path("version").asLong())).ok();
    assertThat(yes.path("roles").get(0).path("member").asBoolean()).isTrue();
    assertThat(yes.path("roles").get(0).path("until").asText()).isEqualTo("2026-03-03T08:00:00Z");
    http.clock().set(MORNING.plus(Duration.ofDays(1)));
    var after = eva.get(EVA).ok();
    assertThat(after.path("roles").get(0).path("member").asBoolean()).isFalse();
  }

  @Test
  void aRoleIsShownAsItWasDefined() throws IOException {
    var shown = inside("anybody").get(ROLE).ok();
    assertThat(shown.path("definition")).isEqualTo(new ObjectMapper().readTree(DEFINITION));
    assertThat(shown.path("version").asInt()).isEqualTo(1);
    var gone = carla.post(ROLE + "/withdraw", Bodies.decision(next())).ok();
    assertThat(gone.path("definition").isNull()).isTrue();
    define(carla, ROLE, DEFINITION).refused(409, "ROLE_WITHDRAWN");
  }

  @Test
  void rolesAndEngineersAreListedPageByPage() {
    define(carla, ROLES + "/role-2", DEFINITION).ok();
    var first = carla.get(ROLES + "?limit=1").ok();
    assertThat(first.path("items").findValuesAsText("id")).containsExactly("role-1");
    assertThat(first.path("next").asText()).isEqualTo("role-1");
    var second = carla.get(ROLES + "?limit=1&after=role-1").ok();
    assertThat(second.path("items").findValuesAsText("id")).containsExactly("role-2");
    assertThat(second.path("next").isNull()).isTrue();
    describe(ENGINEERS + "/frida").ok();
    assertThat(dora.get(ENGINEERS + "?limit=1").ok().path("items")).hasSize(1);
    dora.get(ENGINEERS + "?limit=0").refused(400, "INVALID_REQUEST");
    dora.get(ENGINEERS + "?limit=many").refused(400, "INVALID_REQUEST");
  }

  @Test
  void nobodyApprovesTheirOwnMembership() {
    var version = ask().ok().path("roles").get(0).path("asks").path("version").asLong();
    var nils = inside("nils");
    membership(eva, "approve", yes(version)).refused(403, "OWN_MEMBERSHIP");
    membership(nils, "approve", yes(version)).refused(403, "NOT_THE_MANAGER");
    membership(mona, "approve", yes(version + 1)).refused(409, "STALE_VERSION");
    membership(nils, "deny", no()).refused(403, "NOT_THE_MANAGER");
    membership(mona, "deny", no()).ok();
    membership(mona, "deny", no()).refused(404, "NO_SUCH_MEMBERSHIP");
  }

  @Test
  void aMembershipIsEndedByWhoHoldsIt() {
    ask().ok();
    ask().refused(409, "ALREADY_ASKED");
    assertThat(membership(eva, "end", no()).ok().path("roles")).isEmpty();
  }

  @Test
  void onlyAdministratorsSayWhatThereIs() {
    define(eva, ROLE, DEFINITION).refused(403, "NOT_AN_ADMIN");
    var claimed = http.caller("gus", History.PROVIDER, "admin");
    define(claimed, ROLE, DEFINITION.replace("PT4H", "PT3H")).refused(403, "NOT_AN_ADMIN");
    claimed.get(ENGINEERS).refused(403, "NO_ROLE");
    inside("gus").get(EVA).refused(403, "NO_ROLE");
  }

  @Test
  void toACustomerThereIsNothingHere() {
    var anna = http.caller("anna", CONTOSO, "approver", "admin");
    anna.get(ROLES).refused(404, "NOT_FOUND");
    define(anna, ROLES + "/x", DEFINITION).refused(404, "NOT_FOUND");
    anna.get(EVA).refused(404, "NOT_FOUND");
    carla.get(ROLES + "/nothing").refused(404, "NO_SUCH_ROLE");
    carla.get(ROLES + "/bad%20id").refused(404, "NO_SUCH_ROLE");
    carla.get(ENGINEERS + "/nobody").refused(404, "NO_SUCH_ENGINEER");
    carla.get(ENGINEERS + "/bad%20id").refused(404, "NO_SUCH_ENGINEER");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    var forever = DEFINITION.replace("PT720H", "forever");
    define(carla, ROLE, forever).refused(422, "INVALID_SETTINGS");
    var years = DEFINITION.replace("PT720H", "P3660D");
    define(carla, ROLE, years).refused(422, "INVALID_SETTINGS");
    var unknown = DEFINITION.replace("\"scopes\"", "\"places\"");
    define(carla, ROLE, unknown).refused(400, "INVALID_REQUEST");
    var missing = DEFINITION.replace("\"prerequisites\":[],", "");
    define(carla, ROLE, missing).refused(400, "INVALID_REQUEST");
    membership(eva, "request", "{}").refused(400, "INVALID_REQUEST");
    membership(eva, "request", asking("P1D", " ")).refused(422, "INVALID_REASON");
    membership(eva, "request", asking("P31D", "so")).refused(422, "MEMBERSHIP_TOO_LONG");
    membership(eva, "request", asking("PT0.0000001S", "so")).refused(422, "INVALID_SETTINGS");
  }

  @Test
  void aRepeatedAttemptIsAnsweredAgainAndCountsOnce() {
    var body = asking("P1D", "night shift");
    var first = membership(eva, "request", body).ok();
    http.log().be(Mood.SILENT);
    assertThat(membership(eva, "request", body).ok()).isEqualTo(first);
  }

  @Test
  void whatTakesLongerIsTakenDown() {
    http.log().be(Mood.UNDECIDED);
    var answer = ask();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).contains(EVA);
    var defined = define(carla, ROLES + "/other", DEFINITION);
    assertThat(defined.header("Location")).contains(ROLES + "/other");
  }

  private HttpCaller inside(String person) {
    return http.caller(person, History.PROVIDER);
  }

  private Answer define(HttpCaller who, String role, String definition) {
    var body = "{\"decisionId\":\"%s\",\"definition\":%s}".formatted(next(), definition);
    return who.put(role, body);
  }

  private Answer describe(String engineer) {
    var body = "{\"decisionId\":\"%s\",\"description\":%s}".formatted(next(), DESCRIPTION);
    return carla.put(engineer, body);
  }

  private Answer ask() {
    return membership(eva, "request", asking("P1D", "night shift"));
  }

  /** Of Eva, in the role. */
  private static Answer membership(HttpCaller who, String what, String body) {
    return who.post(EVA + "/roles/role-1/" + what, body);
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

  private String next() {
    attempts++;
    return "d-" + attempts;
  }
}
