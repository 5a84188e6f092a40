package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.signature.SoftKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stood once: Eva asked at eight, Anna said yes for an hour at five past, and took it back at
 * half past. Now it is noon.
 */
@ExtendWith(OneHttpRig.class)
class AsOfHttpTest {
  private static final Instant APPROVED = MORNING.plus(Duration.ofMinutes(5));
  private static final Instant REVOKED = MORNING.plus(Duration.ofMinutes(30));
  private static final Duration BLINK = Duration.ofMillis(1);
  private static final String HELD = "/v1/tenants/contoso/entitlements";
  private static final String REQUESTS = "/v1/tenants/contoso/requests";
  private static final String SETTINGS = "/v1/tenants/contoso/settings";
  private static final String SESSIONS = "/v1/tenants/contoso/sessions";
  private static final String KEYS = "/v1/tenants/contoso/keys";
  private static final String EXCLUSIONS = "/v1/tenants/contoso/exclusions";

  private final HttpRig http;
  private final HttpCaller anna;
  private final String one;

  /** What Anna read before she decided. */
  private final JsonNode read;

  AsOfHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.one = http.requestOfContoso();
    this.read = anna.get(one).ok();
    approve(one, "PT1H", APPROVED);
    http.clock().set(REVOKED);
    anna.post(one + "/revoke", Bodies.decision("no")).ok();
    http.clock().set(NOON);
  }

  /** What is usual is told of what waits now, to who decides on it. */
  private static JsonNode withoutAdvice(JsonNode request) {
    ObjectNode bare = request.deepCopy();
    return bare.putNull("advice");
  }

  private void approve(String path, String accessFor, Instant at) {
    var yes = "{\"decisionId\":\"yes\",\"ifVersion\":1,\"accessFor\":\"%s\"}";
    http.clock().set(at);
    anna.post(path + "/approve", yes.formatted(accessFor)).ok();
  }

  @Test
  void aRequestIsShownAsItStood() {
    anna.get(at(one, MORNING.minus(BLINK))).refused(404, "NO_SUCH_REQUEST");
    assertThat(anna.get(at(one, MORNING)).ok()).isEqualTo(withoutAdvice(read));
    assertThat(anna.get(at(one, APPROVED.minus(BLINK))).ok()).isEqualTo(withoutAdvice(read));
    var granted = anna.get(at(one, APPROVED)).ok();
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(granted.path("version").asInt()).isEqualTo(3);
    assertThat(granted.path("accessUntil").asText()).isEqualTo("2026-03-02T09:05:00Z");
    assertThat(granted.at("/asked/accessFor").asText()).isEqualTo("PT8H");
    assertThat(anna.get(at(one, REVOKED.minus(BLINK))).ok()).isEqualTo(granted);
    assertThat(anna.get(at(one, REVOKED)).ok()).isEqualTo(anna.get(one).ok());
    assertThat(anna.get(at(one, NOON)).ok()).isEqualTo(anna.get(one).ok());
  }

  @Test
  void whatAnApproverSawIsShownByTheVersionTheyNamed() {
    assertThat(anna.get(one + "?asOfVersion=1").ok()).isEqualTo(withoutAdvice(read));
    assertThat(anna.get(one + "?asOfVersion=3").ok().path("state").asText()).isEqualTo("ACTIVE");
    assertThat(anna.get(one + "?asOfVersion=4").ok()).isEqualTo(anna.get(one).ok());
    anna.get(one + "?asOfVersion=5").refused(404, "NO_SUCH_REQUEST");
  }

  @Test
  void aRefusalInBetweenChangesNothing() {
    anna.post(one + "/approve", Bodies.decision("late", 4)).refused(409, "ALREADY_DECIDED");
    assertThat(anna.get(one + "?asOfVersion=4").ok()).isEqualTo(anna.get(one).ok());
  }

  @Test
  void aDeadlineHeldThenWhetherOrNotTheLogSaidSo() {
    var other = http.open(CONTOSO, "waits");
    var due = MORNING.plus(Duration.ofDays(4));
    http.clock().set(due.plus(Duration.ofDays(1)));
    assertThat(state(at(other, due.minus(BLINK)))).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(state(at(other, due))).isEqualTo("EXPIRED");
    assertThat(anna.get(at(other, due)).ok().path("version").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asOf=yesterday",
        "asOf=",
        "asOf=2026-03-02",
        "asOf=2026-03-02T08:00:00",
        "asOf=2026-03-02T12:00:00.001Z",
        "asOf=%2B1000000000-12-31T23:59:59.999999999Z",
        "asOfVersion=0",
        "asOfVersion=-1",
        "asOfVersion=x",
        "asOfVersion=9999999999999999999",
        "asOf=2026-03-02T08:00:00Z&asOfVersion=1"
      })
  void whatIsNoMomentOfThePastIsRefused(String query) {
    anna.get(one + "?" + query).refused(400, "INVALID_REQUEST");
    anna.get(SETTINGS + "?" + query).refused(400, "INVALID_REQUEST");
    anna.get(KEYS + "?" + query).refused(400, "INVALID_REQUEST");
    if (!query.contains("asOfVersion")) {
      anna.get(HELD + "?" + query).refused(400, "INVALID_REQUEST");
      anna.get(REQUESTS + "?" + query).refused(400, "INVALID_REQUEST");
      anna.get(SESSIONS + "?" + query).refused(400, "INVALID_REQUEST");
      anna.get(one + "/sessions?" + query).refused(400, "INVALID_REQUEST");
      anna.get(EXCLUSIONS + "?" + query).refused(400, "INVALID_REQUEST");
      anna.get(EXCLUSIONS + "/x-1?" + query).refused(400, "INVALID_REQUEST");
    }
  }

  @Test
  void longBeforeAnythingThereWasNothing() {
    for (var then : List.of("-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z")) {
      anna.get(one + "?asOf=" + then).refused(404, "NO_SUCH_REQUEST");
      assertThat(anna.get(HELD + "?asOf=" + then).ok().path("items")).isEmpty();
      assertThat(anna.get(REQUESTS + "?asOf=" + then).ok().path("items")).isEmpty();
      anna.get(SETTINGS + "?asOf=" + then).refused(404, "NO_SUCH_REQUEST");
      anna.get(KEYS + "?asOf=" + then).refused(404, "NO_SUCH_REQUEST");
      anna.get(one + "/sessions?asOf=" + then).refused(404, "NO_SUCH_REQUEST");
      assertThat(anna.get(SESSIONS + "?asOf=" + then).ok().path("items")).isEmpty();
      assertThat(anna.get(EXCLUSIONS + "?asOf=" + then).ok().path("items")).isEmpty();
      anna.get(EXCLUSIONS + "/x-1?asOf=" + then).refused(404, "NO_SUCH_EXCLUSION");
    }
  }

  @Test
  void thePastOfAnotherCustomerIsNotThereEither() {
    http.register(FABRIKAM);
    var theirs = http.open(FABRIKAM, "req-1");
    anna.get(at(theirs, NOON)).refused(404, "NO_SUCH_REQUEST");
    for (var what :
        List.of(
            "entitlements",
            "requests",
            "requests/req-1/sessions",
            "sessions",
            "settings",
            "keys",
            "exclusions",
            "exclusions/x")) {
      var path = "/v1/tenants/fabrikam/%s?asOf=%s".formatted(what, NOON);
      anna.get(path).refused(404, "NO_SUCH_REQUEST");
    }
  }

  @Test
  void whatWasTheProvidersAloneThenStaysSo() {
    http.registerProvider();
    http.log().history().wanting(TWO_INTERNAL_STAGES);
    http.openDetailed(new RequestId(CONTOSO, "inside"));
    var inside = "/v1/provider/requests/contoso/inside/approve";
    http.caller("mira", History.PROVIDER).post(inside, Bodies.decision("d1", 1)).ok();
    http.clock().set(NOON.plusSeconds(1));
    http.caller("sam", History.PROVIDER).post(inside, Bodies.decision("d2", 2)).ok();
    var outside = "/v1/tenants/contoso/requests/inside";
    assertThat(state(at(outside, NOON.plusSeconds(1)))).isEqualTo("CUSTOMER_NOTIFIED");
    anna.get(at(outside, NOON)).refused(404, "NO_SUCH_REQUEST");
    anna.get(outside + "?asOfVersion=1").refused(404, "NO_SUCH_REQUEST");
    assertThat(ids(NOON, "")).containsExactly("req-1");
    assertThat(ids(NOON.plusSeconds(1), "")).containsExactly("inside", "req-1");
  }

  @Test
  void aListIsShownAsItStoodByTheStatesOfThen() {
    http.open(CONTOSO, "late", REVOKED);
    http.clock().set(NOON);
    assertThat(ids(MORNING.minus(BLINK), "")).isEmpty();
    assertThat(ids(APPROVED, "")).containsExactly("req-1");
    assertThat(ids(REVOKED, "")).containsExactly("late", "req-1");
    assertThat(ids(MORNING, "&state=CUSTOMER_NOTIFIED")).containsExactly("req-1");
    assertThat(ids(APPROVED, "&state=CUSTOMER_NOTIFIED")).isEmpty();
    assertThat(ids(APPROVED, "&state=ACTIVE")).containsExactly("req-1");
    assertThat(ids(REVOKED, "&state=ACTIVE")).isEmpty();
    assertThat(ids(REVOKED, "&state=CUSTOMER_NOTIFIED")).containsExactly("late");
    var shown = anna.get(REQUESTS + "?asOf=" + APPROVED).ok().path("items").get(0);
    assertThat(shown).isEqualTo(anna.get(at(one, APPROVED)).ok());
  }

  @Test
  void theNextPageIsOfTheSameInstant() {
    http.open(CONTOSO, "late", REVOKED);
    http.clock().set(NOON);
    var asOf = REQUESTS + "?limit=1&asOf=";
    var next = "&cursor=" + anna.get(asOf + REVOKED).ok().path("next").asText();
    var rest = anna.get(asOf + REVOKED + next).ok();
    assertThat(rest.path("items").get(0).path("id").asText()).isEqualTo("req-1");
    assertThat(rest.path("next").isNull()).isTrue();
    anna.get(asOf + NOON + next).refused(400, "INVALID_REQUEST");
    anna.get(REQUESTS + "?limit=1" + next).refused(400, "INVALID_REQUEST");
  }

  /** Carla set other rules at five past, and Anna left at half past. */
  @Test
  void rulesAndPeopleAreShownAsTheyStoodToWhoMayReadThemNow() {
    var dora = http.caller("dora", CONTOSO, "auditor");
    var before = dora.get(SETTINGS).ok();
    http.decide(change("s-1"), APPROVED);
    var between = dora.get(SETTINGS).ok();
    http.decide(annaLeaves(), REVOKED);
    http.clock().set(NOON);
    var now = dora.get(SETTINGS).ok();
    dora.get(at(SETTINGS, Instant.EPOCH)).refused(404, "NO_SUCH_REQUEST");
    assertThat(dora.get(at(SETTINGS, APPROVED.minus(BLINK))).ok()).isEqualTo(before);
    assertThat(dora.get(at(SETTINGS, APPROVED)).ok()).isEqualTo(between);
    assertThat(dora.get(at(SETTINGS, REVOKED.minus(BLINK))).ok()).isEqualTo(between);
    assertThat(dora.get(at(SETTINGS, REVOKED)).ok()).isEqualTo(now);
    assertThat(dora.get(SETTINGS + "?asOfVersion=1").ok()).isEqualTo(before);
    assertThat(dora.get(SETTINGS + "?asOfVersion=2").ok()).isEqualTo(between);
    dora.get(SETTINGS + "?asOfVersion=4").refused(404, "NO_SUCH_REQUEST");
    assertThat(approvers(between)).contains("anna");
    assertThat(approvers(now)).containsExactly("ben");
    assertThat(between.path("plan")).isEqualTo(now.path("plan"));
    assertThat(between.path("settings")).isNotEqualTo(before.path("settings"));
    anna.get(at(SETTINGS, MORNING)).refused(403, "NO_ROLE");
    anna.get(at(REQUESTS, MORNING)).refused(403, "NO_ROLE");
  }

  /** Anna registered a key at five past, Carla agreed to it at half past, and Anna lost it. */
  @Test
  void keysAreShownAsTheyStood() {
    var key = SoftKey.ed25519(Cast.ANNA);
    var by = new Attempt(Cast.ANNA, new DecisionId("k-1"));
    var proof = key.sign(RegisterApproverKey.payload(CONTOSO, by, key.key(), key.passkey()));
    http.decide(new RegisterApproverKey(CONTOSO, by, key.key(), key.passkey(), proof), APPROVED);
    var carla = new Attempt(Cast.CARLA, new DecisionId("k-2"));
    http.decide(new ConfirmApproverKey(CONTOSO, carla, key.id()), REVOKED);
    var agreed = anna.get(KEYS).ok();
    var lost = new Attempt(Cast.ANNA, new DecisionId("k-3"));
    http.decide(new WithdrawApproverKey(CONTOSO, lost, key.id()), REVOKED.plusSeconds(1));
    http.clock().set(NOON);

    assertThat(anna.get(KEYS).ok().path("keys")).isEmpty();
    assertThat(anna.get(at(KEYS, APPROVED.minus(BLINK))).ok().path("keys")).isEmpty();
    var waiting = anna.get(at(KEYS, APPROVED)).ok();
    assertThat(waiting.at("/keys/0/person").asText()).isEqualTo("anna");
    assertThat(waiting.at("/keys/0/holdsFrom").isNull()).isTrue();
    assertThat(anna.get(at(KEYS, REVOKED)).ok()).isEqualTo(agreed);
    assertThat(anna.get(KEYS + "?asOfVersion=" + agreed.path("version")).ok()).isEqualTo(agreed);
    assertThat(anna.get(at("/.well-known/lockbox/contoso/approvers", REVOKED)).ok())
        .isEqualTo(agreed);
    assertThat(agreed.at("/keys/0/holdsFrom").isNull()).isFalse();
    anna.get(KEYS + "?asOfVersion=99").refused(404, "NO_SUCH_REQUEST");
  }

  /** Nils wanted to break the glass at five past, and Carla agreed at half past. */
  @Test
  void accessThatNoApprovalCoveredIsShownAsItStood() {
    http.registerProvider();
    http.clock().set(APPROVED);
    var path = "/v1/provider/exclusions/contoso/";
    var nils = http.caller("nils", History.PROVIDER);
    var proposed = nils.put(path + "x-1", exclusion("EMERGENCY")).ok();
    http.clock().set(REVOKED);
    nils.put(path + "x-2", exclusion("LEGAL").replace("\"r-1\"", "\"r-2\"")).ok();
    var second = http.caller("carla", History.PROVIDER, "admin");
    second.post(path + "x-1/confirm", "{\"decisionId\":\"yes\"}").ok();
    http.clock().set(NOON);
    anna.post(EXCLUSIONS + "/x-1/acknowledge", "{\"decisionId\":\"seen\"}").ok();

    assertThat(listed(APPROVED.minus(BLINK))).isEmpty();
    anna.get(at(EXCLUSIONS + "/x-1", APPROVED.minus(BLINK))).refused(404, "NO_SUCH_EXCLUSION");
    assertThat(anna.get(at(EXCLUSIONS + "/x-1", APPROVED)).ok()).isEqualTo(proposed);
    assertThat(listed(REVOKED.minus(BLINK))).containsExactly("x-1 PROPOSED");
    assertThat(listed(REVOKED)).containsExactly("x-1 INVOKED", "x-2 INVOKED");
    assertThat(listed(NOON)).containsExactly("x-1 ACKNOWLEDGED", "x-2 INVOKED");
    assertThat(anna.get(at(EXCLUSIONS, NOON)).ok()).isEqualTo(anna.get(EXCLUSIONS).ok());
    assertThat(anna.get(at(EXCLUSIONS, REVOKED) + "&after=x-1").ok().path("items")).hasSize(1);
    anna.get(at(EXCLUSIONS + "/x-3", NOON)).refused(404, "NO_SUCH_EXCLUSION");
  }

  private static String exclusion(String category) {
    return """
    {"decisionId":"r-1","category":"%s","engineer":"eva","incident":"INC-7",
    "resources":["/vms/1"],"exposure":"ENCRYPTED","evidence":"a packet capture",
    "pseudonym":null}\
    """
        .formatted(category);
  }

  private List<String> listed(Instant then) {
    var all = new ArrayList<String>();
    anna.get(at(EXCLUSIONS, then))
        .ok()
        .path("items")
        .forEach(it -> all.add(it.path("id").asText() + " " + it.path("stage").asText()));
    return all;
  }

  private static ChangeSettings change(String decision) {
    var by = new Attempt(Cast.CARLA, new DecisionId(decision));
    return new ChangeSettings(CONTOSO, by, Samples.SETTINGS);
  }

  private static ReplaceApprovers annaLeaves() {
    var by = new Attempt(Cast.OPERATOR, new DecisionId("anna-leaves"));
    return new ReplaceApprovers(CONTOSO, by, Set.of(Samples.BEN_MEMBER));
  }

  private static List<String> approvers(JsonNode settings) {
    var ids = new ArrayList<String>();
    settings.at("/members/approvers").forEach(one -> ids.add(one.asText()));
    return ids;
  }

  private List<String> ids(Instant then, String query) {
    var ids = new ArrayList<String>();
    var page = anna.get(REQUESTS + "?asOf=" + then + query).ok();
    page.path("items").forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  @Test
  void whoCouldReachWhatThenIsToldWithTheRequestsThatAllowedIt() {
    approve(http.open(CONTOSO, "long"), "PT8H", REVOKED.minus(BLINK));
    http.clock().set(NOON);
    assertThat(held(APPROVED.minus(BLINK))).isEmpty();
    assertThat(held(APPROVED)).singleElement().satisfies(it -> isAllowedBy(it, "req-1"));
    var both = held(REVOKED.minus(BLINK));
    assertThat(both).singleElement().satisfies(it -> isAllowedBy(it, "long", "req-1"));
    assertThat(both.get(0).path("engineer").asText()).isEqualTo("eva");
    assertThat(both.get(0).path("until").asText()).isEqualTo("2026-03-02T16:29:59.999Z");
    assertThat(held(REVOKED)).singleElement().satisfies(it -> isAllowedBy(it, "long"));
    assertThat(held(NOON)).isEqualTo(anna.get(HELD + "?engineer=eva").ok().path("items"));
    assertThat(anna.get(HELD + "?engineer=ben&asOf=" + APPROVED).ok().path("items")).isEmpty();
    assertThat(anna.get(HELD + "?engineer=eva&asOf=" + APPROVED).ok().path("items")).hasSize(1);
    var elsewhere = "?resource=/vms/1&asOf=" + APPROVED;
    assertThat(anna.get(HELD + elsewhere).ok().path("items")).isEmpty();
  }

  @Test
  void aGrantWhoseTimeWasOverAllowedNothingThoughNothingSaidSo() {
    approve(http.open(CONTOSO, "hour"), "PT1H", REVOKED);
    http.clock().set(NOON);
    assertThat(held(REVOKED.plus(Duration.ofHours(1)).minus(BLINK))).hasSize(1);
    assertThat(held(REVOKED.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void whileGrantsWereFrozenNothingWasOpen() {
    approve(http.open(CONTOSO, "long"), "PT8H", REVOKED);
    var long8 = "/v1/tenants/contoso/requests/long";
    var frozen = REVOKED.plusSeconds(60);
    var released = REVOKED.plusSeconds(120);
    http.decide(Samples.freeze(), frozen);
    http.decide(Samples.release(), released);
    http.clock().set(NOON);
    assertThat(state(at(long8, frozen.minus(BLINK)))).isEqualTo("ACTIVE");
    assertThat(state(at(long8, frozen))).isEqualTo("FROZEN");
    assertThat(state(at(long8, released.minus(BLINK)))).isEqualTo("FROZEN");
    assertThat(state(at(long8, released))).isEqualTo("ACTIVE");
    assertThat(held(frozen.minus(BLINK))).hasSize(1);
    assertThat(held(frozen)).isEmpty();
    assertThat(held(released)).hasSize(1);
  }

  @Test
  void aGrantForOneUseHadNotBeenUsedBeforeItWas() {
    var once = http.open(CONTOSO, "once", Said.nothing().singleUse().details());
    http.clock().set(REVOKED);
    anna.post(once + "/approve", Bodies.decision("yes", 2)).ok();
    var used = REVOKED.plusSeconds(60);
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            new Attempt(Cast.JIT, new DecisionId("start")),
            new SessionId("s1"),
            new RequestId(CONTOSO, "once"),
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        used);
    http.clock().set(NOON);
    assertThat(held(used.minus(BLINK)).get(0).path("usedUp").asBoolean()).isFalse();
    assertThat(held(used).get(0).path("usedUp").asBoolean()).isTrue();
  }

  /**
   * Under one grant Eva is on the gateway, and through it on a target under another, where she does
   * something ten seconds later, moves after twenty, and is out after thirty.
   */
  @Test
  void sessionsAndTheUseOfAGrantAreShownAsTheyStood() {
    approve(http.open(CONTOSO, "a", REVOKED), "PT1H", REVOKED);
    approve(http.open(CONTOSO, "b", REVOKED), "PT1H", REVOKED);
    var a = new RequestId(CONTOSO, "a");
    var b = new RequestId(CONTOSO, "b");
    var gateway = new SessionId("gateway");
    var target = new SessionId("target");
    start(a, gateway, Optional.empty(), Optional.empty(), 1);
    start(b, target, Optional.of(TARGET), Optional.of(gateway), 2);
    var shown = new TreeMap<Instant, List<JsonNode>>();
    note(shown, 2);
    http.decide(
        new ReportAction(EVA_AT_CONTOSO, by("did"), Optional.of(b), Optional.of(target), DEED),
        REVOKED.plusSeconds(10));
    note(shown, 10);
    http.decide(new NoteActivity(EVA_AT_CONTOSO, by("moved"), target, b), REVOKED.plusSeconds(20));
    note(shown, 20);
    http.decide(new EndSession(EVA_AT_CONTOSO, by("out"), target, b), REVOKED.plusSeconds(30));
    note(shown, 30);
    http.clock().set(REVOKED.plusSeconds(40));
    anna.post("/v1/tenants/contoso/requests/b/revoke", Bodies.decision("no")).ok();
    note(shown, 40);
    http.clock().set(NOON);

    shown.forEach((then, all) -> assertThat(sessionsAt(then)).as("%s", then).isEqualTo(all));
    assertThat(shown.values().stream().distinct()).hasSize(shown.size());
    assertThat(ids(anna.get(at(SESSIONS, REVOKED.plusSeconds(1))).ok())).containsExactly("gateway");
    assertThat(ids(anna.get(at(SESSIONS, REVOKED)).ok())).isEmpty();
  }

  private void start(
      RequestId request,
      SessionId session,
      Optional<ResourceName> target,
      Optional<SessionId> through,
      int seconds) {
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO, by("start-" + session), session, request, target, through, CONNECTION),
        REVOKED.plusSeconds(seconds));
  }

  private static Attempt by(String decision) {
    return new Attempt(GATEWAY, new DecisionId(decision));
  }

  /** What is read of sessions at that time. */
  private void note(Map<Instant, List<JsonNode>> shown, int seconds) {
    var then = REVOKED.plusSeconds(seconds);
    http.clock().set(then);
    shown.put(then, sessions(""));
  }

  private List<JsonNode> sessionsAt(Instant then) {
    return sessions("?asOf=" + then);
  }

  private List<JsonNode> sessions(String query) {
    var requests = "/v1/tenants/contoso/requests/";
    return Stream.of(SESSIONS, requests + "a/sessions", requests + "b/sessions")
        .map(path -> anna.get(path + query).ok())
        .toList();
  }

  private static List<String> ids(JsonNode page) {
    var all = new ArrayList<String>();
    page.path("items").forEach(one -> all.add(one.path("id").asText()));
    return all;
  }

  private static void isAllowedBy(JsonNode entitlement, String... requests) {
    assertThat(entitlement.path("requests")).extracting(JsonNode::asText).containsExactly(requests);
  }

  private JsonNode held(Instant then) {
    return anna.get(HELD + "?asOf=" + then).ok().path("items");
  }

  private String state(String path) {
    return anna.get(path).ok().path("state").asText();
  }

  private static String at(String path, Instant then) {
    return path + "?asOf=" + then;
  }
}
