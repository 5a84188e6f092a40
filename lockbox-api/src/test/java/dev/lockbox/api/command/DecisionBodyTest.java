package dev.lockbox.api.command;

import static dev.lockbox.domain.Cast.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionBodyTest {
  @Test
  void readsWhatItSays() {
    var body = parse("{\"decisionId\":\"d-1\",\"reason\":\"fine\",\"ifVersion\":3}", true);
    assertThat(body.id().value()).isEqualTo("d-1");
    assertThat(body.reasonOf(ANNA).orElseThrow().text()).isEqualTo("fine");
    assertThat(body.version()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"decisionId\":\"d-1\"}",
        "{\"decisionId\":\"d-1\",\"reason\":null}",
        "{\"decisionId\":\"d-1\",\"reason\":\" \",\"ifVersion\":\"whatever\"}"
      })
  void aNoIsNotLostOverWhatDoesNotMatter(String text) {
    assertThat(parse(text, false).reasonOf(ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ifVersion\":1}",
        "{\"decisionId\":\"d-1\"}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":null}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":\"1\"}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1.5}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":-1}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":99999999999999999999}",
        "{\"decisionId\":1,\"ifVersion\":1}",
        "{\"decisionId\":\"no spaces\",\"ifVersion\":1}",
        "{\"decisionId\":\"\",\"ifVersion\":1}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"reason\":7}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"status\":\"ACTIVE\"}",
        "{\"decisionId\":\"d-1\",\"decisionId\":\"d-2\",\"ifVersion\":1}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"actions\":\"k8s.pod.logs\"}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"actions\":[]}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"actions\":{}}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"resources\":[1]}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"resources\":[\"a b\"]}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"accessFor\":\"one hour\"}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"accessFor\":\"PT0S\"}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"conditions\":{}}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"conditions\":[\"RECORD\"]}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"conditions\":{\"obligations\":[],"
            + "\"excluded\":[],\"channels\":[],\"countries\":null,\"singleUse\":false}}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"conditions\":{\"obligations\":[\"SING\"],"
            + "\"excluded\":[],\"channels\":null,\"countries\":null,\"singleUse\":false}}",
        "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"conditions\":{\"obligations\":[],"
            + "\"excluded\":[],\"channels\":null,\"countries\":null,\"singleUse\":false}}",
        "not json"
      })
  void anApprovalThatIsNotClearIsRefused(String text) {
    refused(
        Code.INVALID_REQUEST,
        () -> {
          var body = parse(text, true);
          body.id();
          body.narrowing();
        });
  }

  @Test
  void anApprovalMayHaveConditions() {
    var under =
        "{\"decisionId\":\"d\",\"ifVersion\":1,\"conditions\":{\"obligations\":[\"RECORD\"],"
            + "\"excluded\":[\"PHI\"],\"channels\":[\"RDP_GATEWAY\"],\"countries\":[\"DE\"],"
            + "\"singleUse\":true}}";
    assertThat(parse(under, true).narrowing().orElseThrow().conditions())
        .isEqualTo(
            new Conditions(
                Set.of(Obligation.RECORD),
                Set.of(new dev.lockbox.domain.identity.Code("PHI")),
                Optional.of(Set.of(new dev.lockbox.domain.identity.Code("RDP_GATEWAY"))),
                Optional.of(Set.of(new Country("DE"))),
                true));
  }

  @Test
  void anApprovalMayBeOfLess() {
    var less = "{\"decisionId\":\"d\",\"ifVersion\":1,\"actions\":[\"a\"],\"accessFor\":\"PT1H\"}";
    assertThat(parse(less, true).narrowing())
        .contains(
            new Narrowing(
                Optional.of(List.of(new ActionName("a"))),
                Optional.empty(),
                Optional.of(Duration.ofHours(1))));
    assertThat(parse("{\"decisionId\":\"d\",\"ifVersion\":1}", true).narrowing()).isEmpty();
    refused(Code.INVALID_REQUEST, () -> parse(less, false));
  }

  @Test
  void aReasonThatIsTooLongIsRefused() {
    var longest = "{\"decisionId\":\"d\",\"reason\":\"%s\"}";
    assertThat(parse(longest.formatted("r".repeat(4096)), false).reasonOf(ANNA)).isPresent();
    var longer = parse(longest.formatted("r".repeat(4097)), false);
    refused(Code.INVALID_REASON, () -> longer.reasonOf(ANNA));
    var unpaired = parse("{\"decisionId\":\"d\",\"reason\":\"\\ud800\"}", false);
    refused(Code.INVALID_REASON, () -> unpaired.reasonOf(ANNA));
  }

  private static void refused(
      Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().code()).isEqualTo(code));
  }

  private static DecisionBody parse(String text, boolean readsVersion) {
    return DecisionBody.parse(text.getBytes(StandardCharsets.UTF_8), readsVersion);
  }
}
