package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.Elsewhere;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T8: what the API shows is the same, letter by letter, in every zone and language. */
@ExtendWith(OneHttpRig.class)
class ShownElsewhereHttpTest {
  private static final String TENANT = "/v1/tenants/contoso";

  private final HttpRig http;

  /** Something of each kind, at times when clocks change somewhere. */
  ShownElsewhereHttpTest(HttpRig http) {
    this.http = http;
    var admins = http.caller("carla", CONTOSO, "admin");
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    http.openDetailed(new RequestId(CONTOSO, "detailed"));
    for (var turn : Elsewhere.CLOCKS_CHANGE) {
      http.open(CONTOSO, "r-" + turn.getEpochSecond(), turn.minusSeconds(7_200));
    }
    http.open(CONTOSO, "granted");
    var request = new RequestId(CONTOSO, "granted");
    var yes = new Attempt(ANNA, new DecisionId("yes"));
    http.decide(new Approve(request, yes, Optional.empty(), 1, Optional.empty()), MORNING);
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            new Attempt(GATEWAY, new DecisionId("start")),
            new SessionId("I"),
            request,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
    var settings = admins.get(TENANT + "/settings").ok().path("settings").deepCopy();
    ((ObjectNode) settings).set("policy", SetRules.everyPart());
    admins.put(TENANT + "/settings", Bodies.settings("s-1", settings)).ok();
  }

  @Test
  void everythingIsShownInTheSameLettersElsewhere() throws Exception {
    var requests =
        Stream.concat(
            Stream.of("detailed", "granted"),
            Elsewhere.CLOCKS_CHANGE.stream().map(turn -> "r-" + turn.getEpochSecond()));
    var paths =
        Stream.concat(
                Stream.of(
                    "/settings",
                    "/requests",
                    "/sessions",
                    "/activity",
                    "/events",
                    "/requests/granted/sessions",
                    "/exclusions"),
                requests.flatMap(id -> Stream.of("/requests/" + id, "/requests/" + id + "/events")))
            .toList();
    Elsewhere.theSame(() -> shown(paths));
  }

  private List<String> shown(List<String> paths) {
    var anna = http.caller("anna", CONTOSO, "approver");
    return paths.stream()
        .map(
            path -> {
              var answer = anna.get(TENANT + path);
              assertThat(answer.status()).as(path).isEqualTo(200);
              return answer.text();
            })
        .toList();
  }

  @Test
  void aNoIsSaidInTheSameLettersElsewhere() throws Exception {
    var anna = http.caller("anna", CONTOSO, "approver");
    var approve = TENANT + "/requests/granted/approve";
    Elsewhere.theSame(
        () ->
            List.of(
                said(anna.post(approve, Bodies.decision("d-1", 7))),
                said(anna.get(TENANT + "/requests?limit=1000")),
                said(anna.get(TENANT + "/requests/nothing")),
                said(anna.post(approve, "{\"decisionId\":\"ı\",\"ifVersion\":1}"))));
  }

  /** But for the name of this very answer. */
  private static String said(Answer no) {
    var problem = no.is(no.status());
    return "%s %s %s %s"
        .formatted(
            no.status(),
            problem.path("code").asText(),
            problem.path("title").asText(),
            problem.path("detail").asText());
  }
}
