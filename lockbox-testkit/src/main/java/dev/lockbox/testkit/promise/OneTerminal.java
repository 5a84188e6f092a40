package dev.lockbox.testkit.promise;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A request ends once, and nothing happens to it afterwards but that its doors are closed. */
final class OneTerminal implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    return new Told(run)
        .byRequest().values().stream().flatMap(history -> judge(history).stream()).toList();
  }

  private Optional<Broken> judge(List<Logged<Recorded>> history) {
    return IntStream.range(0, history.size() - 1)
        .filter(index -> Told.isTerminal(event(history.get(index))))
        .filter(index -> !Told.mayFollowTheEnd(event(history.get(index + 1))))
        .mapToObj(
            index ->
                Broken.of(
                    this,
                    event(history.get(index)).request(),
                    history.get(index + 1),
                    "%s after %s at %s"
                        .formatted(
                            event(history.get(index + 1)).getClass().getSimpleName(),
                            event(history.get(index)).getClass().getSimpleName(),
                            history.get(index).where())))
        .findFirst();
  }

  private static RequestEvent event(Logged<Recorded> entry) {
    return (RequestEvent) entry.message().event();
  }
}
