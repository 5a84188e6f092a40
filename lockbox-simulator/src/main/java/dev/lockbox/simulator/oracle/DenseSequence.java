package dev.lockbox.simulator.oracle;

import java.util.Optional;

/** I8: a tenant's history is numbered 1, 2, 3 without a gap, in the order in which it lies. */
final class DenseSequence implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    for (var tenant : evidence.tenants()) {
      var expected = 1L;
      for (var recorded : evidence.historyOf(tenant)) {
        if (recorded.sequence() != expected) {
          return Optional.of(
              "%s has sequence %s where %s was expected"
                  .formatted(tenant, recorded.sequence(), expected));
        }
        expected++;
      }
    }
    return Optional.empty();
  }
}
