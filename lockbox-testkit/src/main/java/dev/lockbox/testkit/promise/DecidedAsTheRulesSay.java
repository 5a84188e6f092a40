package dev.lockbox.testkit.promise;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The events are exactly what the rules make of the command log, read from its beginning: so what
 * was decided depended on nothing else, not on who was killed when.
 */
final class DecidedAsTheRulesSay implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    Map<TenantId, List<Recorded>> expected =
        Replay.of(run).happened().stream()
            .collect(Collectors.groupingBy(recorded -> recorded.event().tenant()));
    var actual = new Told(run).byTenant();
    var tenants = new TreeSet<TenantId>(expected.keySet());
    tenants.addAll(actual.keySet());
    return tenants.stream()
        .flatMap(
            tenant ->
                difference(
                    tenant,
                    expected.getOrDefault(tenant, List.of()),
                    actual.getOrDefault(tenant, List.of()))
                    .stream())
        .toList();
  }

  /** The first only: whatever comes behind it may differ because of it. */
  private Optional<Broken> difference(
      TenantId tenant, List<Recorded> expected, List<Logged<Recorded>> actual) {
    for (var index = 0; index < actual.size(); index++) {
      var entry = actual.get(index);
      if (index >= expected.size()) {
        return Optional.of(
            Broken.of(
                this,
                Told.about(entry.message().event()),
                entry,
                "nothing was expected any more, was " + entry.message()));
      }
      if (!entry.message().equals(expected.get(index))) {
        return Optional.of(
            Broken.of(
                this,
                Told.about(entry.message().event()),
                entry,
                "%s was expected, was %s".formatted(expected.get(index), entry.message())));
      }
    }
    return expected.size() == actual.size()
        ? Optional.empty()
        : Optional.of(
            Broken.of(
                this,
                tenant,
                "the end of its events",
                "%s was expected".formatted(expected.get(actual.size()))));
  }
}
