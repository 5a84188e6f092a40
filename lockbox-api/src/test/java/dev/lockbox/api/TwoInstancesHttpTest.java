package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.api.signin.SealKey;
import dev.lockbox.api.view.Owner;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two instances: the door, where everybody calls, and which keeps the views of the provider and of
 * Fabrikam; and the keeper of Contoso's.
 */
class TwoInstancesHttpTest {
  private static final String PATH = "/v1/tenants/contoso/requests/req-1";
  private static final String PAGE = "/portal/tenants/contoso/requests/req-1";
  private static final String AZURE =
      "/subscriptions/contoso/providers/Microsoft.CustomerLockbox/requests";
  private static final String NONCE = "{\"nonce\":\"0123456789abcdef\"}";
  private static final int READS_MAX = 20;
  private static final int CHANGES_MAX = 4;

  private static HttpRig door;
  private static HttpRig keeper;

  private final HttpCaller anna = door.caller("anna", CONTOSO, "approver", "admin");
  private final HttpCaller gateway = door.caller(GATEWAY.value(), History.PROVIDER, "gateway");

  @BeforeAll
  static void start() {
    var shared =
        Map.<String, Object>of(
            "lockbox.view.address",
            "http://127.0.0.1:8",
            "lockbox.hop.key-file",
            SealKey.ofANewKey().toString(),
            "lockbox.signin.key-file",
            SealKey.ofANewKey().toString(),
            "lockbox.signin.url",
            "http://127.0.0.1:8");
    door = HttpRig.start(shared);
    keeper = HttpRig.start(withFewCalls(shared));
  }

  private static Map<String, Object> withFewCalls(Map<String, Object> shared) {
    var settings = new HashMap<>(shared);
    settings.put("lockbox.api.rates.changes", CHANGES_MAX);
    settings.put("lockbox.api.rates.reads", READS_MAX);
    return settings;
  }

  @AfterAll
  static void stop() {
    door.close();
    keeper.close();
  }

  @BeforeEach
  void contosoIsAtTheKeepers() {
    door.forget();
    keeper.forget();
    door.owners().keeps(CONTOSO, atTheKeepers());
    keeper.owners().keeps(History.PROVIDER, atTheDoor());
    keeper.owners().keeps(FABRIKAM, atTheDoor());
    door.registerProvider();
    keeper.requestOfContoso();
  }

  @Test
  void whatIsReadAtTheDoorIsTheKeepersAnswer() {
    var there = anna.get(PATH);
    var here = keeper.caller("anna", CONTOSO, "approver").get(PATH);
    assertThat(there.ok()).isEqualTo(here.ok());
    assertThat(there.header("ETag")).isPresent().isEqualTo(here.header("ETag"));
    assertThat(there.response().headers().allValues("Content-Type"))
        .isEqualTo(here.response().headers().allValues("Content-Type"));
    var held = anna.saying("If-None-Match", there.header("ETag").orElseThrow()).get(PATH);
    assertThat(held.status()).isEqualTo(304);
    assertThat(anna.send("HEAD", PATH, "").status()).isEqualTo(200);
    anna.get(PATH + "x").refused(404, "NO_SUCH_REQUEST");
    assertThat(anna.get(PATH + "/events?limit=1").ok().path("items")).hasSize(1);
    var either = "/v1/tenants/contoso/events?type=RequestDenied&type=RequestOpened";
    assertThat(anna.get(either).ok().path("items")).hasSize(1);
    assertThat(anna.get(AZURE).ok().path("value")).hasSize(1);
  }

  /** Whose keys count is the customer's; whose leases count is every instance's own. */
  @Test
  void whatSignaturesAreCheckedByIsReadAtTheDoorToo() {
    var keys = "/.well-known/lockbox/contoso/approvers";
    var there = anna.get(keys);
    assertThat(there.ok()).isEqualTo(keeper.caller("anna", CONTOSO, "approver").get(keys).ok());
    door.anybody().get(keys).refused(401, "UNAUTHENTICATED");
    var own = "/.well-known/jwks.json";
    assertThat(anna.get(own).ok()).isNotEqualTo(keeper.anybody().get(own).ok());
  }

  @Test
  void aDecisionThatIsAskedForAtTheDoorIsMadeOnceByTheKeeper() {
    var yes = Bodies.decision("yes", 1);
    for (var again = 0; again < 2; again++) {
      assertThat(anna.post(PATH + "/approve", yes).ok().path("state").asText()).isEqualTo("ACTIVE");
    }
    assertThat(keeper.log().appended()).isEqualTo(1);
    assertThat(door.log().appended()).isZero();
    anna.post(PATH + "/approve", Bodies.decision("yes", 7)).refused(409, "DECISION_ID_REUSED");
  }

  @Test
  void whatBecameOfAChangeOfRulesIsToldAtTheDoor() {
    var settings = "/v1/tenants/contoso/settings";
    var now = anna.get(settings).ok().path("settings");
    var asked = ((ObjectNode) now.deepCopy()).put("ticketRequired", true);
    anna.put(settings, Bodies.settings("s-1", asked)).refused(403, "NOT_AN_ADMIN");
    anna.get(settings + "/decisions/s-1").refused(403, "NOT_AN_ADMIN");
    assertThat(
            PortalVisitor.signedIn(door, "anna", CONTOSO, "approver")
                .open("/portal/tenants/contoso/settings?decision=s-1")
                .verdict())
        .contains("administrators");
  }

  @Test
  void whatHappensAtTheKeepersIsHeardAtTheDoor() throws IOException {
    try (var heard = anna.hear("/v1/tenants/contoso/events/stream")) {
      assertThat(heard.next("alive").data().path("sequence").asLong()).isEqualTo(2);
      anna.post(PATH + "/approve", Bodies.decision("yes", 1)).ok();
      assertThat(heard.next("event").id()).isEqualTo("3");
      try (var ends = gateway.hear("/v1/tenants/contoso/revocations/stream")) {
        ends.next("alive");
        anna.post(PATH + "/revoke", Bodies.decision("enough")).ok();
        assertThat(ends.next("revocation").data().path("request").asText()).isEqualTo("req-1");
      }
    }
  }

  @Test
  void pagesAndTheirFormsAreTheKeepers() {
    var ben = PortalVisitor.signedIn(door, "ben", CONTOSO, "approver");
    var page = ben.open(PAGE);
    assertThat(page.text()).contains("Waiting for a decision");
    assertThat(ben.submit(page.form("Approve")).verdict()).contains("You said yes");
    assertThat(ben.get(PAGE + "x").status()).isEqualTo(404);
    var forged = ben.send(page.form("Deny").with("csrf", "of-somebody-else"));
    assertThat(forged.status()).isEqualTo(403);
  }

  @Test
  void aGatewayIsAnsweredFromTheCustomersViewThoughItsOwnIsAtTheDoor() {
    anna.post(PATH + "/approve", Bodies.decision("yes", 1)).ok();
    assertThat(gateway.post(PATH + "/lease", NONCE).ok().path("lease").asText()).isNotBlank();
    door.caller("somebody", History.PROVIDER, "gateway")
        .post(PATH + "/lease", NONCE)
        .refused(403, "NO_ROLE");
    door.caller("carla", History.PROVIDER, "admin").get("/v1/provider/requests/contoso").ok();
    var asked = gateway.post("/access/v1/evaluation", "{%s}".formatted(ofContoso())).ok();
    assertThat(asked.path("decision").asBoolean()).isTrue();
  }

  @Test
  void questionsAtOnceAreEachAnsweredFromTheirCustomersView() {
    door.register(FABRIKAM);
    anna.post(PATH + "/approve", Bodies.decision("yes", 1)).ok();
    var many =
        "{\"evaluations\":[{%s},{%s},{}]}"
            .formatted(ofContoso(), ofContoso().replace("contoso", "fabrikam"));
    var answers = gateway.post("/access/v1/evaluations", many).ok().path("evaluations");
    assertThat(answers.findValuesAsText("decision")).containsExactly("true", "false", "false");
    assertThat(answers.get(0).path("context").path("request").asText()).isEqualTo("req-1");
    assertThat(answers.get(1).path("context").path("reasons").toString()).contains("NOT_GRANTED");

    door.owners().keeps(CONTOSO, new Owner.Nobody());
    var nobody = gateway.post("/access/v1/evaluation", "{%s}".formatted(ofContoso())).ok();
    assertThat(nobody.path("decision").asBoolean(true)).isFalse();
    assertThat(nobody.path("context").path("reasons").toString()).contains("NOT_READY");
  }

  @Test
  void whoIsTurnedAwayIsSoAtTheDoorAndACallIsCountedThereAlone() {
    door.anybody().get(PATH).refused(401, "UNAUTHENTICATED");
    for (var call = 0; call <= READS_MAX; call++) {
      anna.get(PATH).ok();
    }
    var direct = keeper.caller("otto", CONTOSO, "approver");
    for (var call = 0; call < CHANGES_MAX; call++) {
      assertThat(direct.saying("Lockbox-Hop", "1.forged").post(PATH + "/ask", "{}").status())
          .isEqualTo(400);
    }
    direct
        .saying("Lockbox-Hop", "1.forged")
        .post(PATH + "/ask", "{}")
        .refused(429, "TOO_MANY_CALLS");
  }

  /** The door keeps nothing of Contoso's, and asks or passes on. */
  @Test
  void whoSpeaksForACustomerIsLookedUpWhereItIsKept() {
    var ben = PortalVisitor.signedIn(door, "ben", CONTOSO, "approver");
    ben.open(PAGE);
    keeper.decide(
        new ChangeIssuers(
            CONTOSO,
            new Attempt(OPERATOR, new DecisionId("another-issuer")),
            Set.of(new Issuer("https://another.example")),
            Optional.empty()),
        MORNING);
    anna.get(PATH).refused(401, "UNAUTHENTICATED");
    anna.post(PATH + "/deny", Bodies.decision("no")).refused(401, "UNAUTHENTICATED");
    assertThat(ben.get(PAGE).status()).isEqualTo(303);
    var again = door.browser().arrive(PAGE, "ben", CONTOSO, "approver");
    assertThat(again.status()).isEqualTo(403);
    assertThat(keeper.log().appended()).isZero();
  }

  /** The header lets nobody in, and takes nobody on. */
  @Test
  void whatOnlySaysThatItWasPassedOnIsAnsweredHereOrNotAtAll() {
    var liar = door.caller("anna", CONTOSO, "approver").saying("Lockbox-Hop", "1.forged");
    unanswered(liar.get(PATH));
    liar.get("/hop/registrations/contoso").refused(404, "NOT_FOUND");
    keeper.anybody().get("/hop/registrations/contoso").refused(404, "NOT_FOUND");
    keeper.anybody().saying("Lockbox-Hop", "1.forged").get(PATH).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void whileNobodyHasItOrNobodyAnswersThereIsNoAnswerAndNoWrongOne() {
    var ben = PortalVisitor.signedIn(door, "ben", CONTOSO, "approver");
    door.owners().keeps(CONTOSO, new Owner.Nobody());
    unanswered(anna.get(PATH));
    unanswered(anna.post(PATH + "/deny", Bodies.decision("no")));
    var page = ben.get(PAGE);
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
    var azure = anna.get(AZURE).is(503);
    assertThat(azure.path("error").path("code").asText()).isEqualTo("ELSEWHERE");

    door.owners().keeps(CONTOSO, nobodysAddress());
    unanswered(anna.get(PATH));
    unanswered(anna.post(PATH + "/deny", Bodies.decision("no")));
    assertThat(keeper.log().appended()).isZero();
  }

  @Test
  void aGatewayIsNotAnsweredWhileNobodyKnowsTheProvider() {
    keeper.owners().keeps(History.PROVIDER, nobodysAddress());
    unanswered(gateway.post(PATH + "/lease", NONCE));
  }

  @Test
  void whatHasMovedIsTriedOnceMoreAndNeverPassedToAndFro() {
    door.owners().keeps(CONTOSO, nobodysAddress(), nobodysAddress(), atTheKeepers());
    anna.get(PATH).ok();
    door.owners().keeps(CONTOSO, nobodysAddress(), nobodysAddress(), new Owner.Here());
    door.requestOfContoso();
    anna.post(PATH + "/approve", Bodies.decision("yes", 1)).ok();
    assertThat(door.log().appended()).isEqualTo(1);

    door.owners().keeps(CONTOSO, atTheKeepers());
    keeper.owners().keeps(CONTOSO, atTheDoor());
    unanswered(anna.get(PATH));
    keeper.owners().keeps(CONTOSO, new Owner.Nobody(), new Owner.Here());
    anna.get(PATH).ok();
  }

  /** What was sent may have been taken down: nobody sends it again but who asked. */
  @ParameterizedTest
  @ValueSource(strings = {"deny", "approve"})
  void aDecisionWhoseAnswerIsLostMayHaveBeenMade(String what) throws IOException {
    try (var deaf = new Stranger("")) {
      door.owners().keeps(CONTOSO, new Owner.There(deaf.address()));
      anna.post(PATH + "/" + what, Bodies.decision("d", 1)).refused(503, "OUTCOME_UNKNOWN");
      assertThat(deaf.calls()).isEqualTo(1);
      unanswered(anna.get(PATH));
    }
  }

  /** Whoever listens must not take it for the end, or for silence. */
  @Test
  void whatIsHeardIsCutOffWhenItsKeeperGoes() throws IOException {
    var begun =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "34\r\nevent: alive\ndata: {\"sequence\":1,\"goodUntil\":null}\n\n\r\n";
    try (var going = new Stranger(begun)) {
      door.owners().keeps(CONTOSO, new Owner.There(going.address()));
      try (var heard = anna.hear("/v1/tenants/contoso/events/stream")) {
        heard.next("alive");
        heard.next("broken");
      }
    }
  }

  private static void unanswered(Answer answer) {
    answer.refused(503, "ELSEWHERE");
    assertThat(answer.header("Retry-After")).contains("2");
  }

  private static String ofContoso() {
    return """
    "subject":{"type":"engineer","id":"eva"},"action":{"name":"k8s.pod.logs"},\
    "resource":{"type":"k8s","id":"%s","properties":{"tenant":"contoso"}}\
    """
        .formatted(TARGET.value());
  }

  private static Owner atTheKeepers() {
    return new Owner.There(keeper.base());
  }

  private static Owner atTheDoor() {
    return new Owner.There(door.base());
  }

  /** Nothing listens there. */
  private static Owner nobodysAddress() {
    try (var socket = new ServerSocket(0)) {
      return new Owner.There(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads the head of what is asked, says the same each time, and hangs up. */
  private static final class Stranger implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0);
    private final AtomicInteger calls = new AtomicInteger();
    private final String says;

    Stranger(String says) throws IOException {
      this.says = says;
      Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
      while (!socket.isClosed()) {
        try (var call = socket.accept()) {
          if (heard(call)) {
            calls.incrementAndGet();
            call.getOutputStream().write(says.getBytes(US_ASCII));
          }
        } catch (IOException closed) {
          return;
        }
      }
    }

    /** False where whoever called has gone. */
    private static boolean heard(Socket call) throws IOException {
      var head = new StringBuilder();
      for (var next = call.getInputStream().read();
          next != -1;
          next = call.getInputStream().read()) {
        head.append((char) next);
        if (head.indexOf("\r\n\r\n") != -1) {
          return true;
        }
      }
      return false;
    }

    int calls() {
      return calls.get();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
