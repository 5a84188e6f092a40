package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Enrolment.Scope;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which subscriptions break which guard rails (F84). */
@ExtendWith(OneHttpRig.class)
class ComplianceHttpTest {
  private static final String COMPLIANCE = "/v1/tenants/contoso/compliance";
  private static final GuardRail PROD =
      new GuardRail(new Code("prod"), Set.of(new Code("env=prod")), List.of());
  private static final GuardRail PAYMENTS =
      new GuardRail(
          new Code("payments"),
          Set.of(),
          List.of(NamePattern.of("/clusters/pay/ns/openshift-card")));

  private final HttpRig http;
  private final HttpCaller carla;
  private int changes;

  ComplianceHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    this.carla = http.caller("carla", CONTOSO, "admin");
  }

  @Test
  void eachSubscriptionIsShownWithItsTagsAndTheRailsItBreaks() {
    set(Enrolment.OFF);
    set(Enrolment.OFF, PROD, PAYMENTS);
    ask("r-1", Set.of("env=prod", "team=etcd"), "/clusters/aro1/ns/openshift-etcd");
    ask(
        "r-2",
        Set.of("env=test"),
        "/clusters/ARO1/ns/openshift-dns",
        "/clusters/aro2/ns/openshift-x");
    ask("r-3", Set.of(), "/clusters/pay/ns/openshift-shop");
    var shown = carla.get(COMPLIANCE).ok();
    assertThat(shown.path("version").asInt()).isEqualTo(3);
    assertThat(shown.path("next").isNull()).isTrue();
    assertThat(told(shown))
        .containsExactly(
            "/clusters/ARO1 [env=prod, env=test, team=etcd] seen: prod",
            "/clusters/aro2 [env=test] seen: ",
            "/clusters/pay [] seen: payments");
  }

  @Test
  void whatIsEnrolledBreaksNothingAndIsShownThoughNobodyAskedForIt() {
    ask("r-1", Set.of("env=prod"), "/clusters/aro1/ns/openshift-etcd");
    ask("r-2", Set.of("env=prod"), "/clusters/pay/ns/openshift-card");
    set(
        only("/clusters/pay/ns/openshift-card", "/clusters/aro9", "/clusters/aro1/"),
        PROD,
        PAYMENTS);
    assertThat(told(carla.get(COMPLIANCE).ok()))
        .containsExactly(
            "/clusters/aro1 [env=prod] seen enrolled: ",
            "/clusters/aro9 [] enrolled: ",
            "/clusters/pay [env=prod] seen: prod",
            "/clusters/pay/ns/openshift-card [] enrolled: ");
  }

  @Test
  void whatTheRulesAreNowCountsWhateverTheyWereWhenItWasAskedFor() {
    ask("r-1", Set.of("env=prod"), "/clusters/aro1/ns/openshift-etcd");
    set(Enrolment.OFF);
    assertThat(told(carla.get(COMPLIANCE).ok()))
        .containsExactly("/clusters/aro1 [env=prod] seen: ");
    set(Enrolment.OFF, PROD);
    assertThat(told(carla.get(COMPLIANCE).ok()))
        .containsExactly("/clusters/aro1 [env=prod] seen: prod");
    set(Enrolment.WHOLE_TENANT, PROD);
    assertThat(told(carla.get(COMPLIANCE).ok()))
        .containsExactly("/clusters/aro1 [env=prod] seen enrolled: ");
  }

  @Test
  void aHundredAtATimeInTheOrderOfTheirNamesAndEachOnce() {
    IntStream.range(0, 150)
        .forEach(
            i -> ask("r-" + i, Set.of("n=" + i), "/clusters/c%03d/ns/openshift-x".formatted(i)));
    var enrolled =
        IntStream.range(0, 90).mapToObj("/clusters/c%03dx"::formatted).toArray(String[]::new);
    set(only(enrolled));
    var first = carla.get(COMPLIANCE).ok();
    var second = carla.get(COMPLIANCE + "?after=" + first.path("next").asText()).ok();
    var third = carla.get(COMPLIANCE + "?after=" + second.path("next").asText()).ok();
    assertThat(Stream.of(first, second, third).map(page -> page.path("items").size()))
        .containsExactly(100, 100, 40);
    assertThat(third.path("next").isNull()).isTrue();
    assertThat(
            Stream.of(first, second, third)
                .flatMap(page -> page.findValuesAsText("subscription").stream()))
        .hasSize(240)
        .doesNotHaveDuplicates()
        .isSorted();
    carla.get(COMPLIANCE + "?after=" + "a%20b").refused(400, "INVALID_REQUEST");
  }

  @Test
  void whereMoreTagsWereSaidThanAreKeptARailByTagsIsBroken() {
    set(Enrolment.OFF, PROD);
    for (var i = 0; i < 10; i++) {
      var first = 30 * i;
      ask(
          "r-" + i,
          IntStream.range(first, first + 30)
              .mapToObj("a=%s"::formatted)
              .collect(Collectors.toSet()),
          "/clusters/aro1/ns/openshift-x");
    }
    var shown = carla.get(COMPLIANCE).ok().path("items").get(0);
    assertThat(shown.path("tags")).hasSize(256);
    assertThat(shown.path("tagsComplete").asBoolean()).isFalse();
    assertThat(shown.path("breaks").findValuesAsText("rail")).containsExactly("prod");
  }

  @Test
  void whoReadsNotEverythingReadsNothingHereAndAnotherCustomerNeither() {
    http.register(FABRIKAM);
    ask("r-1", Set.of("env=prod"), "/clusters/aro1/ns/openshift-etcd");
    http.caller("fritz", FABRIKAM, "admin").get(COMPLIANCE).refused(404, "NO_SUCH_REQUEST");
    http.caller("eva", CONTOSO, "admin").get(COMPLIANCE).refused(403, "NO_ROLE");
  }

  @Test
  void theRulesPageShowsIt() {
    set(Enrolment.OFF, PROD);
    ask("r-1", Set.of("env=prod"), "/clusters/aro1/ns/openshift-etcd");
    var page =
        PortalVisitor.signedIn(http, "carla", CONTOSO, "admin")
            .open("/portal/tenants/contoso/settings");
    assertThat(page.text())
        .contains(
            "Something here breaks a guard rail", "/clusters/aro1 env=prod not all of it prod");
    set(Enrolment.WHOLE_TENANT, PROD);
    assertThat(
            PortalVisitor.signedIn(http, "carla", CONTOSO, "admin")
                .open("/portal/tenants/contoso/settings")
                .text())
        .contains("Nothing here breaks a guard rail", "/clusters/aro1 env=prod all of it nothing");
  }

  private static List<String> told(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(
            one ->
                "%s %s%s%s: %s"
                    .formatted(
                        one.path("subscription").asText(),
                        texts(one.path("tags")),
                        one.path("seen").asBoolean() ? " seen" : "",
                        one.path("enrolled").asBoolean() ? " enrolled" : "",
                        String.join(", ", one.path("breaks").findValuesAsText("rail"))))
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Enrolment only(String... branches) {
    return new Enrolment(
        Scope.SUBSCRIPTIONS,
        Stream.of(branches).map(ResourceName::new).collect(Collectors.toSet()));
  }

  private void set(Enrolment enrolment, GuardRail... rails) {
    var settings =
        Settings.DEFAULTS.with(enrolment).with(Policies.having(new GuardRails(List.of(rails))));
    var attempt = new Attempt(Cast.CARLA, new DecisionId("set-" + changes++));
    http.decide(new ChangeSettings(CONTOSO, attempt, settings), MORNING);
  }

  private void ask(String id, Set<String> tags, String... resources) {
    var asked =
        new Asked(
            Cast.EVA,
            new PersonalText(Cast.EVA, "etcd does not answer, its logs may say why"),
            Optional.empty(),
            Cast.ACTIONS,
            Stream.of(resources).map(ResourceName::new).toList(),
            Optional.empty());
    var said = Said.of(Cast.EVA).tags(tags.toArray(String[]::new)).details();
    http.decide(
        new OpenRequest(
            new RequestId(CONTOSO, id),
            new Attempt(JIT, new DecisionId("open-" + id)),
            asked,
            said,
            Facts.NONE),
        MORNING);
  }
}
