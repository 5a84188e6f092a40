package dev.lockbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.alerts.AlertingRule;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.StreamsRunner;
import dev.lockbox.service.TransactionWatch;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditServiceTest {
  @Test
  void itStartsFromItsOwnDefaults() {
    try (var context = ServiceContext.of(AuditService.NAME, Map.of(), Optional.empty())) {
      var plan = context.bean(AuditSettings.class).plan();

      assertThat(plan.applicationId()).isEqualTo("lockbox-audit");
      assertThat(plan.threads()).isEqualTo(1);
      assertThat(plan.instance()).isEmpty();
      assertThat(context.bean(AuditWatch.class)).isNotNull();
      assertThat(context.bean(StreamsRunner.class)).isNotNull();
      assertThat(context.bean(TransactionWatch.class)).isNotNull();
    }
  }

  @Test
  void whatTheAlertingRulesNameIsShownFromTheStart() {
    try (var context = ServiceContext.of(AuditService.NAME, Map.of(), Optional.empty())) {
      context.bean(AuditWatch.class);
      AlertingRule.areAllShown(
          AuditService.NAME, context.bean(PrometheusMeterRegistry.class).scrape());
    }
  }

  @Test
  void settingsGivenWin() {
    var given =
        Map.<String, Object>of(
            "lockbox.audit-projector.threads",
            3,
            "lockbox.audit-projector.commit-interval",
            "20ms",
            "lockbox.audit-projector.instance",
            "audit-1");
    try (var context = ServiceContext.of(AuditService.NAME, given, Optional.empty())) {
      var plan = context.bean(AuditSettings.class).plan();

      assertThat(plan.threads()).isEqualTo(3);
      assertThat(plan.commitInterval()).isEqualTo(Duration.ofMillis(20));
      assertThat(plan.instance()).contains("audit-1");
    }
  }

  @Test
  void aSettingOutOfBoundsIsRefused() {
    var given = Map.<String, Object>of("lockbox.audit-projector.threads", 0);
    try (var context = ServiceContext.of(AuditService.NAME, given, Optional.empty())) {
      var settings = context.bean(AuditSettings.class);
      assertThatThrownBy(settings::plan)
          .hasMessageContaining("threads must be from 1 to 64, was 0");
    }
  }
}
