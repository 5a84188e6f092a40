package dev.lockbox.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule of docs/alerts/prometheus.yml, for the tests of the service whose metrics it names: each
 * of them must be there from the start, or the first of what it counts goes unseen.
 *
 * @param name of the alert
 * @param expression of Prometheus, on one line
 * @param service that shows what it names
 */
public record AlertingRule(String name, String expression, String service) {
  private static final Path FILE = Path.of("..", "docs", "alerts", "prometheus.yml");
  private static final Pattern RULE =
      Pattern.compile(
          "- alert: (\\w+)\\R +expr: (.+)\\R +labels: \\{severity: \\w+, service: ([\\w-]+)}\\R");
  private static final Pattern SERIES =
      Pattern.compile("\\b(lockbox_\\w+)(?:\\{(\\w+)=~?\"([^\"]+)\"})?");

  /** All there are; of each service some. */
  public static List<AlertingRule> all() {
    try {
      return RULE.matcher(Files.readString(FILE))
          .results()
          .map(one -> new AlertingRule(one.group(1), one.group(2), one.group(3)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static AlertingRule named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * What this service's rules name stands in what it shows to Prometheus, with its labels.
   *
   * @param shown the answer of {@code GET /prometheus}
   */
  public static void areAllShown(String service, String shown) {
    var rules = all().stream().filter(one -> one.service().equals(service)).toList();
    assertThat(rules).isNotEmpty();
    for (var rule : rules) {
      assertThat(rule.series())
          .as(rule.name())
          .isNotEmpty()
          .allSatisfy(series -> assertThat(shown).containsPattern(series));
    }
  }

  /** Patterns of the lines that it needs. */
  private List<Pattern> series() {
    return SERIES.matcher(expression).results().flatMap(AlertingRule::lines).toList();
  }

  private static Stream<Pattern> lines(MatchResult series) {
    var name = "(?m)^" + series.group(1);
    return series.group(2) == null
        ? Stream.of(Pattern.compile(name + "[{ ]"))
        : Stream.of(series.group(3).split("\\|"))
            .map(
                value ->
                    Pattern.compile(
                        "%s\\{[^}]*\\b%s=\"%s\""
                            .formatted(name, series.group(2), Pattern.quote(value))));
  }
}
