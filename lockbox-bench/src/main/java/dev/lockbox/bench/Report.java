package dev.lockbox.bench;

import dev.lockbox.bench.Aim.AtLeast;
import dev.lockbox.bench.Aim.AtMost;
import dev.lockbox.bench.measure.DueAtOnce;
import dev.lockbox.bench.measure.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Every figure, as the median of the rounds and beside it what each found, and what it should be;
 * of the deadlines, which are measured once, what was found.
 */
final class Report {
  private static final Aim RATIO = new AtLeast(0.25);
  private static final Aim LOST = new AtMost(0.10);
  private static final Aim RECORDS = new AtMost(4);
  private static final Aim TIMES_THE_PASS_THROUGH = new AtMost(5);
  private static final Aim ALARMS = new AtMost(1.1);

  private final Sizes sizes;
  private final List<Round> rounds;
  private final DueAtOnce due;

  Report(Sizes sizes, List<Round> rounds, DueAtOnce due) {
    this.sizes = sizes;
    this.rounds = rounds;
    this.due = due;
  }

  List<Line> lines() {
    var lines = new ArrayList<Line>();
    lines.addAll(throughput());
    lines.add(records());
    sizes.rates().forEach(rate -> lines.addAll(latency(rate)));
    lines.add(due());
    return lines;
  }

  private List<Line> throughput() {
    return List.of(
        decisions(0, round -> round.unloaded().decided().perSecond()),
        decisions(sizes.othersOpen(), round -> round.loaded().perSecond()),
        Line.of("decisions_lost").median("value", all(Round::lost)).aim("value", LOST),
        Line.of("pass_through_per_s").median("value", all(round -> round.passed().perSecond())),
        Line.of("ratio_to_pass_through").median("value", all(Round::ratio)).aim("value", RATIO));
  }

  private Line decisions(int openRequests, ToDoubleFunction<Round> value) {
    return Line.of("decisions_per_s")
        .with("open_requests", openRequests)
        .median("value", all(value));
  }

  private Line records() {
    var byTopic = new TreeMap<String, Double>();
    rounds.getLast().unloaded().decided().recordsEach().forEach(byTopic::put);
    return Line.of("records_written_per_decision")
        .median("value", all(round -> round.unloaded().decided().records()))
        .aim("value", RECORDS)
        .with("by_topic", byTopic);
  }

  private List<Line> latency(int rate) {
    Function<Round, Latencies> ours = round -> round.unloaded().latencies().at(rate);
    Function<Round, Latencies> theirs = round -> round.passed().latencies().at(rate);
    return List.of(
        latency("decision_latency_ms", rate, ours)
            .median(
                "p99_to_pass_through",
                all(round -> ours.apply(round).p99() / theirs.apply(round).p99()))
            .aim("p99_to_pass_through", TIMES_THE_PASS_THROUGH),
        latency("pass_through_latency_ms", rate, theirs));
  }

  private Line latency(String metric, int rate, Function<Round, Latencies> of) {
    return Line.of(metric)
        .with("rate", rate)
        .median("p50", all(round -> of.apply(round).p50()))
        .median("p99", all(round -> of.apply(round).p99()));
  }

  private Line due() {
    return Line.of("due_at_once")
        .with("deadlines", due.deadlines())
        .with("seconds", due.seconds())
        .with("alarms_per_deadline", due.alarmsEach())
        .aim("alarms_per_deadline", ALARMS);
  }

  private List<Double> all(ToDoubleFunction<Round> value) {
    return rounds.stream().map(value::applyAsDouble).toList();
  }
}
