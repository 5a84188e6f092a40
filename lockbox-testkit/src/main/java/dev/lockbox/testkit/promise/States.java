package dev.lockbox.testkit.promise;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.Map;
import java.util.stream.Collectors;

/** The state topic as a reader of it sees it: of each request, the newest record. */
final class States {
  private States() {}

  static Map<RequestId, Logged<RequestSnapshot>> newest(Run run) {
    return run.states().stream()
        .collect(
            Collectors.toMap(one -> one.message().request(), one -> one, (older, newer) -> newer));
  }
}
