package dev.lockbox.testkit.promise;

import dev.lockbox.testkit.run.AuditEntry;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Of each record in quarantine there is an audit record, which tells its digest and not its bytes.
 */
final class QuarantineIsOnRecord implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    var broken = new ArrayList<Broken>();
    var told =
        run.audit().stream()
            .filter(one -> one.message().sequence().isEmpty())
            .collect(
                Collectors.toMap(one -> one.message().uid(), one -> one, (first, second) -> first));
    for (var found : run.quarantine()) {
      var about = Place.of(found.message()).toString();
      var entry = told.remove(AuditNames.uid(found.message()));
      if (entry == null) {
        broken.add(Broken.of(this, about, found, "there is no audit record of it"));
      } else if (!tellsDigest(
          entry.message(), found.message().value().map(value -> value.sha256()))) {
        broken.add(Broken.of(this, about, entry, "its SHA-256 is not told"));
      }
    }
    told.values()
        .forEach(
            entry ->
                broken.add(
                    Broken.of(this, entry.message().uid(), entry, "nothing is in quarantine")));
    return broken;
  }

  private static boolean tellsDigest(AuditEntry entry, Optional<String> digest) {
    return digest.isEmpty() || entry.json().toString().contains(digest.get());
  }
}
