package dev.lockbox.testkit.promise;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.testkit.run.AuditEntry;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Of each event there is one audit record, in the tenant's order and without a gap, and it says
 * when, about what, by whom, and whether it was refused. Of what never happened there is none.
 */
final class AuditMatchesEvents implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    var broken = new ArrayList<Broken>();
    var audited = run.audit().stream().filter(one -> one.message().sequence().isPresent()).toList();
    checkOrder(audited, broken);
    Map<String, Logged<AuditEntry>> byName =
        audited.stream()
            .collect(
                Collectors.toMap(one -> one.message().uid(), one -> one, (first, second) -> first));
    for (var event : run.events()) {
      var entry = byName.remove(AuditNames.uid(event.message()));
      if (entry == null) {
        broken.add(
            Broken.of(
                this,
                Told.about(event.message().event()),
                event,
                "there is no audit record of it"));
      } else {
        compare(event, entry, broken);
      }
    }
    byName
        .values()
        .forEach(
            entry ->
                broken.add(
                    Broken.of(this, entry.message().key(), entry, "no event stands behind it")));
    return broken;
  }

  private void checkOrder(List<Logged<AuditEntry>> audited, List<Broken> broken) {
    var last = new HashMap<String, Long>();
    for (var entry : audited) {
      var expected = last.getOrDefault(entry.message().key(), 0L) + 1;
      var found = entry.message().sequence().orElseThrow();
      if (found != expected) {
        broken.add(
            Broken.of(
                this,
                entry.message().key(),
                entry,
                "sequence %d was expected, was %d".formatted(expected, found)));
      }
      last.put(entry.message().key(), found);
    }
  }

  private void compare(Logged<Recorded> happened, Logged<AuditEntry> entry, List<Broken> broken) {
    var event = happened.message().event();
    var audit = entry.message();
    var same = new ArrayList<String>();
    differ(same, "key", event.tenant().value(), audit.key());
    differ(same, "tenant", event.tenant().value(), audit.tenant());
    differ(same, "sequence", Optional.of(happened.message().sequence()), audit.sequence());
    differ(same, "time", event.at(), audit.time());
    differ(same, "request", event.about().map(request -> request.value()), audit.request());
    differ(same, "refusal", refusal(event), audit.refusal());
    who(event)
        .filter(person -> !audit.actor().contains('"' + person + '"'))
        .ifPresent(person -> same.add("%s is not its actor".formatted(person)));
    same.forEach(why -> broken.add(Broken.of(this, Told.about(event), entry, why)));
  }

  private static void differ(List<String> all, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      all.add("%s %s was expected, was %s".formatted(what, expected, found));
    }
  }

  private static Optional<String> refusal(Event event) {
    return event instanceof CommandRefused refused
        ? Optional.of(refused.refusal().name())
        : Optional.empty();
  }

  /** An opening is the engineer's, through the service that made the attempt. */
  private static Optional<String> who(Event event) {
    return event instanceof RequestOpened opened
        ? Optional.of(opened.asked().engineer().value())
        : Told.attempt(event).map(Attempt::actor).map(person -> person.value());
  }
}
