package dev.lockbox.notifier;

import static dev.lockbox.domain.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.alerts.AlertingRule;
import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Delivery.Failed;
import dev.lockbox.notifier.channel.Delivery.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class NotifierMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final NotifierMeters meters = new NotifierMeters(registry);

  @Test
  void countsWhatCameOfTheTries() {
    meters.count(new Accepted());
    meters.count(new Failed(Scope.SERVER, "gone"));
    meters.count(new Failed(Scope.LETTER, "550"));
    meters.count(new Failed(Scope.LETTER, "550"));
    meters.countNobodyLeft();
    meters.countOvertaken();

    assertThat(registry.get("lockbox.notices.sent").counter().count()).isEqualTo(1);
    assertThat(failures("server")).isEqualTo(1);
    assertThat(failures("letter")).isEqualTo(2);
    assertThat(registry.get("lockbox.notices.nobody.left").counter().count()).isEqualTo(1);
    assertThat(registry.get("lockbox.notices.overtaken").counter().count()).isEqualTo(1);
  }

  @Test
  void showsWhatIsOwed() {
    var desk = new Desk();
    meters.watch(desk.outbox);
    desk.happens(Story.contoso().request(opened()).entries());

    assertThat(gauge("lockbox.notices.pending")).isEqualTo(2);
    assertThat(gauge("lockbox.notices.overdue")).isEqualTo(2);
    assertThat(gauge("lockbox.notices.oldest.pending")).isEqualTo(4 * 3600);
  }

  @Test
  void whatTheAlertingRulesNameIsShownFromTheStart() {
    var prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new NotifierMeters(prometheus).watch(new Desk().outbox);

    AlertingRule.areAllShown("notifier", prometheus.scrape());
  }

  private double failures(String scope) {
    return registry.get("lockbox.notices.failures").tag("scope", scope).counter().count();
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }
}
