package dev.lockbox.local.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rerun.Comparison;
import dev.lockbox.domain.rerun.Reception.CustomerAsked;
import dev.lockbox.domain.rerun.Rerun;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.local.cli.Ran;
import dev.lockbox.local.data.DataDirectory;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.intake.RequestFile;
import dev.lockbox.local.people.Cast;
import dev.lockbox.local.signing.KeyFile;
import dev.lockbox.local.tenant.Applied;
import dev.lockbox.local.tenant.Applied.Changed;
import dev.lockbox.local.tenant.Applied.Unchanged;
import dev.lockbox.local.tenant.PastRequests;
import dev.lockbox.local.tenant.TenantApply;
import dev.lockbox.local.tenant.TenantLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole lockbox on one data directory, through everything that can happen to it. In this order,
 * because what was asked of one run must be found in the next.
 */
@TestMethodOrder(OrderAnnotation.class)
class LocalIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration REGISTRY_BACK_WITHIN = Duration.ofMinutes(3);
  private static final int CROWD = 40;
  private static final Map<String, String> DEFAULTS = Map.of();
  private static final Map<String, String> SHORT_WINDOW = Map.of("LOCKBOX_PENDING_WINDOW", "PT3S");

  @TempDir static Path directory;
  private static DataDirectory data;
  private static UpProcess up;

  @BeforeAll
  static void start() throws IOException {
    data = new DataDirectory(directory.resolve("lockbox"));
    up = UpProcess.start(data, DEFAULTS);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    up.kill();
  }

  @Test
  @Order(1)
  void aNewcomerSeesRequestsInEveryStateThatNeedsNoWaiting() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(anna().states().values())
                    .contains(
                        "CUSTOMER_NOTIFIED",
                        "ACTIVE",
                        "DENIED",
                        "WITHDRAWN",
                        "CANCELLED",
                        "REVOKED",
                        "ENDED"));
    assertThat(up.said()).as("nobody in the story was refused").doesNotContain(" could not ");
  }

  @Test
  @Order(2)
  void aRequestTravelsTheWholeLockbox() throws Exception {
    var id = ask();
    await().atMost(SOON).until(() -> anna().stateOf(id).equals("CUSTOMER_NOTIFIED"));
    await().atMost(SOON).until(() -> mailsAbout(id, "anna").size() == 1);
    await().atMost(SOON).until(() -> mailsAbout(id, "ben").size() == 1);

    var answer = anna().approve(id, 1);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("state").asText()).isEqualTo("ACTIVE");
    assertThat(Instant.parse(answer.body().path("accessUntil").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(475)), Instant.now().plus(Duration.ofHours(8)));
    await().atMost(SOON).until(() -> auditOf(id).size() == 2);
    await().atMost(SOON).until(() -> mailsAbout(id, "ben").size() == 2);
  }

  @Test
  @Order(3)
  void aSecondUpSaysSoAndLeavesTheFirstAlone() throws Exception {
    var second = UpProcess.begin(data, DEFAULTS);

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.said()).contains("in use by process");
    assertThat(up.isRunning()).isTrue();
    assertThat(anna().get("/requests").status()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void requestsGoOnWhileTheRegistryIsAway() throws Exception {
    var cache = directory.resolve("jit-cache");
    var formats = new Formats(RegistryConnection.connect(up.endpoints().schemaRegistry(), cache));
    try (var jit = new JitService(kafka(), formats, key())) {
      var before = ask(jit);
      await().atMost(SOON).until(() -> anna().stateOf(before).equals("CUSTOMER_NOTIFIED"));
      var killed = registry();
      killed.destroyForcibly();

      var meanwhile = ask(jit);
      await().atMost(SOON).until(() -> anna().stateOf(meanwhile).equals("CUSTOMER_NOTIFIED"));
      assertThat(anna().approve(meanwhile, 1).status()).isEqualTo(200);
      await().atMost(SOON).until(() -> auditOf(meanwhile).size() == 2);

      await()
          .atMost(REGISTRY_BACK_WITHIN)
          .ignoreExceptions()
          .until(() -> registry().pid() != killed.pid() && registryAnswers());
    }
  }

  @Test
  @Order(5)
  void aStopAndAStartKeepEverything() throws Exception {
    var before = anna().states();

    assertThat(up.stop()).isZero();
    assertThat(data.endpoints()).doesNotExist();
    up = UpProcess.start(data, SHORT_WINDOW);

    assertThat(anna().states()).isEqualTo(before);
    assertThatTheRecordIsWhole();
  }

  @Test
  @Order(6)
  void aRequestNobodyDecidesExpires() throws Exception {
    var id = ask();

    await().atMost(SOON).until(() -> anna().stateOf(id).equals("EXPIRED"));
    await().atMost(SOON).until(() -> auditOf(id).size() == 2);
    assertThat(anna().approve(id, 1).status()).isEqualTo(410);
  }

  /** The registry is paused, so that it cannot see its parent end: the next start must. */
  @Test
  @Order(7)
  void aKillInTheMiddleLosesNothingAndDoublesNothing() throws Exception {
    assertThat(up.stop()).isZero();
    up = UpProcess.start(data, DEFAULTS);
    var ids = new ArrayList<String>();
    try (var jit = new JitService(kafka(), formats(), key())) {
      for (int i = 0; i < CROWD; i++) {
        ids.add(ask(jit));
      }
    }
    signal("STOP", registry());
    up.kill();

    up = UpProcess.start(data, DEFAULTS);

    assertThat(up.said()).contains("ending a schema registry left behind");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              var states = anna().states();
              assertThat(ids).allMatch(id -> "CUSTOMER_NOTIFIED".equals(states.get(id)));
            });
    var opened = openings();
    assertThat(ids).allMatch(id -> opened.getOrDefault(id, 0L) == 1);
    await().atMost(SOON).untilAsserted(LocalIT::assertThatTheRecordIsWhole);
  }

  @Test
  @Order(8)
  void everyPastRequestIsOpenedOnceMoreUnderOtherRules() throws Exception {
    var tenant = contoso();
    var withoutLockbox = tenant.settings().with(Enrolment.OFF);
    var compared =
        new PastRequests(Cast.CONTOSO, kafka(), formats())
            .under(new Rerun(tenant, withoutLockbox, Deployment.DEFAULTS), Instant.EPOCH);

    assertThat(compared)
        .extracting(one -> one.request().value())
        .doesNotHaveDuplicates()
        .containsAll(anna().states().keySet());
    assertThat(compared)
        .filteredOn(one -> one.standing() instanceof CustomerAsked)
        .hasSizeGreaterThan(CROWD)
        .allMatch(Comparison::isNewlyGranted);
  }

  @Test
  @Order(9)
  void anotherIssuerIsNamedAndThePeopleOfTheFormerAreNobodyUntilItIsNamedAgain() throws Exception {
    var own = new Issuer(up.endpoints().issuer().toString());
    assertThat(anna().get("/requests").status()).isEqualTo(200);
    assertThat(nowSpeak(Set.of(new Issuer("https://another.example")))).isInstanceOf(Changed.class);
    await().atMost(SOON).until(() -> anna().get("/requests").status() == 401);
    assertThat(nowSpeak(Set.of(own))).isInstanceOf(Changed.class);
    await().atMost(SOON).until(() -> anna().get("/requests").status() == 200);
    assertThat(nowSpeak(Set.of(own))).isInstanceOf(Unchanged.class);
    assertThat(contoso().issuers()).containsExactly(own);
  }

  private static Applied nowSpeak(Set<Issuer> issuers) throws InterruptedException {
    return new TenantApply(kafka(), formats(), new PersonId("operator"), SOON)
        .apply(Cast.CONTOSO, contoso().membership(), Optional.of(issuers));
  }

  /** What the file says is set once; what was made from an older version than stands, never. */
  @Test
  @Order(10)
  void rulesKeptAsCodeAreTriedAndSetAndDriftFailsAJob() throws Exception {
    var standing = rulesWithEnrolment("TENANT");
    var wanted = rulesWithEnrolment("NOTHING");

    assertThat(ofRules("plan", "--drift", standing.toString()).exit()).isZero();
    assertThat(ofRules("plan", wanted.toString()).exit()).as("only --drift fails").isZero();
    var drift = ofRules("plan", "--drift", wanted.toString());
    assertThat(drift.exit()).isEqualTo(1);
    assertThat(drift.out()).contains("1 change\n", "/enrolment/scope: \"TENANT\" -> \"NOTHING\"");

    var gate = List.of("--newly-granted-max", "0");
    assertThat(ofRules("simulate", gate, standing.toString()).exit()).isZero();
    assertThat(ofRules("simulate", wanted.toString()).exit()).as("no gate, no failure").isZero();
    assertThat(ofRules("simulate", gate, wanted.toString()).exit()).isEqualTo(1);

    var asCarla = List.of("--as", "carla");
    assertThat(ofRules("apply", asCarla, wanted.toString()).out()).contains("holds");
    assertThat(ofRules("apply", asCarla, wanted.toString()).out()).contains("unchanged");
    assertThat(ofRules("plan", "--drift", wanted.toString()).exit()).isZero();
    var late = ofRules("apply", asCarla, standing.toString());
    assertThat(late.exit()).isEqualTo(1);
    assertThat(late.err()).contains("STALE_VERSION");
    var nobody = ofRules("apply", List.of("--as", "anna"), rulesWithEnrolment("TENANT").toString());
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.err()).contains("NOT_AN_ADMIN");
  }

  @Test
  @Order(11)
  void theCustomersIdIsTypedBeforeItIsEnabled() throws Exception {
    set("NOTHING");
    var ill = doctor();
    assertThat(ill.exit()).isEqualTo(1);
    assertThat(ill.out()).contains("BAD   enrolment");

    for (var typed : List.of("", "Contoso", "fabrikam", "yes")) {
      var wrong = Ran.typing(typed, enable());
      assertThat(wrong.exit()).as(typed).isEqualTo(1);
      assertThat(wrong.out()).contains("tenant     contoso", "NOTHING -> TENANT");
      assertThat(wrong.err()).contains("nothing is changed");
    }
    assertThat(contoso().settings().enrolment()).isEqualTo(Enrolment.OFF);

    assertThat(Ran.typing("contoso", enable()).exit()).isZero();
    assertThat(contoso().settings().enrolment()).isEqualTo(Enrolment.WHOLE_TENANT);
    var well = doctor();
    assertThat(well.exit()).as(well.out()).isZero();
    assertThat(well.out())
        .contains(
            "ok    requests    1 service(s) may publish, and must sign",
            "ok    activity    1 service(s) may publish, and must sign")
        .doesNotContain("BAD", "WARN");
  }

  @Test
  @Order(12)
  void whoIsSureTypesNothingAndNothingIsEnabledTwice() throws Exception {
    set("NOTHING");

    assertThat(Ran.typing("", enable("--yes")).exit()).isZero();
    var version = contoso().version();
    assertThat(contoso().settings().enrolment()).isEqualTo(Enrolment.WHOLE_TENANT);

    assertThat(Ran.typing("", enable()).out()).contains("behind the lockbox already");
    assertThat(contoso().version()).isEqualTo(version);
  }

  /** As they do by hand in the portal: known by a token, and not by their word. */
  @Test
  @Order(13)
  void anAdministratorKeepsRulesAsCodeOverTheApi() throws Exception {
    set("TENANT");
    var carla = List.of("--over", "api", "--as", "carla");
    await().atMost(SOON).until(() -> json(ofRules("show", carla)).equals(json(ofRules("show"))));
    var standing = rulesWithEnrolment("TENANT");
    var wanted = rulesWithEnrolment("NOTHING");

    var drift = ofRules("plan", carla, "--drift", "--output", "json", wanted.toString());
    assertThat(drift.exit()).isEqualTo(1);
    assertThat(json(drift).at("/changes/0/path").asText()).isEqualTo("/enrolment/scope");
    assertThat(json(drift).at("/changes/0/fromValue").asText()).isEqualTo("TENANT");
    assertThat(json(drift).at("/changes/0/value").asText()).isEqualTo("NOTHING");

    for (var person : List.of("anna", "femi", "eva")) {
      var as = List.of("--over", "api", "--as", person);
      var no = ofRules("apply", as, wanted.toString());
      assertThat(no.exit()).as(person).isEqualTo(1);
      assertThat(no.out()).as(person).isEmpty();
    }
    assertThat(contoso().settings().enrolment()).isEqualTo(Enrolment.WHOLE_TENANT);

    var set = ofRules("apply", carla, "--output", "json", wanted.toString());
    assertThat(set.exit()).as(set.err()).isZero();
    assertThat(json(set).at("/settings/enrolment/scope").asText()).isEqualTo("NOTHING");
    assertThat(ofRules("apply", carla, wanted.toString()).out()).contains("unchanged");
    assertThat(ofRules("plan", carla, "--drift", wanted.toString()).exit()).isZero();
    assertThat(ofRules("apply", carla, standing.toString()).err()).contains("STALE_VERSION");
    assertThat(ofRules("confirm", carla, "1").exit()).isEqualTo(1);

    var enable = new ArrayList<>(List.of("enable", "--tenant", "contoso"));
    enable.addAll(carla);
    assertThat(Ran.typing("no", here(enable)).exit()).isEqualTo(1);
    assertThat(Ran.typing("contoso", here(enable)).exit()).isZero();
    assertThat(contoso().settings().enrolment()).isEqualTo(Enrolment.WHOLE_TENANT);
  }

  @Test
  @Order(14)
  void whatIsPrintedForPeopleIsPrintedForProgramsToo() throws Exception {
    set("NOTHING");
    var ill = Ran.of(here(List.of("doctor", "--tenant", "contoso", "--output", "json")));
    assertThat(ill.exit()).isEqualTo(1);
    assertThat(json(ill).path("isWell").asBoolean()).isFalse();
    assertThat(json(ill).at("/symptoms/6/about").asText()).isEqualTo("enrolment");

    var enabled = Ran.typing("contoso", enable("--output", "json"));
    assertThat(enabled.err()).as("is asked beside the answer").contains("Type the tenant's id");
    assertThat(json(enabled).at("/settings/enrolment/scope").asText()).isEqualTo("TENANT");

    var topics = Ran.of(here(List.of("topics", "check", "--output", "json")));
    assertThat(json(topics).path("problems")).isEmpty();
    assertThat(json(Ran.of(here(List.of("quarantine", "list", "--output", "json"))))).isEmpty();
    assertThat(json(Ran.of(here(List.of("roles", "list")))).path("roles")).isNotEmpty();
    assertThat(Ran.of(here(List.of("roles", "list", "--output", "table"))).out())
        .contains("/roles/0/id  ");
    assertThat(ofRules("show", "--output", "table").out())
        .contains("/settings/enrolment/scope  \"TENANT\"");

    var changes = List.of("--type", "SettingsChanged", "--actor", "carla", "--limit", "1");
    await().atMost(SOON).untilAsserted(() -> assertThat(json(events("json", changes))).hasSize(1));
    assertThat(events("table", changes).out()).contains("SettingsChanged", "by carla");
    assertThat(events("table", List.of("--limit", "1")).err())
        .contains("there may be more: --limit");

    var file =
        Files.writeString(
            directory.resolve("fabrikam.yml"),
            "{tenant: fabrikam, plan: Premier, approvers: [{id: femi, mail: femi@new.example}]}");
    var applied = Ran.of(here(List.of("tenant", "apply", file.toString(), "--output", "json")));
    assertThat(json(applied).at("/members/approvers/0").asText()).isEqualTo("femi");
  }

  /** By the same producer, in the same words: only the signature is not there, or not its own. */
  @Test
  @Order(15)
  void whatNobodySignedIsQuarantinedAndOpensNothing() throws Exception {
    String unsigned;
    try (var stranger = new JitService(kafka(), formats(), Optional.empty())) {
      unsigned = ask(stranger);
    }
    var file = directory.resolve("strangers.pem").toString();
    assertThat(Ran.of("keys", "new", file).exit()).isZero();
    var forged =
        Ran.of(here(List.of("request", "--tenant", "contoso", "--key", file, "--wait", "PT0S")));
    assertThat(forged.exit()).isZero();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Ran.of(here(List.of("quarantine", "list"))).out())
                    .contains("  UNSIGNED  ", "  FALSELY_SIGNED  ", "  freezes nobody"));

    var signed = Ran.of(here(List.of("request", "--tenant", "contoso")));
    assertThat(signed.exit()).isZero();
    var id = signed.out().strip();
    await().atMost(SOON).until(() -> anna().stateOf(id).equals("CUSTOMER_NOTIFIED"));
    for (var other : List.of(unsigned, forged.out().strip())) {
      assertThat(anna().get("/requests/" + other).status()).isEqualTo(404);
    }
  }

  @Test
  @Order(16)
  void whatAnotherSaysInAGatewaysNameIsNotShownAsDone() throws Exception {
    var key = directory.resolve("another-gateways.pem").toString();
    assertThat(Ran.of("keys", "new", key).exit()).isZero();
    assertThat(told("/clusters/contoso-1/ns/forged", List.of("--key", key)).exit()).isZero();
    assertThat(told("/clusters/contoso-1/ns/seen", List.of()).exit()).isZero();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(anna().get("/activity").body().toString()).contains("ns/seen"));
    assertThat(anna().get("/activity").body().toString()).doesNotContain("ns/forged");
    assertThat(Ran.of(here(List.of("quarantine", "list"))).out())
        .containsPattern("lockbox.activity/.*FALSELY_SIGNED");
  }

  /** As operators do it in the log: what was agreed to is set once, however often it is sent. */
  @Test
  @Order(17)
  void whoAgreesToRulesOnceMoreSetsNothingOnceMore() throws Exception {
    makeApproversAdministratorsToo();
    var two = rules("two", settings -> settings.put("secondPersonRequired", true));
    assertThat(ofRules("apply", List.of("--as", "carla"), two.toString()).exit()).isZero();
    var tickets = rules("tickets", settings -> settings.put("ticketRequired", true));
    var proposed = ofRules("apply", List.of("--as", "carla"), tickets.toString());
    assertThat(proposed.out()).contains("waits for a second person");
    var proposal = Long.toString(contoso().version());

    var asBen = List.of("--as", "ben", "--decision-id", "ben-agrees");
    var agreed = ofRules("confirm", asBen, proposal);
    assertThat(agreed.exit()).as(agreed.err()).isZero();
    assertThat(agreed.out()).contains("holds");
    var version = contoso().version();
    assertThat(contoso().settings().isTicketRequired()).isTrue();

    var again = ofRules("confirm", asBen, proposal);
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.out()).contains("taken down before");
    for (var another : List.of(List.of("--as", "ben"), List.of("--as", "anna"))) {
      var late = ofRules("confirm", another, proposal);
      assertThat(late.exit()).isEqualTo(1);
      assertThat(late.err()).contains("NO_SUCH_PROPOSAL");
    }
    assertThat(contoso().version()).isEqualTo(version);
  }

  /** What is to be signed in for is shown before it is asked for, and is what is published. */
  @Test
  @Order(18)
  void anEngineersTokenCanBeForTheOneRecordThatItComesWith() {
    var asked = List.of("request", "--tenant", "contoso", "--wait", "PT0S", "--assertion", "-");
    var typed = Ran.typing("  the.token.for-it ", here(asked));
    assertThat(typed.exit()).as(typed.err()).isZero();
    var none = Ran.typing("", here(asked));
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("nonce: ", "nothing is published");
    assertThat(none.out()).isEmpty();
    assertThatTheTokenIsOnWhatWasShown("the.token.for-it", typed);

    var over = List.of("tell", "withdrawn", typed.out().strip(), "--engineer", "eva");
    var told = new ArrayList<>(over);
    told.addAll(List.of("--tenant", "contoso", "--assertion", "-"));
    var withdrawn = Ran.typing("another.token.for-it", here(told));
    assertThat(withdrawn.exit()).as(withdrawn.err()).isZero();
    assertThatTheTokenIsOnWhatWasShown("another.token.for-it", withdrawn);
  }

  private static void assertThatTheTokenIsOnWhatWasShown(String token, Ran ran) {
    var published = log().newestPublication();
    var publication = new Publication(published.topic(), published.key(), published.value());
    assertThat(published.headers().lastHeader(Headers.ASSERTION).value())
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(token);
    assertThat(ran.err()).contains("nonce: " + publication.asserted() + "\n");
  }

  private static void makeApproversAdministratorsToo() throws InterruptedException {
    var now = contoso().membership();
    var admins = new HashSet<>(now.admins());
    admins.addAll(now.approvers());
    assertThat(
            new TenantApply(kafka(), formats(), new PersonId("operator"), SOON)
                .apply(
                    Cast.CONTOSO,
                    now.withMembers(now.approvers(), admins, now.auditors()),
                    Optional.empty()))
        .isInstanceOf(Changed.class);
  }

  /** As demo-gateway, which the local lockbox names. */
  private static Ran told(String resource, List<String> options) throws IOException {
    var file =
        Files.writeString(
            directory.resolve("told.json"),
            """
            {"engineer": "eva", "records": [{"kind": "action", "action":
              {"action": "k8s.pod.logs", "resource": "%s"}}]}
            """
                .formatted(resource));
    var arguments =
        new ArrayList<>(List.of("activity", "--tenant", "contoso", "--file", file.toString()));
    arguments.addAll(options);
    return Ran.of(here(arguments));
  }

  private static JsonNode json(Ran ran) throws IOException {
    return new ObjectMapper().readTree(ran.out());
  }

  private static void set(String scope) throws IOException {
    var set = ofRules("apply", List.of("--as", "carla"), rulesWithEnrolment(scope).toString());
    assertThat(set.exit()).as(set.err()).isZero();
  }

  /** The rules that hold, in a file, but for what of the customer is behind the lockbox. */
  private static Path rulesWithEnrolment(String scope) throws IOException {
    return rules(scope, settings -> ((ObjectNode) settings.path("enrolment")).put("scope", scope));
  }

  private static Path rules(String name, Consumer<ObjectNode> change) throws IOException {
    var shown = new ObjectMapper().readTree(ofRules("show").out());
    change.accept((ObjectNode) shown.path("settings"));
    return Files.writeString(directory.resolve(name + ".json"), shown.toString());
  }

  private static Ran ofRules(String verb, String... more) {
    return ofRules(verb, List.of(), more);
  }

  private static Ran ofRules(String verb, List<String> options, String... more) {
    var arguments = new ArrayList<>(List.of("settings", verb, "--tenant", "contoso"));
    arguments.addAll(options);
    arguments.addAll(List.of(more));
    return Ran.of(here(arguments));
  }

  private static Ran events(String output, List<String> options) {
    var arguments = new ArrayList<>(List.of("events", "--tenant", "contoso", "--as", "carla"));
    arguments.addAll(options);
    arguments.addAll(List.of("--output", output));
    return Ran.of(here(arguments));
  }

  private static Ran doctor() {
    return Ran.of(here(List.of("doctor", "--tenant", "contoso")));
  }

  private static String[] enable(String... more) {
    var arguments = new ArrayList<>(List.of("enable", "--tenant", "contoso", "--as", "carla"));
    arguments.addAll(List.of(more));
    return here(arguments);
  }

  private static String[] here(List<String> arguments) {
    return Stream.concat(arguments.stream(), Stream.of("--data", data.toString()))
        .toArray(String[]::new);
  }

  private static Registered contoso() {
    try (var log = new TenantLog(Cast.CONTOSO, kafka(), formats())) {
      return (Registered) log.standing();
    }
  }

  private static void assertThatTheRecordIsWhole() throws Exception {
    var events = log().events().stream().map(Recorded::sequence).toList();
    assertThat(events)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    var audited =
        log().audit().stream().map(entry -> entry.at("/metadata/sequence").asLong()).toList();
    assertThat(audited).isEqualTo(events);
  }

  private static Map<String, Long> openings() throws Exception {
    return log().events().stream()
        .filter(entry -> entry.event() instanceof RequestOpened)
        .map(entry -> entry.event().about().map(RequestId::value).orElseThrow())
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
  }

  private static List<String> auditOf(String id) throws Exception {
    return log().audit().stream()
        .map(Object::toString)
        .filter(entry -> entry.contains(id))
        .toList();
  }

  private static List<Path> mailsAbout(String id, String person) throws IOException {
    var about = new ArrayList<Path>();
    try (var mails = Files.list(data.mail())) {
      for (var mail :
          mails.filter(one -> one.toString().endsWith(person + "@contoso.example.eml")).toList()) {
        if (text(mail).contains(id)) {
          about.add(mail);
        }
      }
    }
    return about;
  }

  /** With the line breaks of quoted-printable undone, which may fall into the middle of an id. */
  private static String text(Path mail) throws IOException {
    return Files.readString(mail, StandardCharsets.UTF_8).replace("=\r\n", "");
  }

  private static String ask() throws InterruptedException {
    try (var jit = new JitService(kafka(), formats(), key())) {
      return ask(jit);
    }
  }

  private static String ask(JitService jit) throws InterruptedException {
    var plausible = RequestFile.plausible(Cast.CONTOSO);
    jit.ask(plausible.request(), plausible.asked());
    return plausible.request().value();
  }

  /** By which the demo's JIT service signs. */
  private static Optional<SigningKey> key() {
    return Optional.of(KeyFile.read(data.jitServiceKey()).both());
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", up.endpoints().bootstrapServers());
  }

  private static Formats formats() {
    return new Formats(RegistryConnection.direct(up.endpoints().schemaRegistry(), Map.of()));
  }

  private static Client anna() {
    return new Client(up.endpoints(), "contoso", "anna");
  }

  private static Log log() {
    return new Log(up.endpoints(), Cast.CONTOSO);
  }

  private static boolean registryAnswers() throws Exception {
    return !RegistryConnection.direct(up.endpoints().schemaRegistry(), Map.of())
        .getAllSubjects()
        .isEmpty();
  }

  private static ProcessHandle registry() throws IOException {
    var note = new Properties();
    try (var in = Files.newBufferedReader(data.registry().resolve("registry.properties"))) {
      note.load(in);
    }
    return ProcessHandle.of(Long.parseLong(note.getProperty("process.id"))).orElseThrow();
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
