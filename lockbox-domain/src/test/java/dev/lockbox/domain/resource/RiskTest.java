package dev.lockbox.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue tells how much a request lays open (F79). */
class RiskTest {
  private static Risk risk(List<String> actions, String... names) {
    return Catalogue.BUILT_IN.riskOf(
        actions.stream().map(ActionName::new).toList(),
        List.of(names).stream().map(ResourceName::new).toList());
  }

  @Test
  void oneActionOfHighRiskMakesTheRequestSo() {
    assertThat(risk(List.of("app.logs.read", "app.metrics.read"), "/apps/shop"))
        .isEqualTo(Risk.LOW);
    assertThat(risk(List.of("app.logs.read", "app.remoteDebug"), "/apps/shop"))
        .isEqualTo(Risk.HIGH);
    assertThat(risk(List.of("app.logs.read", "vm.remoteShell"), "/apps/shop", "/vms/one"))
        .isEqualTo(Risk.HIGH);
  }

  @Test
  void anActionThatAppliesElsewhereAddsNothing() {
    assertThat(risk(List.of("app.logs.read", "vm.metrics.read"), "/apps/shop", "/vms/one"))
        .isEqualTo(Risk.LOW);
  }

  @Test
  void whatIsNotKnownIsHigh() {
    assertThat(risk(List.of("app.logs.read"), "/unheard/of")).isEqualTo(Risk.HIGH);
  }
}
