package dev.lockbox.testkit.promise;

import dev.lockbox.domain.Recorded;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.List;
import java.util.stream.IntStream;

/** A tenant's events are numbered 1, 2, 3 and so on, in the order of the log. */
final class DenseSequence implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    return new Told(run)
        .byTenant().values().stream().flatMap(history -> gaps(history).stream()).toList();
  }

  private List<Broken> gaps(List<Logged<Recorded>> history) {
    return IntStream.range(0, history.size())
        .filter(index -> history.get(index).message().sequence() != index + 1)
        .limit(1) // all behind it are off as well
        .mapToObj(
            index -> {
              var entry = history.get(index);
              return Broken.of(
                  this,
                  Told.about(entry.message().event()),
                  entry,
                  "sequence %d was expected, was %d"
                      .formatted(index + 1, entry.message().sequence()));
            })
        .toList();
  }
}
