package dev.lockbox.api;

import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Z1: every route, for every role, of the customer in question, of another one, and of the
 * provider. Bodies are empty objects, so that whoever is let through is told that theirs is none,
 * and nothing changes.
 */
@ExtendWith(OneHttpRig.class)
class RolesAndRoutesHttpTest {
  private static final TenantId WINGTIP = new TenantId("wingtip");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int LET = 200;
  private static final int NOT_ALLOWED = 403;
  private static final int NOT_THERE = 404;

  private static final String NOBODY = "nobody";

  /** Entered without a token. */
  private static final Set<String> OPEN =
      Set.of("GET /.well-known/jwks.json", "GET /.well-known/authzen-configuration");

  /** What one of them changes is no help to those who come before. */
  private static final List<String> LEAST_FIRST =
      List.of("reader", "auditor", "approver", "policy_editor", "security_admin", "admin", "owner");

  private static final Set<String> EVERYBODY = Set.copyOf(LEAST_FIRST);
  private static final Set<String> READERS =
      Set.of("owner", "approver", "security_admin", "admin", "auditor", "reader");
  private static final Set<String> DECIDERS = Set.of("owner", "approver");
  private static final Set<String> ADMINISTRATORS =
      Set.of("owner", "security_admin", "admin", "policy_editor");

  private static final Set<String> KEY_HOLDERS =
      Set.of("owner", "approver", "security_admin", "admin", "policy_editor");

  private static final Set<String> INSIDERS =
      Set.of("admin", "auditor", "approver", "gateway", NOBODY);

  /**
   * Who is let through, by their role, and what the others of their side hear.
   *
   * @param customers the customer's own people
   * @param insiders the provider's
   */
  private record Row(
      Set<String> customers, int otherCustomers, Set<String> insiders, int otherInsiders) {
    int ofCustomer(String role) {
      return customers.contains(role) ? LET : otherCustomers;
    }

    int ofInsider(String role) {
      return insiders.contains(role) ? LET : otherInsiders;
    }
  }

  private static final Map<String, Row> ROWS = new TreeMap<>();

  static {
    var tenant = "/v1/tenants/{tenant}";
    var request = tenant + "/requests/{id}";
    for (var path :
        List.of(
            tenant + "/activity",
            tenant + "/compliance",
            tenant + "/entitlements",
            tenant + "/events",
            tenant + "/events/stream",
            tenant + "/exclusions",
            tenant + "/exclusions/{id}",
            tenant + "/requests",
            request,
            request + "/events",
            request + "/sessions",
            tenant + "/sessions")) {
      customers("GET " + path, READERS);
    }
    customers("POST " + tenant + "/exclusions/{id}/acknowledge", READERS);
    customers("GET " + request + "/decisions/{decisionId}", DECIDERS);
    for (var what :
        List.of(
            "review",
            "approve",
            "approve/payload",
            "deny",
            "revoke",
            "ask",
            "offer",
            "withdraw-offer")) {
      customers("POST " + request + "/" + what, DECIDERS);
    }
    customers("POST " + request + "/read", Set.of("owner", "approver", "admin", "auditor"));
    customers("POST " + tenant + "/simulations", Set.of("owner", "approver", "admin"));
    customers("GET " + tenant + "/keys", EVERYBODY);
    customers("GET /.well-known/lockbox/{tenant}/approvers", EVERYBODY);
    customers("GET " + tenant + "/keys/decisions/{decisionId}", EVERYBODY);
    for (var what : List.of("", "/payload", "/{key}/withdraw")) {
      customers("POST " + tenant + "/keys" + what, KEY_HOLDERS);
    }
    customers("POST " + tenant + "/keys/{key}/confirm", ADMINISTRATORS);
    customers("GET " + tenant + "/settings", EVERYBODY);
    customers("GET " + tenant + "/settings/decisions/{decisionId}", EVERYBODY);
    customers("PUT " + tenant + "/settings", ADMINISTRATORS);
    customers("POST " + tenant + "/settings/confirm", ADMINISTRATORS);

    for (var route :
        List.of(
            "POST " + request + "/lease",
            "POST " + tenant + "/authorize",
            "GET " + tenant + "/revocations/stream",
            "POST /access/v1/evaluation",
            "POST /access/v1/evaluations")) {
      insiders(route, Set.of("gateway"), NOT_ALLOWED);
    }

    var provider = "/v1/provider";
    insiders("GET " + provider + "/requests/{tenant}", INSIDERS, NOT_THERE);
    var inside = provider + "/requests/{tenant}/{id}";
    insiders("GET " + inside, Set.of("admin", "auditor"), NOT_THERE);
    insiders("POST " + inside + "/approve", INSIDERS, NOT_THERE);
    insiders("POST " + inside + "/deny", INSIDERS, NOT_THERE);
    insiders("GET " + inside + "/decisions/{decisionId}", INSIDERS, NOT_THERE);
    var exclusion = provider + "/exclusions/{tenant}/{id}";
    insiders("GET " + exclusion, Set.of("admin", "auditor", "approver"), NOT_THERE);
    insiders("PUT " + exclusion, INSIDERS, NOT_THERE);
    insiders("POST " + exclusion + "/confirm", Set.of("admin", "approver"), NOT_ALLOWED);
    insiders("GET " + provider + "/roles", INSIDERS, NOT_THERE);
    insiders("GET " + provider + "/roles/{role}", INSIDERS, NOT_THERE);
    insiders("PUT " + provider + "/roles/{role}", Set.of("admin"), NOT_ALLOWED);
    insiders("POST " + provider + "/roles/{role}/withdraw", Set.of("admin"), NOT_ALLOWED);
    var engineer = provider + "/engineers/{engineer}";
    insiders("GET " + provider + "/engineers", Set.of("admin", "auditor"), NOT_ALLOWED);
    insiders("GET " + engineer, Set.of("admin", "auditor"), NOT_ALLOWED);
    insiders("PUT " + engineer, Set.of("admin"), NOT_ALLOWED);
    for (var what : List.of("request", "approve", "deny", "end")) {
      insiders("POST " + engineer + "/roles/{role}/" + what, INSIDERS, NOT_THERE);
    }

    var azure = "/subscriptions/{subscriptionId}/providers/Microsoft.CustomerLockbox/requests";
    customers("GET " + azure, READERS);
    customers("GET " + azure + "/{requestId}", READERS);
    customers("POST " + azure + "/{requestId}/updateApproval", DECIDERS);
    var enrolment = "/providers/Microsoft.CustomerLockbox";
    customers("GET " + enrolment + "/tenantOptedIn/{tenantId}", EVERYBODY);
    customers("POST " + enrolment + "/enableLockbox", ADMINISTRATORS);
    customers("POST " + enrolment + "/disableLockbox", Set.of("owner", "admin"));
  }

  private static void customers(String route, Set<String> let) {
    ROWS.put(route, new Row(let, NOT_ALLOWED, Set.of(), NOT_THERE));
  }

  private static void insiders(String route, Set<String> let, int others) {
    ROWS.put(route, new Row(Set.of(), NOT_THERE, let, others));
  }

  private final HttpRig http;

  RolesAndRoutesHttpTest(HttpRig http) {
    this.http = http;
    http.registerProvider();
    for (var tenant : List.of(WINGTIP, FABRIKAM)) {
      http.register(tenant);
      var by = new Attempt(Cast.CARLA, new DecisionId("s-1"));
      http.decide(new ChangeSettings(tenant, by, Policies.settingsHaving(everyRole())), MORNING);
    }
    http.open(WINGTIP, "one");
    http.caller("nils", History.PROVIDER).put("/v1/provider/exclusions/wingtip/one", REPORT).ok();
  }

  private static final String REPORT =
      """
      {"decisionId":"d","category":"LEGAL","engineer":"eva","incident":"INC-7",
      "resources":["/vms/1"],"exposure":"ENCRYPTED","evidence":"a packet capture",
      "pseudonym":null}\
      """;

  /** Whoever holds a role is called after it. */
  private static Assignments everyRole() {
    return new Assignments(
        Arrays.stream(CustomerRole.values())
            .map(
                role -> {
                  var person = claim(role);
                  var member = Member.of(person, person + "@wingtip.example");
                  return new Assignment(member, role, "");
                })
            .toList());
  }

  private static String claim(CustomerRole role) {
    return role == CustomerRole.TENANT_ADMIN ? "admin" : role.name().toLowerCase(Locale.ROOT);
  }

  static Set<String> routes() {
    return ROWS.keySet();
  }

  static Stream<String> routesOfACustomer() {
    return routes().stream().filter(RolesAndRoutesHttpTest::namesTenant);
  }

  static Stream<String> routesForTheProvider() {
    return routes().stream()
        .filter(
            route ->
                namesTenant(route) || route.contains("/v1/provider") || route.contains("/access/"));
  }

  /** So that a new one is not forgotten here. */
  @Test
  void everyRouteThatTakesATokenHasARow() {
    assertThat(http.routesOfTokens()).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
  }

  @Test
  void everyRouteOfTheDescriptionHasARow() throws IOException {
    try (var in = getClass().getResourceAsStream("/META-INF/swagger/lockbox-api.yml")) {
      assumeThat(in).as("the description, which not every compiler makes").isNotNull();
      JsonNode paths = JSON.valueToTree(new Yaml().load(in)).path("paths");
      var described = new ArrayList<String>();
      for (var path : paths.properties()) {
        path.getValue()
            .fieldNames()
            .forEachRemaining(
                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
      }
      described.removeAll(OPEN);
      assertThat(described).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void eachRoleOfTheCustomersHasItsAnswer(String route) {
    var row = ROWS.get(route);
    var heard = new TreeMap<String, Integer>();
    customersOf(WINGTIP).forEach((role, who) -> heard.put(role, outcome(who, route, "wingtip")));
    assertThat(heard)
        .isEqualTo(
            heard.keySet().stream().collect(Collectors.toMap(role -> role, row::ofCustomer)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routesForTheProvider")
  void eachRoleOfTheProvidersHasItsAnswer(String route) {
    var row = ROWS.get(route);
    var heard = new TreeMap<String, Integer>();
    insiders().forEach((role, who) -> heard.put(role, outcome(who, route, "wingtip")));
    assertThat(heard)
        .isEqualTo(heard.keySet().stream().collect(Collectors.toMap(role -> role, row::ofInsider)));
  }

  /** Whatever they are at their own: what is there looks like what is not, to the last letter. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("routesOfACustomer")
  void toAnotherCustomersPeopleNothingIsThere(String route) {
    customersOf(FABRIKAM)
        .forEach(
            (role, who) -> {
              var there = call(who, route, "wingtip");
              assertThat(there.status()).as("%s: %s", role, there.text()).isEqualTo(404);
              assertThat(said(there)).as(role).isEqualTo(said(call(who, route, "nobody")));
            });
  }

  static Stream<String> routesOfASubscription() {
    return routes().stream().filter(route -> route.contains("{subscriptionId}"));
  }

  /** Whose it is, is read from the token: the subscription only chooses among the caller's own. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("routesOfASubscription")
  void whateverTheSubscriptionNothingOfAnotherCustomersIsThere(String route) {
    strangers()
        .forEach(
            (role, who) -> {
              var there = call(who, route, "wingtip");
              var nowhere = call(who, route, "nobody");
              assertThat(there.status()).as(role).isEqualTo(nowhere.status());
              assertThat(said(there)).as(role).isEqualTo(said(nowhere));
              assertThat(said(there).path("value")).as(role).isEmpty();
            });
  }

  @Test
  void nobodyDecidesWhatIsInAnotherCustomersSubscription() {
    var path = "/subscriptions/wingtip/providers/Microsoft.CustomerLockbox/requests/one";
    var before = http.caller("approver", WINGTIP, "approver").get(path).ok();
    for (var who : strangers().entrySet()) {
      for (var status : List.of("Approve", "Deny")) {
        var body = "{\"status\":\"%s\",\"reason\":\"\"}".formatted(status);
        var heard = who.getValue().post(path + "/updateApproval", body);
        assertThat(heard.status()).as(who.getKey()).isIn(NOT_ALLOWED, NOT_THERE);
      }
    }
    assertThat(http.caller("approver", WINGTIP, "approver").get(path).ok()).isEqualTo(before);
  }

  /** Another customer's people, and the provider's. */
  private Map<String, HttpCaller> strangers() {
    var all = new LinkedHashMap<String, HttpCaller>();
    customersOf(FABRIKAM).forEach((role, who) -> all.put("another customer's " + role, who));
    insiders().forEach((role, who) -> all.put("the provider's " + role, who));
    return all;
  }

  private static boolean namesTenant(String route) {
    return route.contains("{tenant}") || route.contains("{tenantId}");
  }

  private Map<String, HttpCaller> customersOf(TenantId tenant) {
    var all = new LinkedHashMap<String, HttpCaller>();
    for (var role : LEAST_FIRST) {
      all.put(role, http.caller(role, tenant, role));
    }
    all.put(NOBODY, http.caller(NOBODY, tenant));
    return all;
  }

  private Map<String, HttpCaller> insiders() {
    return Map.of(
        "admin",
        http.caller("carla", History.PROVIDER, "admin"),
        "auditor",
        http.caller("dora", History.PROVIDER, "auditor"),
        "approver",
        http.caller("ben", History.PROVIDER, "approver"),
        "gateway",
        http.caller(GATEWAY.value(), History.PROVIDER, "gateway"),
        NOBODY,
        http.caller(NOBODY, History.PROVIDER));
  }

  /** What they hear, but for why: whoever is let through may be told anything then. */
  private int outcome(HttpCaller who, String route, String tenant) {
    var answer = call(who, route, tenant);
    var isHidden =
        answer.status() == 404
            && Set.of("NO_SUCH_REQUEST", "NO_SUCH_EXCLUSION", "NOT_FOUND")
                .contains(code(said(answer)));
    var isLet = answer.status() < 500 && !Set.of(401, 403, 405).contains(answer.status());
    return isLet && !isHidden ? LET : answer.status();
  }

  private static String code(JsonNode said) {
    return said.path("code").asText(said.at("/error/code").asText());
  }

  private static Answer call(HttpCaller who, String route, String tenant) {
    var parts = route.split(" ", 2);
    var path =
        parts[1]
            .replaceAll("\\{(tenant|tenantId|subscriptionId)}", tenant)
            .replaceAll("\\{(id|requestId)}", "one")
            .replace("{decisionId}", "d")
            .replace("{engineer}", "eva")
            .replace("{role}", "role-1")
            .replace("{key}", "ab".repeat(32));
    // No sequence: a stream that is let through ends at once.
    var query = path.endsWith("/stream") ? "?after=x" : "";
    return who.send(parts[0], path + query, parts[0].equals("GET") ? "" : "{}");
  }

  /** A problem, but for what tells one answer from the next. */
  private static JsonNode said(Answer answer) {
    try {
      var said = JSON.readTree(answer.text());
      return said instanceof ObjectNode problem ? problem.without("instance") : said;
    } catch (IOException garbled) {
      throw new IllegalStateException(answer.text(), garbled);
    }
  }
}
