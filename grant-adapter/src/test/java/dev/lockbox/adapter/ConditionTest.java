package dev.lockbox.adapter;

import dev.lockbox.alerts.AlertingRule;
import dev.lockbox.service.Vitals;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class ConditionTest {
  @Test
  void whatTheAlertingRulesNameIsShownFromTheStart() {
    var prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new Condition(new Vitals(), prometheus);

    AlertingRule.areAllShown("grant-adapter", prometheus.scrape());
  }
}
