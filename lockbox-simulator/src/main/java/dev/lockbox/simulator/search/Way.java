package dev.lockbox.simulator.search;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.node.Seen;
import dev.lockbox.simulator.oracle.Evidence;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.search.Moves.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands and events that led to a situation.
 *
 * @param length in steps, of asking and of waiting
 */
record Way(
    Situation situation, int length, List<Entry<Written>> commands, List<Entry<Recorded>> events) {

  static Way from(Situation situation) {
    return new Way(situation, 0, List.of(), List.of());
  }

  /** What was asked of the tenant before anything else, which is no step. */
  Way governed(TenantCommand command, TenantEvent event, long version) {
    var asked = Written.Readable.of(id(), command);
    var recorded = new Recorded(events.size() + 1, version, id(), event);
    return new Way(situation, 0, with(asked), with(List.of(recorded)));
  }

  Way waited(Instant until) {
    return new Way(situation.at(until), length + 1, commands, events);
  }

  Way then(Move move, List<? extends Event> happened, Situation after) {
    var asked = new Written.Readable(id(), move.command(), move.content());
    var told = new ArrayList<Recorded>();
    for (var event : happened) {
      var before = situation.of(event.about().orElseThrow()).version();
      var version = event instanceof RequestEvent ? before + 1 + told.size() : before;
      told.add(new Recorded(events.size() + 1 + told.size(), version, id(), event));
    }
    return new Way(after, length + 1, with(asked), with(told));
  }

  private CommandId id() {
    return new CommandId("command-" + commands.size());
  }

  private List<Entry<Written>> with(Written.Readable asked) {
    var all = new ArrayList<>(commands);
    all.add(new Entry<>(commands.size(), situation.now(), asked));
    return List.copyOf(all);
  }

  private List<Entry<Recorded>> with(List<Recorded> told) {
    var all = new ArrayList<>(events);
    told.forEach(one -> all.add(new Entry<>(all.size(), situation.now(), one)));
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
        List.of(),
        Provided.by(Deployment.DEFAULTS),
        Evidence.Extent.ANSWERED);
  }

  private List<Standing> standings() {
    return Stream.of(Moves.ONE, Moves.OTHER)
        .filter(request -> situation.of(request).version() > 0)
        .map(request -> Seen.standing(request, situation.of(request), false))
        .toList();
  }
}
