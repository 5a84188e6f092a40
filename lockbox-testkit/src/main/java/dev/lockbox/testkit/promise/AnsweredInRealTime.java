package dev.lockbox.testkit.promise;

import dev.lockbox.domain.Recorded;
import dev.lockbox.testkit.promise.Told.Tried;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome.Accepted;
import dev.lockbox.testkit.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was answered was decided between question and answer, and whatever was asked after an answer
 * was decided behind it. All clocks are those of one machine.
 */
final class AnsweredInRealTime implements Promise {
  /** The broker stamps whole milliseconds, and reads another clock source than the clients. */
  private static final Duration CLOCK_GRAIN = Duration.ofMillis(5);

  @Override
  public List<Broken> judge(Run run) {
    var attempts = new Told(run).byAttempt();
    Map<Tried, Instant> firstAsked =
        run.operations().stream()
            .collect(
                Collectors.toMap(
                    one -> Tried.of(one.request(), one.attempt()),
                    Operation::invoked,
                    (one, other) -> one.isBefore(other) ? one : other));
    var broken = new ArrayList<Broken>();
    var answered = new ArrayList<Answered>();
    for (var operation : run.operations()) {
      var tried = Tried.of(operation.request(), operation.attempt());
      accepted(operation, attempts.getOrDefault(tried, List.of()))
          .ifPresent(
              entry -> {
                var asked = firstAsked.getOrDefault(tried, operation.invoked());
                checkWithin(operation, asked, entry, broken);
                answered.add(new Answered(operation, asked, entry));
              });
    }
    answered.stream()
        .collect(Collectors.groupingBy(one -> one.operation().request().tenant()))
        .values()
        .forEach(ofTenant -> checkOrder(ofTenant, broken));
    return broken;
  }

  /**
   * An answer that was accepted.
   *
   * @param asked when the attempt was first made, with whatever outcome: it may have been decided
   *     since then
   */
  private record Answered(Operation operation, Instant asked, Logged<Recorded> entry) {
    long sequence() {
      return entry.message().sequence();
    }
  }

  private static Optional<Logged<Recorded>> accepted(
      Operation operation, List<Logged<Recorded>> verdicts) {
    return operation.outcome() instanceof Accepted
        ? verdicts.stream().filter(Told::isAccepted).findFirst()
        : Optional.empty();
  }

  private void checkWithin(
      Operation operation, Instant asked, Logged<Recorded> entry, List<Broken> broken) {
    var at = entry.message().event().at();
    if (at.isBefore(asked.minus(CLOCK_GRAIN))
        || at.isAfter(operation.answered().plus(CLOCK_GRAIN))) {
      broken.add(
          Broken.of(
              this,
              operation.request(),
              entry,
              "%s was asked at %s and answered at %s, and decided at %s"
                  .formatted(operation.told(), asked, operation.answered(), at)));
    }
  }

  /** Goes through what was asked in the order of asking, beside what had been answered by then. */
  private void checkOrder(List<Answered> ofTenant, List<Broken> broken) {
    var byAsked = ofTenant.stream().sorted(Comparator.comparing(Answered::asked)).toList();
    var byAnswered =
        ofTenant.stream().sorted(Comparator.comparing(one -> one.operation().answered())).toList();
    Optional<Answered> latest = Optional.empty();
    var next = 0;
    for (var one : byAsked) {
      while (next < byAnswered.size()
          && byAnswered.get(next).operation().answered().isBefore(one.asked())) {
        var answered = byAnswered.get(next++);
        if (latest.isEmpty() || answered.sequence() > latest.get().sequence()) {
          latest = Optional.of(answered);
        }
      }
      if (latest.isPresent() && latest.get().sequence() > one.sequence()) {
        broken.add(
            Broken.of(
                this,
                one.operation().request(),
                one.entry(),
                "asked after the answer to %s, and decided before it at %s"
                    .formatted(latest.get().operation().told(), latest.get().entry().where())));
      }
    }
  }
}
