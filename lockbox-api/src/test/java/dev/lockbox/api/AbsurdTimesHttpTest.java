package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * T9: durations and instants that nobody can mean are refused by name, wherever one may be sent.
 */
@ExtendWith(OneHttpRig.class)
class AbsurdTimesHttpTest {
  private static final String SETTINGS = "/v1/tenants/contoso/settings";
  private static final String ROLE = "/v1/provider/roles/role-1";
  private static final String EVA = "/v1/provider/engineers/eva";

  /** Below, beyond what 64 bits hold of milliseconds or of seconds, too fine, and no duration. */
  private static final List<String> ABSURD =
      List.of(
          "PT-0.001S",
          "PT-9223372036854775808S",
          "PT9223372036854775.808S",
          "P106751991168D",
          "PT9223372036854775807S",
          "PT9223372036854775808S",
          "PT1H0.0000001S",
          "8h",
          "");

  private static final Set<String> MAY_BE_NOTHING =
      Set.of("editorsWait", "pauseMax", "keysWait", "dwell");

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller carla;
  private final HttpCaller provider;
  private int attempts;

  AbsurdTimesHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.carla = http.caller("carla", CONTOSO, "admin");
    this.provider = http.caller("carla", History.PROVIDER, "admin");
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    http.registerProvider();
  }

  /** A duration within all that is set, where it stands. */
  private record Place(ObjectNode parent, String name, JsonNode before) {
    void set(String told) {
      parent.set(name, TextNode.valueOf(told));
    }

    void restore() {
      parent.set(name, before);
    }
  }

  @Test
  void noDurationOfTheRulesIsSetOutOfItsBounds() {
    var settings = (ObjectNode) carla.get(SETTINGS).ok().path("settings");
    var policy = SetRules.everyPart();
    policy.putObject("cap").put("accessMax", "PT12H");
    settings.set("policy", policy);
    settings.putObject("limits").put("pendingWindow", "PT96H").put("accessFor", "PT1H");
    var places = new ArrayList<Place>();
    collect(settings, places);
    assertThat(places)
        .extracting(Place::name)
        .contains(
            "pendingWindow",
            "accessFor",
            "accessMax",
            "within",
            "lasts",
            "editorsWait",
            "pauseMax",
            "keysWait",
            "dwell",
            "remindAfter",
            "idleAfter",
            "longest");
    for (var place : places) {
      for (var absurd : ABSURD) {
        place.set(absurd);
        change(settings).refused(422, "INVALID_SETTINGS");
      }
      if (!MAY_BE_NOTHING.contains(place.name())) {
        place.set("PT0S");
        change(settings).refused(422, "INVALID_SETTINGS");
      }
      place.restore();
    }
    change(settings).ok();
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode parent) {
      parent
          .properties()
          .forEach(
              field -> {
                if (field.getValue().asText().matches("P(T?\\d+[DHMS])+")) {
                  places.add(new Place(parent, field.getKey(), field.getValue()));
                }
              });
    }
    node.forEach(child -> collect(child, places));
  }

  private Answer change(ObjectNode settings) {
    return carla.put(SETTINGS, Bodies.settings(next(), settings));
  }

  @Test
  void noApprovalIsForAnAbsurdTime() {
    var request = http.open(CONTOSO, "r");
    for (var absurd : ABSURD) {
      approve(request, absurd).refused(400, "INVALID_REQUEST");
    }
    approve(request, "PT0S").refused(400, "INVALID_REQUEST");
    approve(request, "PT8H0.001S").refused(422, "WIDER_THAN_ASKED");
    approve(request, "PT9223372036854775.807S").refused(422, "WIDER_THAN_ASKED");
    assertThat(anna.get(request).ok().path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    approve(request, "PT8H").ok();
  }

  private Answer approve(String request, String accessFor) {
    return anna.post(
        request + "/approve",
        "{\"decisionId\":\"%s\",\"ifVersion\":1,\"accessFor\":\"%s\"}"
            .formatted(next(), accessFor));
  }

  @Test
  void noRoleIsForAnAbsurdTime() {
    for (var absurd : ABSURD) {
      define(absurd, "PT720H").refused(422, "INVALID_SETTINGS");
      define("PT4H", absurd).refused(422, "INVALID_SETTINGS");
    }
    define("PT0S", "PT720H").refused(422, "INVALID_SETTINGS");
    define("PT4H", "PT0S").refused(422, "INVALID_SETTINGS");
    define("PT24H0.001S", "PT720H").refused(422, "INVALID_SETTINGS");
  }

  private Answer define(String accessFor, String heldFor) {
    return provider.put(
        ROLE,
        """
        {"decisionId":"%s","definition":{"actions":["k8s.pod.logs"],"scopes":["/clusters"],
        "level":"READ","accessFor":"%s","heldFor":"%s","prerequisites":[],"approvesAs":null}}\
        """
            .formatted(next(), accessFor, heldFor));
  }

  @Test
  void noMembershipIsForAnAbsurdTime() {
    define("PT4H", "PT720H").ok();
    describe("2027-01-01T00:00:00Z").ok();
    for (var absurd : ABSURD) {
      if (absurd.startsWith("PT-0") || absurd.equals("PT9223372036854775.807S")) {
        join(absurd).refused(422, "MEMBERSHIP_TOO_LONG");
      } else {
        join(absurd).refused(422, "INVALID_SETTINGS");
      }
    }
    join("PT0S").refused(422, "MEMBERSHIP_TOO_LONG");
    join("PT720H0.001S").refused(422, "MEMBERSHIP_TOO_LONG");
    join("PT720H").ok();
  }

  private Answer join(String heldFor) {
    return http.caller("eva", History.PROVIDER)
        .post(
            EVA + "/roles/role-1/request",
            "{\"decisionId\":\"%s\",\"heldFor\":\"%s\",\"justification\":\"nights\"}"
                .formatted(next(), heldFor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+10000-01-01T00:00:00Z",
        "+292277026-01-01T00:00:00Z",
        "+292278994-08-17T07:12:55.807Z",
        "+292278994-08-17T07:12:55.808Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000001-01-01T00:00:00Z",
        "tomorrow",
        "0",
        ""
      })
  void nobodyIsEligibleUntilAnAbsurdTime(String until) {
    describe(until).refused(422, "INVALID_SETTINGS");
  }

  /** Whatever lessens what somebody may ask for is taken. */
  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z"})
  void aTimeThatIsPastMakesSomebodyIneligible(String until) {
    var described = describe(until).ok().path("description");
    assertThat(described.path("eligibleUntil").asText()).isEqualTo(until);
  }

  private Answer describe(String eligibleUntil) {
    return provider.put(
        EVA,
        """
        {"decisionId":"%s","description":{"eligibleUntil":"%s","workScopes":["/clusters"],
        "manager":"mona"}}\
        """
            .formatted(next(), eligibleUntil));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=%2B292277026-01-01T00:00:00Z",
        "until=%2B1000000000-12-31T23:59:59.999999999Z",
        "from=-1000000000-01-01T00:00:00Z&until=1970-01-01T00:00:00Z"
      })
  void lookingForWhatWasDoneAtAnAbsurdTimeFindsNothingAndHarmsNothing(String when) {
    anna.get("/v1/tenants/contoso/activity?" + when).ok();
    anna.get("/v1/tenants/contoso/activity?from=yesterday").refused(400, "INVALID_REQUEST");
    anna.get("/v1/tenants/contoso/events?" + when).ok();
  }

  private String next() {
    attempts++;
    return "d-" + attempts;
  }
}
