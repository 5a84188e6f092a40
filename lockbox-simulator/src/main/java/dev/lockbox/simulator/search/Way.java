package dev.lockbox.simulator.search;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.node.Seen;
import dev.lockbox.simulator.oracle.Evidence;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The commands and events that led to a situation. */
record Way(Situation situation, List<Entry<Written>> commands, List<Entry<Recorded>> events) {

  static Way from(Command first, Event event, Situation situation) {
    var id = new CommandId("command-0");
    var written = new Entry<Written>(0, situation.now(), Written.Readable.of(id, first));
    var recorded = new Entry<>(0, situation.now(), new Recorded(1, 1, id, event));
    return new Way(situation, List.of(written), List.of(recorded));
  }

  int length() {
    return commands.size();
  }

  Way then(Command command, Instant at, List<? extends Event> happened, Situation after) {
    var id = new CommandId("command-" + commands.size());
    var asked = new Entry<Written>(commands.size(), at, Written.Readable.of(id, command));
    var told = new ArrayList<>(events);
    for (var event : happened) {
      var about = event.about().orElseThrow();
      var version =
          event instanceof RequestEvent
              ? situation.of(about).version() + 1 + happened.indexOf(event)
              : situation.of(about).version();
      var recorded = new Recorded(told.size() + 1, version, id, event);
      told.add(new Entry<>(told.size(), at, recorded));
    }
    return new Way(after, with(asked), List.copyOf(told));
  }

  private List<Entry<Written>> with(Entry<Written> asked) {
    var all = new ArrayList<>(commands);
    all.add(asked);
    return List.copyOf(all);
  }

  Evidence evidence() {
    return new Evidence(
        List.of(),
        List.of(commands, List.of()),
        List.of(events, List.of()),
        List.of(),
        standings(),
        List.of(),
        List.of(),
        AccessLimits.DEFAULTS,
        Evidence.Extent.ANSWERED);
  }

  private List<Standing> standings() {
    return Stream.of(Moves.ONE, Moves.OTHER)
        .filter(request -> situation.of(request).version() > 0)
        .map(request -> Seen.standing(request, situation.of(request)))
        .toList();
  }
}
