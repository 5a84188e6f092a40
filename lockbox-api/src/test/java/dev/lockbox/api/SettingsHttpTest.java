package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.rules.AccessCap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer's administrators set, and what it changes. */
@ExtendWith(OneHttpRig.class)
class SettingsHttpTest {
  private static final String SETTINGS = "/v1/tenants/contoso/settings";

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller carla;

  /** Contoso's as they are at first, to be changed. */
  private final ObjectNode settings;

  SettingsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.carla = http.caller("carla", CONTOSO, "admin");
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    this.settings = (ObjectNode) carla.get(SETTINGS).ok().path("settings");
  }

  /** A policy is named whole, so a part that comes to it must come to what people copy, too. */
  @Test
  void whatTheReadmeSetsIsTaken() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));
    var bodies = Pattern.compile("-d '(\\{[^']*\"settings\": \\{[^']*)'").matcher(readme).results();
    assertThat(bodies.map(found -> found.group(1)).toList())
        .hasSize(2)
        .allSatisfy(body -> carla.send("PUT", SETTINGS, body).ok());
  }

  @Test
  void anAdministratorSetsRulesAndTwoPeopleApprove() {
    assertThat(carla.get(SETTINGS).ok().path("version").asInt()).isEqualTo(1);
    settings.withArray("stages").removeAll().addObject().putNull("group").put("quorum", 2);
    var changed = change("s-1").ok();
    assertThat(changed.path("version").asInt()).isEqualTo(2);
    assertThat(changed.path("settings")).isEqualTo(settings);
    assertThat(change("s-2").ok()).isEqualTo(changed);

    var request = http.open(CONTOSO, "r");
    var ben = http.caller("ben", CONTOSO, "approver");
    var first = anna.post(request + "/approve", Bodies.decision("d-1", 2)).ok();
    assertThat(first.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(first.path("approvals").path("given").get(0).path("by").asText()).isEqualTo("anna");
    assertThat(first.path("approvals").path("missing").asInt()).isEqualTo(1);
    anna.post(request + "/approve", Bodies.decision("d-2", 3)).refused(409, "ALREADY_APPROVED");
    var second = ben.post(request + "/approve", Bodies.decision("d-1", 2)).ok();
    assertThat(second.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(anna.get(request + "/events").ok().path("items").findValuesAsText("type"))
        .containsExactly(
            "RequestOpened",
            "ApprovalsRequired",
            "ApprovalGiven",
            "CommandRefused",
            "RequestApproved");
  }

  @Test
  void aYesStandsInTheTimelineThoughItsGiverLeftAndTakesNoMoreOfThem() {
    settings.withArray("stages").removeAll().addObject().putNull("group").put("quorum", 2);
    change("s-1").ok();
    var request = http.open(CONTOSO, "r");
    var second = http.open(CONTOSO, "r2");
    anna.post(request + "/approve", Bodies.decision("d-1", 2)).ok();
    var left = SetRules.TWO_ADMINS.withApprovers(Set.of(Samples.BEN_MEMBER));
    http.decide(
        new ReplaceMembers(
            CONTOSO,
            new Attempt(OPERATOR, new DecisionId("anna-leaves")),
            left.approvers(),
            left.admins(),
            left.auditors(),
            Optional.empty()),
        MORNING);
    var shown = carla.get(request).ok();
    assertThat(shown.path("approvals").path("given").findValuesAsText("by"))
        .containsExactly("anna");
    anna.post(second + "/approve", Bodies.decision("d-2", 2)).refused(403, "NOT_AN_APPROVER");
    var ben = http.caller("ben", CONTOSO, "approver");
    ben.post(request + "/approve", Bodies.decision("d-1", 2)).ok();
    var timeline = carla.get(request + "/events").ok().path("items");
    assertThat(timeline.findValuesAsText("type"))
        .containsExactly("RequestOpened", "ApprovalsRequired", "ApprovalGiven", "RequestApproved");
    assertThat(timeline.findValuesAsText("actor"))
        .containsExactly("jit-service", "jit-service", "anna", "ben");
  }

  @Test
  void anAdministratorSetsWhatTheSettingsOfOldCannotSay() {
    assertThat(settings.path("policy").isNull()).isTrue();
    var policy = SetRules.everyPart();
    settings.set("policy", policy);
    var changed = change("s-1").ok();
    assertThat(changed.path("settings").path("policy")).isEqualTo(policy);
    policy.putObject("mails").putArray("muted").add("PENDING");
    change("s-2").refused(400, "INVALID_REQUEST");
  }

  @Test
  void anAdministratorSaysWhichCardIsForWhichPlatformAndForgetsNoneBySayingNothing() {
    var policy = SetRules.everyPart();
    settings.set("policy", policy);
    var entry = (ObjectNode) policy.path("sessions").path("entry");
    var cards = entry.putArray("credentials");
    var card = cards.addObject().put("credential", "card-aro-*").put("under", "/clusters/aro1");
    card.putArray("channels").add("REMOTE_SHELL");
    var changed = change("s-1").ok().path("settings").path("policy");
    assertThat(changed.path("sessions").path("entry").path("credentials")).isEqualTo(cards);
    card.put("credential", "*********");
    change("s-2").refused(422, "INVALID_SETTINGS");
    card.remove("credential");
    change("s-3").refused(400, "INVALID_REQUEST");
    entry.remove("credentials");
    change("s-4").refused(400, "INVALID_REQUEST");
    entry.putNull("credentials");
    change("s-5").refused(400, "INVALID_REQUEST");
  }

  @Test
  void anAdministratorSetsHowLongAccessMayBeAskedFor() {
    var policy = SetRules.json(Policies.having(AccessCap.of(Duration.ofHours(12))));
    settings.set("policy", policy);
    change("s-1").refused(422, "INVALID_SETTINGS");
    settings.putObject("limits").put("pendingWindow", "P4D").put("accessFor", "PT13H");
    change("s-2").refused(422, "INVALID_SETTINGS");
    settings.putObject("limits").put("pendingWindow", "PT96H").put("accessFor", "PT4H");
    var changed = change("s-3").ok();
    assertThat(changed.path("settings")).isEqualTo(settings);
    assertThat(policy.path("cap").path("accessMax").asText()).isEqualTo("PT12H");
  }

  @Test
  void anAdministratorDecidesBeforehand() {
    settings.set("policy", SetRules.json(Policies.having(Samples.approvingAndDemanding())));
    change("s-1").ok();

    var request = http.open(CONTOSO, "r");
    var granted = anna.get(request).ok();
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE_UNDER_CONDITIONS");
    assertThat(granted.path("conditions").path("obligations").get(0).asText()).isEqualTo("RECORD");
    var events = anna.get(request + "/events").ok().path("items");
    assertThat(events.findValuesAsText("type")).containsExactly("GrantedByRule");
    assertThat(events.get(0).path("rules").get(0).asText()).isEqualTo("logs-at-night");
    assertThat(events.get(0).path("conditions")).isEqualTo(granted.path("conditions"));
    anna.post(request + "/approve", Bodies.decision("d-1", 1)).refused(409, "ALREADY_DECIDED");
  }

  @Test
  void aChangeOfRulesMayNeedASecondAdministrator() {
    settings.put("secondPersonRequired", true);
    change("s-1").ok();
    settings.put("ticketRequired", true);
    var proposed = change("s-2").ok();
    assertThat(proposed.path("settings").path("ticketRequired").asBoolean()).isFalse();
    assertThat(proposed.path("proposal").path("by").asText()).isEqualTo("carla");
    var dora = http.caller("dora", CONTOSO, "admin");
    confirm(carla, "c-1", 3).refused(403, "SECOND_PERSON_NEEDED");
    confirm(dora, "c-1", 2).refused(404, "NO_SUCH_PROPOSAL");
    var agreed = confirm(dora, "c-2", 3).ok();
    assertThat(agreed.path("settings").path("ticketRequired").asBoolean()).isTrue();
    assertThat(agreed.path("proposal").isNull()).isTrue();
  }

  @Test
  void aChangeThatWasMadeFromAnotherVersionIsRefused() {
    var read = carla.get(SETTINGS).ok().path("version").asLong();
    var mine = settings.deepCopy().put("ticketRequired", true);
    settings.withArray("stages").removeAll().addObject().putNull("group").put("quorum", 2);
    carla.put(SETTINGS, Bodies.settings("s-1", settings, read)).ok();
    carla.put(SETTINGS, Bodies.settings("s-2", mine, read)).refused(409, "STALE_VERSION");
    assertThat(carla.get(SETTINGS).ok().path("settings")).isEqualTo(settings);
    carla.put(SETTINGS, Bodies.settings("s-3", settings, read)).ok();
    var changed = carla.put(SETTINGS, Bodies.settings("s-4", mine, read + 1)).ok();
    assertThat(changed.path("settings")).isEqualTo(mine);
    carla
        .put(
            SETTINGS,
            "{\"decisionId\":\"s-5\",\"settings\":%s,\"ifVersion\":\"two\"}".formatted(mine))
        .refused(400, "INVALID_REQUEST");
  }

  @Test
  void whatBecameOfAChangeIsToldToWhoeverMadeIt() {
    var other = settings.deepCopy().put("secondPersonRequired", true);
    http.log().be(Mood.VIEW_BEHIND);
    var accepted = later(Bodies.settings("s-1", settings.put("ticketRequired", true), 1));
    var refused = later(Bodies.settings("s-2", other, 1));
    assertThat(accepted).isEqualTo(SETTINGS + "/decisions/s-1");
    carla.get(accepted).refused(404, "NO_SUCH_DECISION");
    http.log().be(Mood.WELL);
    assertThat(carla.get(accepted).ok()).isEqualTo(carla.get(SETTINGS).ok());
    carla.get(refused).refused(409, "STALE_VERSION");
    anna.get(refused).refused(404, "NO_SUCH_DECISION");
    carla.get(SETTINGS + "/decisions/%20").refused(404, "NO_SUCH_DECISION");
    carla.put(SETTINGS, Bodies.settings("s-2", other, 2)).ok();
    assertThat(carla.get(refused).ok().path("settings")).isEqualTo(other);
  }

  @Test
  void whoAsksForWhatHoldsIsToldThatThereIsNothingToChangeAlsoLater() {
    settings.put("ticketRequired", true);
    var holds = change("s-1").ok();
    var decisions = SETTINGS + "/decisions/";
    assertThat(change("s-2").ok()).isEqualTo(holds);
    assertThat(carla.get(decisions + "s-2").ok()).isEqualTo(holds);
    assertThat(change("s-2").ok()).isEqualTo(holds);
    http.log().be(Mood.VIEW_BEHIND);
    var later = later(Bodies.settings("s-3", settings, 1));
    http.log().be(Mood.WELL);
    assertThat(carla.get(later).ok()).isEqualTo(holds);
    assertThat(carla.get("/v1/tenants/contoso/events?type=CommandRefused").ok().path("items"))
        .hasSize(3)
        .allSatisfy(
            no -> assertThat(no.at("/event/refusal").asText()).isEqualTo("NOTHING_TO_CHANGE"));
  }

  private String later(String body) {
    var answer = carla.put(SETTINGS, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("Location").orElseThrow();
  }

  @Test
  void whoIsRegisteredNoMoreIsLetInNoMoreWhateverTheTokenSays() {
    var request = http.open(CONTOSO, "r");
    var rest = SetRules.TWO_ADMINS;
    var dora = http.caller("dora", CONTOSO, "admin");
    carla.get(request).ok();
    http.decide(
        new ReplaceMembers(
            CONTOSO,
            new Attempt(OPERATOR, new DecisionId("carla-left")),
            rest.approvers(),
            Set.of(Samples.DORA_MEMBER),
            Set.of(),
            Optional.empty()),
        MORNING);
    carla.get(request).refused(403, "NO_ROLE");
    carla.get(SETTINGS).refused(403, "NO_ROLE");
    settings.put("ticketRequired", true);
    change("s-1").refused(403, "NOT_AN_ADMIN");
    assertThat(dora.get(SETTINGS).ok().path("version").asInt()).isEqualTo(2);
    dora.put(SETTINGS, Bodies.settings("s-1", settings)).ok();
  }

  @Test
  void rulesThatMakeNoSenseAreRefusedAndNobodyElseSetsThem() {
    anna.put(SETTINGS, Bodies.settings("s-1", settings)).refused(403, "NOT_AN_ADMIN");
    var none = settings.deepCopy();
    none.withArray("stages").removeAll();
    refused(none, 422, "INVALID_SETTINGS");
    var forever = settings.deepCopy();
    forever.putObject("limits").put("pendingWindow", "four days").put("accessFor", "PT1H");
    refused(forever, 422, "INVALID_SETTINGS");
    refused(settings.deepCopy().put("autoApprove", true), 400, "INVALID_REQUEST");
    var missing = settings.deepCopy();
    missing.remove("routes");
    refused(missing, 400, "INVALID_REQUEST");
    refused(settings.deepCopy().putNull("stages"), 400, "INVALID_REQUEST");
    carla.put(SETTINGS, "{}").refused(400, "INVALID_REQUEST");
    http.register(FABRIKAM);
    carla.put("/v1/tenants/fabrikam/settings", "{}").refused(404, "NO_SUCH_REQUEST");
  }

  @Test
  void rulesThatContradictEachOtherAreRefusedByName() {
    var policy = SetRules.json(Policies.having(Samples.approvingAndDemanding()));
    settings.set("policy", policy);
    var rules = (ArrayNode) policy.path("access").path("automatic");
    var never = rules.addObject().put("id", "never");
    never.put("effect", "DENY").set("when", anything());
    assertThat(change("s-1").refused(422, "CONTRADICTING_RULES").path("detail").asText())
        .contains("rule logs-at-night", "rule never");
    ((ObjectNode) never.path("when")).put("accessFor", "PT1H");
    change("s-2").ok();
  }

  private static ObjectNode anything() {
    var all = JsonNodeFactory.instance.objectNode();
    all.putArray("actions");
    all.putArray("resources");
    all.putArray("reasons");
    return all.putNull("risk").putNull("accessFor").putNull("schedule");
  }

  private Answer change(String decisionId) {
    return carla.put(SETTINGS, Bodies.settings(decisionId, settings));
  }

  private void refused(JsonNode rules, int status, String code) {
    carla.put(SETTINGS, Bodies.settings("s-1", rules)).refused(status, code);
  }

  private static Answer confirm(HttpCaller who, String decisionId, int proposal) {
    var body = "{\"decisionId\":\"%s\",\"proposal\":%d}".formatted(decisionId, proposal);
    return who.post(SETTINGS + "/confirm", body);
  }
}
