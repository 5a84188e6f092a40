package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.domain.RequestEvent;
import dev.lockbox.notifier.NotifierMain;
import dev.lockbox.testkit.MailServer.Letter;
import dev.lockbox.testkit.load.Customer;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.run.Run;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRegistry.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledNotifierIT {
  private static final String MAIN = NotifierMain.class.getName();
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(90);
  private static final int LIVES = 80;
  private static final int AT_ONCE = 8;

  /** A letter may come twice; since its Message-ID is then the same, it counts once. */
  @Test
  void everyApproverIsToldOfEverythingThoughTheNotifierIsKilledTwice(Registry registry) {
    try (var mail = MailServer.start();
        var cluster = Cluster.on(registry).mailingTo(mail.port()).up()) {
      var first = cluster.process(MAIN, "notifier");
      var traffic = cluster.traffic(Seeds.next("killed notifier"));
      var done = traffic.start(LIVES, AT_ONCE);
      Cluster.awaitLived(traffic, LIVES / 4, done);
      first.kill();
      Cluster.awaitLived(traffic, LIVES / 2, done);
      var second = cluster.process(MAIN, "notifier");
      Cluster.awaitLived(traffic, 3 * LIVES / 4, done);
      second.kill();
      assertThat(done).succeedsWithin(Cluster.DONE_WITHIN);
      cluster.process(MAIN, "notifier");

      var expected = expected(cluster.judged());
      assertThat(expected).hasSizeGreaterThanOrEqualTo(LIVES);
      await("every approver to be told of everything")
          .atMost(TOLD_WITHIN)
          .untilAsserted(() -> assertThat(counted(mail.letters())).isEqualTo(expected));
    }
  }

  /** How many letters each approver gets about each request: one for each step it took. */
  private static Map<String, Long> expected(Run run) {
    return counted(
        run.events().stream()
            .map(logged -> logged.message())
            .filter(recorded -> recorded.event() instanceof RequestEvent)
            .flatMap(
                recorded ->
                    approvers(recorded.event().tenant().value())
                        .map(
                            address ->
                                new Letter(
                                    address,
                                    recorded.event().about().orElseThrow().value(),
                                    "%s %d".formatted(address, recorded.sequence())))));
  }

  private static Stream<String> approvers(String tenant) {
    return Cluster.CUSTOMERS.stream()
        .filter(customer -> customer.tenant().value().equals(tenant))
        .map(Customer::approvers)
        .flatMap(approvers -> approvers.stream().map(person -> person + "@example.com"));
  }

  private static Map<String, Long> counted(Stream<Letter> letters) {
    return letters
        .distinct()
        .map(letter -> "%s about %s".formatted(letter.to(), letter.request()))
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
