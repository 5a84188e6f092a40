package dev.lockbox.simulator;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.TargetReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules know and nobody brings about here. It is told with every report, so that it is not
 * taken for tried; and left out of what a run must have met.
 */
final class Gaps {
  /** Kinds of commands, events and states; of a sealed one, all that it may be. */
  private static final List<Class<?>> KINDS = List.of(TargetReport.class, TargetEvent.class);

  /** What is only between two events of one transaction, so that no command ever meets it. */
  private static final Set<String> NEVER_MET = Set.of(AccessRequest.Passed.class.getSimpleName());

  private Gaps() {}

  /** The states of these that a command can meet. */
  static List<String> met(Class<?> sealed) {
    return closed(sealed).stream().filter(state -> !NEVER_MET.contains(state)).toList();
  }

  /** The kinds of these that are brought about. */
  static List<String> closed(Class<?> sealed) {
    var open = kinds().collect(Collectors.toSet());
    return Kinds.of(sealed).stream().filter(kind -> !open.contains(kind)).toList();
  }

  private static Stream<String> kinds() {
    return KINDS.stream().flatMap(kind -> Kinds.of(kind).stream());
  }

  /** For people; empty when there are none. */
  static List<String> lines() {
    return KINDS.isEmpty()
        ? List.of()
        : List.of("Not simulated: " + kinds().collect(Collectors.joining(", ")) + ".");
  }
}
