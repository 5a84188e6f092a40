package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.alerts.AlertingRule;
import dev.lockbox.domain.Command;
import dev.lockbox.processor.fault.ClockAlarm;
import dev.lockbox.processor.fault.UnreadRoles;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.Ticker;
import dev.lockbox.service.TransactionWatch;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for Prometheus that come with the documentation, against what the processor shows. */
class AlertingTest {
  private static final Pattern REPEATS =
      Pattern.compile(
          "sum\\(increase\\(lockbox_decisions_total\\{verdict=\"repeated\"}\\[1m]\\)\\) > (\\d+)");

  @Test
  void whatTheAlertingRulesNameIsShownFromTheStart() {
    try (var context = ServiceContext.of("processor", Map.of(), Optional.empty())) {
      for (var bean :
          List.of(
              ProcessorMetrics.class,
              UnsignedIntake.class,
              UnreadRoles.class,
              Ticker.class,
              TransactionWatch.class)) {
        context.bean(bean);
      }
      context.bean(ClockAlarm.class).says(0, false); // each partition, from its first record on
      AlertingRule.areAllShown("processor", context.bean(PrometheusMeterRegistry.class).scrape());
    }
  }

  /** E4: within one minute, by the counter that the rule names. */
  @Test
  void anOldStreamOnceMoreFiresAndWhatClientsUsuallyRepeatDoesNot(@TempDir Path directory) {
    var rule = REPEATS.matcher(AlertingRule.named("OldDecisionsComeAgain").expression());
    assertThat(rule.matches()).isTrue();
    var most = Integer.parseInt(rule.group(1));
    try (var rig = Rig.at(directory.resolve("stores"), NOON)) {
      var stream = stream(most);
      stream.forEach(rig::append);
      assertThat(repeats(rig)).as("the first time").isZero();
      stream.stream().limit(most).forEach(rig::append);
      assertThat(repeats(rig)).as("no more than is usual").isEqualTo(most);
      stream.forEach(rig::append);
      assertThat(repeats(rig) - most).isEqualTo(stream.size()).isGreaterThan(most);
    }
  }

  private static double repeats(Rig rig) {
    return rig.counted("lockbox.decisions", "verdict", "repeated");
  }

  /** A customer, and a yes and a no to each of several requests. */
  private static List<Command> stream(int requests) {
    var stream = new ArrayList<Command>();
    stream.add(Say.register(CONTOSO, "anna"));
    for (var number = 0; number < requests; number++) {
      var id = "r" + number;
      stream.add(Say.open(id));
      stream.add(Say.approve(id, ANNA, "yes", 1));
      stream.add(Say.deny(id, ANNA, "no"));
    }
    return stream;
  }
}
