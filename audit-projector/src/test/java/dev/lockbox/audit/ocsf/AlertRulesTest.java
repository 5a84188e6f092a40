package dev.lockbox.audit.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.alerts.AlertingRule;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.decision.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The rules that come with the documentation fire on what they say, and on nothing else. */
class AlertRulesTest {
  private static final Path ALERTS = Path.of("..", "docs", "alerts");
  private static final Map<?, ?> GRANTED = selection("access-granted.yml");
  private static final Map<?, ?> NOT_COVERED = selection("access-not-covered.yml");
  private static final Map<?, ?> REPLAY = selection("replay-suspected.yml");

  static List<Recorded> samples() {
    return EventRecordsTest.samples().toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyApprovalFiresAnAlertAndNothingElseDoes(Recorded sample) {
    assertThat(fires(GRANTED, sample)).isEqualTo(isGrant(sample.event()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatNoApprovalCoversFiresOne(Recorded sample) {
    assertThat(fires(NOT_COVERED, sample)).isEqualTo(isNotCovered(sample.event()));
  }

  /** E2: whatever a record says of it otherwise, it can be told from all other refusals. */
  @ParameterizedTest
  @EnumSource(value = Refusal.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_DUE")
  void anIdThatIsUsedForSomethingElseFiresOneAndNoOtherRefusalDoes(Refusal refusal) {
    var sample =
        samples().stream()
            .filter(one -> one.event() instanceof CommandRefused)
            .findFirst()
            .orElseThrow();
    var refused = (CommandRefused) sample.event();
    var other =
        new CommandRefused(
            refused.tenant(),
            refused.about(),
            refused.at(),
            refused.attempt(),
            refused.command(),
            refusal,
            refused.detail(),
            refused.unadmitted());
    assertThat(fires(REPLAY, new Recorded(7, 2, sample.cause(), other)))
        .isEqualTo(refusal == Refusal.DECISION_ID_REUSED);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingThatHappenedLooksLikeAReplay(Recorded sample) {
    assertThat(fires(REPLAY, sample))
        .isEqualTo(
            sample.event() instanceof CommandRefused no
                && no.refusal() == Refusal.DECISION_ID_REUSED);
  }

  /** Those for a SIEM, and one file for Prometheus, all of whose rules are found by its tests. */
  @Test
  void everyRuleThereIsIsTried() throws IOException {
    try (var files = Files.list(ALERTS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "access-granted.yml",
              "access-not-covered.yml",
              "replay-suspected.yml",
              "prometheus.yml");
    }
    Map<String, List<Map<String, List<Map<String, Object>>>>> document =
        new Yaml().load(Files.readString(ALERTS.resolve("prometheus.yml")));
    var rules = document.get("groups").getFirst().get("rules");
    assertThat(AlertingRule.all())
        .extracting(AlertingRule::name)
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(rules.stream().map(rule -> (String) rule.get("alert")).toList());
    assertThat(rules).allSatisfy(rule -> assertThat(rule).containsKeys("expr", "annotations"));
    assertThat(AlertingRule.all())
        .extracting(AlertingRule::service)
        .containsOnly("processor", "api", "audit-projector", "notifier", "grant-adapter");
  }

  private static boolean isGrant(Event event) {
    return event instanceof RequestApproved
        || event instanceof GrantedByRule
        || event instanceof GrantedWithoutCustomer;
  }

  private static boolean isNotCovered(Event event) {
    return event instanceof ExclusionInvoked
        || event instanceof UngrantedAccessDetected
        || event instanceof ActionPerformed done && !done.findings().isEmpty();
  }

  /** As Sigma has it: every field is one of its values. */
  private static boolean fires(Map<?, ?> selection, Recorded sample) {
    var record = OcsfRules.parse(EventRecords.of(sample).json().toArray());
    return selection.entrySet().stream()
        .allMatch(field -> isOneOf(field.getValue()).test(at(record, field.getKey().toString())));
  }

  private static Predicate<String> isOneOf(Object values) {
    var wanted = values instanceof List<?> all ? all : List.of(values);
    return wanted::contains;
  }

  private static String at(JsonNode record, String path) {
    return record.at("/" + path.replace('.', '/')).asText();
  }

  private static Map<?, ?> selection(String rule) {
    try {
      var read = Files.readString(ALERTS.resolve(rule));
      Map<String, Map<String, Object>> document = new Yaml().load(read);
      assertThat(document.get("detection")).containsEntry("condition", "selection");
      return (Map<?, ?>) document.get("detection").get("selection");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
