package dev.lockbox.api.lease;

import dev.lockbox.alerts.AlertingRule;
import dev.lockbox.api.signout.SignOutReader;
import dev.lockbox.service.ServiceContext;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules for Prometheus that come with the documentation, against what the API shows. */
class AlertingTest {
  @Test
  void whatTheAlertingRulesNameIsShownFromTheStart() {
    try (var context = ServiceContext.of("api", Map.of(), Optional.empty())) {
      context.bean(Freshness.class);
      context.bean(SignOutReader.class);
      AlertingRule.areAllShown("api", context.bean(PrometheusMeterRegistry.class).scrape());
    }
  }
}
