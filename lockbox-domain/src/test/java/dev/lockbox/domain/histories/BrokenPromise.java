package dev.lockbox.domain.histories;

import java.util.List;
import java.util.stream.Collectors;

/** A history in which a promise does not hold. */
final class BrokenPromise extends AssertionError {
  private static final long serialVersionUID = 1L;
  private final Promise promise;

  BrokenPromise(Promise promise, String why, List<Entry> history) {
    super(
        "%s: %s%nin%n%s"
            .formatted(
                promise,
                why,
                history.stream().map(BrokenPromise::line).collect(Collectors.joining("\n"))));
    this.promise = promise;
  }

  Promise promise() {
    return promise;
  }

  private static String line(Entry entry) {
    return switch (entry) {
      case Entry.Asked asked ->
          "  %s %s%n    under %s%n    → %s"
              .formatted(asked.at(), asked.command(), asked.rules(), asked.decision());
      case Entry.Fault fault -> "  %s %s".formatted(fault.at(), fault.event());
    };
  }
}
