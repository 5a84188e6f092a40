package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the oracle makes of rules that contradict each other, by hand. */
class ContradictingTest {
  private static final AutoRule PODS = approving("k8s.pod.*", "/clusters/aro1");

  @Test
  void aDenialOfAllThatIsApprovedContradictsInAnyCaseOfLetters() {
    assertThat(isOne(denying("K8S.*", "/Clusters"), PODS)).isTrue();
    assertThat(isOne(denying("k8s.pod.logs", "/clusters"), PODS)).isFalse();
    assertThat(isOne(denying("k8s.*", "/clusters/aro1/ns/etcd"), PODS)).isFalse();
  }

  @Test
  void aRuleThatDeniesAllOfItDoesToo() {
    assertThat(isOne(List.of(), PODS, denying("K8s.*", Optional.empty()))).isTrue();
    var long8 = denying("K8s.*", Optional.of(Duration.ofHours(8)));
    assertThat(isOne(List.of(), PODS, long8)).isFalse();
  }

  @Test
  void whatStandsMayStay() {
    var rules = rules(denying("K8S.*", "/Clusters"), PODS);
    assertThat(new Contradicting(rules, rules).isTrue()).isFalse();
    assertThat(new Contradicting(AccessRules.NONE, rules).isTrue()).isFalse();
  }

  private static boolean isOne(List<Denial> denied, AutoRule... automatic) {
    return new Contradicting(rules(denied, automatic), AccessRules.NONE).isTrue();
  }

  private static AccessRules rules(List<Denial> denied, AutoRule... automatic) {
    return new AccessRules(
        denied, HighRisk.AS_OTHERS, List.of(), Stream.of(automatic).toList(), Optional.empty());
  }

  private static List<Denial> denying(String action, String resource) {
    return List.of(Denial.of(List.of(action), resource));
  }

  private static AutoRule denying(String action, Optional<Duration> longerThan) {
    var when =
        new Match(
            List.of(new Glob(action)),
            List.of(),
            Set.of(),
            Optional.empty(),
            longerThan,
            Optional.empty());
    return new AutoRule(new Code("no"), AutoRule.Effect.DENY, when);
  }

  private static AutoRule approving(String action, String resource) {
    var when =
        new Match(
            List.of(new Glob(action)),
            List.of(NamePattern.of(resource)),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new AutoRule(new Code("yes"), AutoRule.Effect.APPROVE, when);
  }
}
