package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.signature.SoftKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of a body, only what its route asks for is taken: whoever adds a name, at whatever depth, is
 * refused, and so nobody sets what is the lockbox's to say (A12).
 */
@ExtendWith(OneHttpRig.class)
class UnknownNamesHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REQUESTS = "/v1/tenants/contoso/requests";
  private static final String PROVIDER = "/v1/provider";

  /** What somebody would like to say for the lockbox, and names that differ from known ones. */
  private static final List<String> SMUGGLED =
      List.of(
          "status",
          "state",
          "stage",
          "outcome",
          "tenant",
          "tenantId",
          "engineer",
          "approver",
          "approvers",
          "approvedBy",
          "quorum",
          "by",
          "at",
          "notBefore",
          "notAfter",
          "accessUntil",
          "decideBy",
          "version",
          "role",
          "roles",
          "approved",
          "decisionID",
          "__proto__");

  /** Of parts of a body, which are read by the same code, some will do. */
  private static final List<String> SMUGGLED_DEEPER = List.of("approved", "approvers", "tenantId");

  /** The names in these are the customer's or the engineer's own. */
  private static final Set<String> FREE = Set.of("parameters", "arguments");

  private static final String ROLE =
      """
      {"actions":["k8s.pod.logs"],"scopes":["/clusters"],"level":"READ","accessFor":"PT4H",
      "heldFor":"PT720H","prerequisites":[],"approvesAs":null}\
      """;

  private static final String DESCRIPTION =
      """
      {"eligibleUntil":"2027-01-01T00:00:00Z","workScopes":["/clusters"],"manager":"mona"}\
      """;

  /** Who calls a route, where, and with which body, that is taken as it is. */
  private record Call(HttpCaller who, String method, String path, ObjectNode body) {
    JsonNode asItIs() {
      return with(body).ok();
    }

    Answer with(JsonNode other) {
      return who.send(method, path, other.toString());
    }
  }

  private static final Map<String, Function<UnknownNamesHttpTest, Call>> ROUTES = new TreeMap<>();

  static {
    var request = "POST /v1/tenants/{tenant}/requests/{id}";
    ROUTES.put(
        request + "/approve",
        it ->
            it.anna(
                "approve",
                """
                {"decisionId":"d","reason":"fine","ifVersion":1,"actions":["k8s.pod.logs"],
                "resources":["/clusters/aro1/ns/openshift-etcd"],"accessFor":"PT1H",
                "conditions":{"obligations":["RECORD"],"excluded":[],"channels":null,
                "countries":null,"singleUse":false}}\
                """));
    var no = "{\"decisionId\":\"d\",\"reason\":\"not now\",\"ifVersion\":1}";
    ROUTES.put(request + "/review", it -> it.anna("review", Bodies.decision("d", 1)));
    ROUTES.put(request + "/read", UnknownNamesHttpTest::read);
    ROUTES.put("POST /v1/tenants/{tenant}/simulations", UnknownNamesHttpTest::practise);
    ROUTES.put(request + "/deny", it -> it.anna("deny", no));
    ROUTES.put(request + "/revoke", it -> it.anna("revoke", no));
    ROUTES.put(
        request + "/ask", it -> it.anna("ask", "{\"decisionId\":\"d\",\"question\":\"why?\"}"));
    ROUTES.put(
        request + "/offer",
        it -> it.anna("offer", "{\"decisionId\":\"d\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}"));
    ROUTES.put(request + "/withdraw-offer", UnknownNamesHttpTest::withdrawOffer);
    ROUTES.put(request + "/lease", UnknownNamesHttpTest::lease);
    ROUTES.put(
        request + "/approve/payload",
        it -> it.anna("approve/payload?key=" + it.key.id(), Bodies.decision("d", 1)));
    var keys = "POST /v1/tenants/{tenant}/keys";
    ROUTES.put(keys, it -> it.key("anna", "", it.registration()));
    ROUTES.put(
        keys + "/payload", it -> it.key("anna", "/payload", SignaturesHttpTest.draft("d", it.key)));
    ROUTES.put(keys + "/{key}/confirm", it -> it.registered("carla", "/confirm"));
    ROUTES.put(keys + "/{key}/withdraw", it -> it.registered("anna", "/withdraw"));
    ROUTES.put("POST /v1/tenants/{tenant}/authorize", UnknownNamesHttpTest::authorize);
    ROUTES.put("PUT /v1/tenants/{tenant}/settings", UnknownNamesHttpTest::settings);
    ROUTES.put("POST /v1/tenants/{tenant}/settings/confirm", UnknownNamesHttpTest::confirmSettings);
    ROUTES.put(
        "POST /v1/tenants/{tenant}/exclusions/{id}/acknowledge", UnknownNamesHttpTest::acknowledge);
    ROUTES.put(
        "PUT /v1/provider/exclusions/{tenant}/{id}",
        it -> it.inside("nils", "PUT", "/exclusions/contoso/x-9", report("LEGAL")));
    ROUTES.put(
        "POST /v1/provider/exclusions/{tenant}/{id}/confirm", UnknownNamesHttpTest::confirmGlass);
    ROUTES.put(
        "PUT /v1/provider/roles/{role}", it -> it.admin("PUT", "/roles/role-2", definition("d")));
    ROUTES.put(
        "POST /v1/provider/roles/{role}/withdraw",
        it -> it.admin("POST", "/roles/role-1/withdraw", Bodies.decision("d")));
    ROUTES.put(
        "PUT /v1/provider/engineers/{engineer}",
        it -> it.admin("PUT", "/engineers/frida", description("d")));
    var member = "POST /v1/provider/engineers/{engineer}/roles/{role}";
    ROUTES.put(
        member + "/request",
        it ->
            it.member(
                "eva",
                "request",
                "{\"decisionId\":\"d\",\"heldFor\":\"P1D\",\"justification\":\"night shift\"}"));
    ROUTES.put(
        member + "/approve",
        it -> {
          var version = it.evaAsks();
          var yes = "{\"decisionId\":\"d\",\"reason\":\"so be it\",\"ifVersion\":%d}";
          return it.member("mona", "approve", yes.formatted(version));
        });
    var noMember = "{\"decisionId\":\"d\",\"reason\":\"not now\"}";
    ROUTES.put(
        member + "/deny",
        it -> {
          it.evaAsks();
          return it.member("mona", "deny", noMember);
        });
    ROUTES.put(
        member + "/end",
        it -> {
          it.evaAsks();
          return it.member("eva", "end", noMember);
        });
    var inside = "POST /v1/provider/requests/{tenant}/{id}";
    var yesInside = "{\"decisionId\":\"d\",\"reason\":\"fine\",\"ifVersion\":1}";
    ROUTES.put(inside + "/approve", it -> it.mira("approve", yesInside));
    ROUTES.put(inside + "/deny", it -> it.mira("deny", yesInside));
  }

  private final HttpRig http;
  private final SoftKey key = SoftKey.passkey(ANNA);

  /** A request waits for Anna, a role is defined, and Mona manages Eva. */
  UnknownNamesHttpTest(HttpRig http) {
    this.http = http;
    http.registerProvider();
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    http.open(CONTOSO, "req-1");
    admin("PUT", "/roles/role-1", definition("r")).asItIs();
    admin("PUT", "/engineers/eva", description("e")).asItIs();
  }

  static String definition(String decisionId) {
    return "{\"decisionId\":\"%s\",\"definition\":%s}".formatted(decisionId, ROLE);
  }

  static String description(String decisionId) {
    return "{\"decisionId\":\"%s\",\"description\":%s}".formatted(decisionId, DESCRIPTION);
  }

  static Set<String> routes() {
    return ROUTES.keySet();
  }

  /** What a route answers to a body that is taken as it is, once this happened. */
  Answer answered(String route, Runnable happened) {
    var call = ROUTES.get(route).apply(this);
    happened.run();
    return call.with(call.body);
  }

  /** So that a new one is not forgotten here. */
  @Test
  void everyRouteThatTakesABodyIsTried() {
    assertThat(http.routesWithBodies()).containsExactlyInAnyOrderElementsOf(ROUTES.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whatARouteDoesNotAskForIsRefused(String route) {
    var call = ROUTES.get(route).apply(this);
    var tried = 0;
    for (var spot : objects(call.body, "")) {
      for (var name : spot.isEmpty() ? SMUGGLED : SMUGGLED_DEEPER) {
        var more = call.body.deepCopy();
        var changed = (ObjectNode) more.at(spot);
        if (!changed.has(name)) {
          call.with(with(more, changed, name)).refused(400, "INVALID_REQUEST");
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(SMUGGLED.size() / 2);
    assertThat(call.with(call.body).status()).as("without them").isEqualTo(200);
  }

  /** Who decides, and for whom, is of the token and the path, whatever else the query says. */
  @Test
  void aQuerySaysNothingForTheLockbox() {
    var claims = "?approver=ben&tenant=fabrikam&status=DENIED&accessUntil=2030-01-01T00:00:00Z";
    var granted =
        http.caller("anna", CONTOSO, "approver")
            .post(REQUESTS + "/req-1/approve" + claims, Bodies.decision("d", 1))
            .ok();
    assertThat(granted.path("tenant").asText()).isEqualTo("contoso");
    assertThat(granted.path("accessUntil").asText()).isEqualTo("2026-03-02T16:00:00Z");
    var events = http.caller("dora", CONTOSO, "admin").get(REQUESTS + "/req-1/events").ok();
    assertThat(events.path("items").get(1).path("actor").asText()).isEqualTo("anna");
  }

  private static JsonNode with(ObjectNode whole, ObjectNode part, String name) {
    part.put(name, "anna");
    return whole;
  }

  /** Where in the body there is an object whose names are known, in the way of JSON Pointer. */
  private static List<String> objects(JsonNode node, String at) {
    var found = new ArrayList<String>();
    if (node.isObject()) {
      found.add(at);
    }
    node.properties().stream()
        .filter(one -> !FREE.contains(one.getKey()))
        .forEach(one -> found.addAll(objects(one.getValue(), at + "/" + one.getKey())));
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      found.addAll(objects(node.get(i), at + "/" + i));
    }
    return found;
  }

  private String registration() {
    return SignaturesHttpTest.registration("d", key, SignaturesHttpTest.proof("d", key));
  }

  private Call registered(String who, String what) {
    key("anna", "", registration()).asItIs();
    return key(who, "/" + key.id() + what, Bodies.decision("e"));
  }

  private Call key(String who, String where, String body) {
    var role = who.equals("carla") ? "admin" : "approver";
    var caller = http.caller(who, CONTOSO, role);
    return new Call(caller, "POST", "/v1/tenants/contoso/keys" + where, parsed(body));
  }

  private Call practise() {
    var anna = http.caller("anna", CONTOSO, "approver");
    var body =
        """
        {"decisionId":"d","actions":["k8s.pod.logs"],
        "resources":["/clusters/aro1/ns/openshift-etcd"],"accessFor":null}\
        """;
    return new Call(anna, "POST", "/v1/tenants/contoso/simulations", parsed(body));
  }

  private Call withdrawOffer() {
    var offer = "{\"decisionId\":\"o\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    var stands = anna("offer", offer).asItIs().path("dialogue").path("offer").path("version");
    return anna("withdraw-offer", "{\"decisionId\":\"d\",\"offer\":%d}".formatted(stands.asLong()));
  }

  private Call lease() {
    anna("approve", Bodies.decision("yes", 1)).asItIs();
    return gateway("/requests/req-1/lease", "{\"nonce\":\"0123456789abcdef\"}");
  }

  private Call authorize() {
    return gateway(
        "/authorize",
        """
        {"decisionId":"d","engineer":"eva","request":"req-1","session":"s1",
        "action":"k8s.pod.logs","resource":"/clusters/aro1/ns/openshift-etcd",
        "command":"Get-PodLog","parameters":{"Pod":"etcd-0"},"arguments":{"since":"1h"}}\
        """);
  }

  private Call settings() {
    var path = "/v1/tenants/contoso/settings";
    var carla = http.caller("carla", CONTOSO, "admin");
    http.decide(change("before", Samples.SETTINGS), MORNING);
    var all = (ObjectNode) carla.get(path).ok().path("settings");
    all.set("policy", SetRules.everyPart());
    var body = parsed("{\"decisionId\":\"d\",\"ifVersion\":2}");
    body.set("settings", all);
    return new Call(carla, "PUT", path, body);
  }

  private Call confirmSettings() {
    http.decide(change("two", Samples.SETTINGS), MORNING);
    http.decide(change("back", Settings.DEFAULTS), MORNING);
    var dora = http.caller("dora", CONTOSO, "admin");
    var body = parsed("{\"decisionId\":\"d\",\"proposal\":3}");
    return new Call(dora, "POST", "/v1/tenants/contoso/settings/confirm", body);
  }

  private static ChangeSettings change(String id, Settings settings) {
    return new ChangeSettings(CONTOSO, new Attempt(CARLA, new DecisionId(id)), settings);
  }

  private Call acknowledge() {
    inside("nils", "PUT", "/exclusions/contoso/x-1", report("LEGAL")).asItIs();
    var carla = http.caller("carla", CONTOSO, "admin");
    var body = parsed("{\"decisionId\":\"d\",\"reason\":\"seen\"}");
    return new Call(carla, "POST", "/v1/tenants/contoso/exclusions/x-1/acknowledge", body);
  }

  private Call confirmGlass() {
    inside("nils", "PUT", "/exclusions/contoso/x-1", report("EMERGENCY")).asItIs();
    return admin("POST", "/exclusions/contoso/x-1/confirm", Bodies.decision("d"));
  }

  static String report(String category) {
    return """
    {"decisionId":"d","category":"%s","engineer":"eva","incident":"INC-7",
    "resources":["/vms/1"],"exposure":"ENCRYPTED","evidence":"a packet capture",
    "pseudonym":"Engineer 7"}\
    """
        .formatted(category);
  }

  /** Eva asks to be a member; the version of that. */
  private long evaAsks() {
    var asking = "{\"decisionId\":\"a\",\"heldFor\":\"P1D\",\"justification\":\"night shift\"}";
    var asked = member("eva", "request", asking).asItIs();
    return asked.path("roles").get(0).path("asks").path("version").asLong();
  }

  /** Of access that is over. */
  private Call read() {
    anna("approve", Bodies.decision("y", 1)).asItIs();
    anna("revoke", Bodies.decision("r")).asItIs();
    return anna("read", Bodies.decision("d"));
  }

  private Call anna(String what, String body) {
    var anna = http.caller("anna", CONTOSO, "approver");
    return new Call(anna, "POST", REQUESTS + "/req-1/" + what, parsed(body));
  }

  private Call gateway(String path, String body) {
    var gateway = http.caller(GATEWAY.value(), History.PROVIDER, "gateway");
    return new Call(gateway, "POST", "/v1/tenants/contoso" + path, parsed(body));
  }

  private Call admin(String method, String path, String body) {
    var carla = http.caller("carla", History.PROVIDER, "admin");
    return new Call(carla, method, PROVIDER + path, parsed(body));
  }

  private Call inside(String person, String method, String path, String body) {
    var who = http.caller(person, History.PROVIDER);
    return new Call(who, method, PROVIDER + path, parsed(body));
  }

  private Call member(String person, String what, String body) {
    return inside(person, "POST", "/engineers/eva/roles/role-1/" + what, body);
  }

  private Call mira(String what, String body) {
    http.log().history().wanting(TWO_INTERNAL_STAGES);
    http.openDetailed(new RequestId(CONTOSO, "inside"));
    return inside("mira", "POST", "/requests/contoso/inside/" + what, body);
  }

  private static ObjectNode parsed(String body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (JsonProcessingException garbled) {
      throw new IllegalStateException(body, garbled);
    }
  }
}
