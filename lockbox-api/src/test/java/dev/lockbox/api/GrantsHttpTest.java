package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.JUST_AFTER_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was granted: when it begins, what it allows meanwhile, and how it ends. */
@ExtendWith(OneHttpRig.class)
class GrantsHttpTest {
  private static final RequestId REQUEST = new RequestId(CONTOSO, "r");
  private static final String ONE = "/v1/tenants/contoso/requests/r";
  private static final String HELD = "/v1/tenants/contoso/entitlements?engineer=eva";

  private final HttpRig http;
  private final HttpCaller anna;

  GrantsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
  }

  @Test
  void accessThatEndedWaitsForThoseWhoMustClose() {
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    var carla = http.caller("carla", CONTOSO, "admin");
    var rules = "/v1/tenants/contoso/settings";
    var settings = (ObjectNode) carla.get(rules).ok().path("settings");
    var policy = SetRules.everyPart();
    policy.putArray("reasonCodes");
    policy.putArray("guardRails");
    policy.putNull("access");
    policy.putNull("review");
    settings.set("policy", policy);
    carla.put(rules, Bodies.settings("s-1", settings)).ok();
    http.open(CONTOSO, "r");
    approve(ONE, "d-1", 1).ok();

    var ended = anna.post(ONE + "/revoke", Bodies.decision("d-2", 2)).ok();
    assertThat(ended.path("state").asText()).isEqualTo("CLOSING");
    assertThat(ended.path("version").asInt()).isEqualTo(5);
    assertThat(ended.at("/closing/outcome").asText()).isEqualTo("REVOKED");
    assertThat(ended.at("/closing/by").asText()).isEqualTo("2026-03-02T08:02:00Z");
    assertThat(ended.at("/closing/missing"))
        .extracting(JsonNode::asText)
        .containsExactly("bastion", "gateway-1");
    var reader = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    var shown = reader.open("/portal/tenants/contoso/requests/r").text();
    assertThat(shown).contains("What must still be closed", "since it was revoked");
    assertThat(shown).contains("bastion", "gateway-1", "They must by 2 Mar 2026, 08:02:00 UTC.");
    close("bastion", MORNING.plusSeconds(1));
    http.clock().set(MORNING.plusSeconds(120));
    assertThat(anna.get(ONE).ok().path("state").asText()).isEqualTo("FAILED_TO_CLOSE");
    close("gateway-1", MORNING.plusSeconds(120));
    var closed = anna.get(ONE).ok();
    assertThat(closed.path("state").asText()).isEqualTo("REVOKED");
    assertThat(closed.path("closing").isNull()).isTrue();
  }

  @Test
  void accessThatBeginsLaterIsScheduledAndLetsNobodyInBefore() {
    http.register(CONTOSO);
    http.open(CONTOSO, "r", Said.nothing().startAt(NOON).details());

    var agreed = approve(ONE, "d-1", 2).ok();
    assertThat(agreed.path("state").asText()).isEqualTo("SCHEDULED");
    assertThat(agreed.path("startsAt").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(agreed.path("accessUntil").asText()).isEqualTo("2026-03-02T20:00:00Z");
    http.clock().set(JUST_AFTER_NOON);
    assertThat(anna.get(ONE).ok().path("state").asText()).isEqualTo("SCHEDULED");
    assertThat(anna.get(HELD).ok().path("items")).isEmpty();

    http.decide(new EnforceDeadline(REQUEST), JUST_AFTER_NOON);
    var begun = anna.get(ONE).ok();
    assertThat(begun.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(begun.path("startsAt").isNull()).isTrue();
    var entitlement = anna.get(HELD).ok().path("items").get(0);
    assertThat(entitlement.path("from").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(entitlement.path("until").asText()).isEqualTo("2026-03-02T20:00:00Z");
  }

  @Test
  void whatWasAskedForForOneUseIsShownAsThat() {
    http.register(CONTOSO);
    http.open(CONTOSO, "r", Said.nothing().singleUse().details());
    assertThat(anna.get(ONE).ok().path("singleUse").asBoolean()).isTrue();
    var granted = approve(ONE, "d-1", 2).ok();
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(granted.path("singleUse").asBoolean()).isTrue();
    var other = http.open(CONTOSO, "other");
    assertThat(anna.get(other).ok().path("singleUse").asBoolean()).isFalse();
  }

  @Test
  void anEntitlementSaysThatItIsForOneUseAndThatItWasUsed() {
    http.register(CONTOSO);
    http.open(CONTOSO, "r", Said.nothing().singleUse().details());
    approve(ONE, "d-1", 2).ok();
    approve(http.open(CONTOSO, "often"), "d-1", 1).ok();
    assertThat(held()).containsExactly(tuple("often", false, false), tuple("r", true, false));
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by("start"),
            new SessionId("s1"),
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
    assertThat(held()).containsExactly(tuple("often", false, false), tuple("r", true, true));
  }

  private List<Tuple> held() {
    var items = anna.get(HELD).ok().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(
            one ->
                tuple(
                    one.path("requests").get(0).asText(),
                    one.path("singleUse").asBoolean(),
                    one.path("usedUp").asBoolean()))
        .toList();
  }

  @Test
  void anEngineerKeepsWhatAnotherGrantAllows() {
    http.register(CONTOSO);
    assertThat(anna.get(HELD).ok().path("items")).isEmpty();
    for (var id : List.of("a", "b")) {
      var yes = "{\"decisionId\":\"d\",\"ifVersion\":1%s}";
      var less = id.equals("a") ? ",\"accessFor\":\"PT1H\"" : "";
      anna.post(http.open(CONTOSO, id) + "/approve", yes.formatted(less)).ok();
    }
    var both = anna.get(HELD).ok().path("items");
    assertThat(both).hasSize(1);
    assertThat(both.get(0).path("action").asText()).isEqualTo("k8s.pod.logs");
    assertThat(both.get(0).path("until").asText()).isEqualTo("2026-03-02T16:00:00Z");
    assertThat(both.get(0).path("requests")).extracting(JsonNode::asText).containsExactly("a", "b");

    var first = new RequestId(CONTOSO, "a");
    http.decide(new FinishAccess(first, by("finish"), EVA), MORNING);
    var left = anna.get(HELD + "&action=k8s.pod.logs").ok().path("items");
    assertThat(left.get(0).path("requests")).extracting(JsonNode::asText).containsExactly("b");
    assertThat(anna.get("/v1/tenants/contoso/requests/a").ok().path("state").asText())
        .isEqualTo("COMPLETED");
    assertThat(anna.get(HELD + "&action=vm.restart").ok().path("items")).isEmpty();
    assertThat(anna.get(HELD + "&resource=%2Fvms%2Fweb-1").ok().path("items")).isEmpty();
    assertThat(anna.get(HELD.replace("eva", "otto")).ok().path("items")).isEmpty();
    anna.get(HELD.replace("eva", "%20")).refused(400, "INVALID_REQUEST");
    anna.get("/v1/tenants/contoso/entitlements").refused(400, "INVALID_REQUEST");
    http.register(FABRIKAM);
    http.caller("anna", FABRIKAM, "approver").get(HELD).refused(404, "NO_SUCH_REQUEST");
  }

  private Answer approve(String request, String decisionId, long ifVersion) {
    return anna.post(request + "/approve", Bodies.decision(decisionId, ifVersion));
  }

  private void close(String point, Instant at) {
    var by = by("closed-" + point);
    http.decide(new AcknowledgeClosing(REQUEST, by, new PointId(point)), at);
  }

  private static Attempt by(String decisionId) {
    return new Attempt(JIT, new DecisionId(decisionId));
  }
}
