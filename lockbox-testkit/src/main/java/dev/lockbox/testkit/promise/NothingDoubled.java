package dev.lockbox.testkit.promise;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Nothing counts twice: a command causes one event besides ends of sessions, an attempt is accepted
 * once, a published record becomes one command, an event or a quarantined record one entry of the
 * record.
 */
final class NothingDoubled implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    var broken = new ArrayList<Broken>();
    broken.addAll(
        doubled(
            run.events(),
            event -> event.cause() + " of " + event.event().tenant() + besides(event.event()),
            event -> Told.about(event.event()),
            "a second event of command"));
    broken.addAll(
        doubled(
            run.events().stream()
                .filter(Told::isAccepted)
                .filter(entry -> Told.attempt(entry.message().event()).isPresent())
                .toList(),
            event ->
                Told.about(event.event())
                    + " "
                    + Told.attempt(event.event()).orElseThrow()
                    + besides(event.event()),
            event -> Told.about(event.event()),
            "accepted a second time:"));
    broken.addAll(
        doubled(
            run.commands(),
            command -> command.id().value(),
            command -> command.command().tenant().toString(),
            "a second command called"));
    broken.addAll(
        doubled(
            run.postures().stream().map(one -> one.with(one)).toList(),
            told -> "%s on partition %s".formatted(told.message().id(), told.partition()),
            told -> told.message().posture().device().value(),
            "a second posture called"));
    broken.addAll(
        doubled(
            run.audit(), entry -> entry.uid(), entry -> entry.key(), "a second audit record of"));
    broken.addAll(
        doubled(
            run.quarantine(),
            found -> Place.of(found).toString(),
            found -> found.topic(),
            "a second quarantine entry of"));
    return broken;
  }

  /** What a command brings about besides: it may end several sessions, but each of them once. */
  private static String besides(Event event) {
    if (event instanceof SessionEnded ended) {
      return ", ending session " + ended.session();
    }
    return event instanceof UseSummarised ? ", summing up" : "";
  }

  private <T> List<Broken> doubled(
      List<Logged<T>> records,
      Function<T, String> identity,
      Function<T, String> about,
      String what) {
    var first = new HashMap<String, Logged<T>>();
    var broken = new ArrayList<Broken>();
    for (var record : records) {
      var name = identity.apply(record.message());
      var earlier = first.putIfAbsent(name, record);
      if (earlier != null) {
        broken.add(
            Broken.of(
                this,
                about.apply(record.message()),
                record,
                "%s %s, which is at %s".formatted(what, name, earlier.where())));
      }
    }
    return broken;
  }
}
