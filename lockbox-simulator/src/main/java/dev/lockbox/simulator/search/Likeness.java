package dev.lockbox.simulator.search;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a situation decides its future, in words that are the same for all situations alike:
 * those that differ only in when they are, in which request is which, or in which of the two
 * approvers is which. That the rules know no request and no approver by name, and no hour of the
 * day, is taken for granted here; random histories do not.
 */
final class Likeness {
  private final Moves moves;

  Likeness(Moves moves) {
    this.moves = moves;
  }

  String of(Situation situation) {
    var asTheyAre = of(situation, List.of(Moves.ANNA, Moves.BEN));
    var swapped = of(situation, List.of(Moves.BEN, Moves.ANNA));
    return asTheyAre.compareTo(swapped) <= 0 ? asTheyAre : swapped;
  }

  private String of(Situation situation, List<PersonId> approvers) {
    return Stream.of(Moves.ONE, Moves.OTHER)
        .map(request -> of(situation.of(request), request, situation.now(), approvers))
        .sorted()
        .collect(Collectors.joining(" | "));
  }

  private String of(AccessRequest state, RequestId request, Instant now, List<PersonId> approvers) {
    var past = of(state.trail(), request, approvers);
    return switch (state) {
      case AccessRequest.Unopened none -> "unopened";
      case AccessRequest.Evaluated evaluated ->
          "evaluated %s, %s: %s"
              .formatted(
                  left(evaluated.opening().decideBy(), now),
                  evaluated.approvals().given().stream()
                      .map(yes -> placeOf(yes.by(), approvers) + yes.stage())
                      .toList(),
                  past);
      case AccessRequest.Passed passed -> "passed: " + past;
      case AccessRequest.Pending pending ->
          "pending %s since %s, %s by %s: %s"
              .formatted(
                  left(pending.opening().decideBy(), now),
                  pending.termsVersion(),
                  pending.terms().accessFor(),
                  pending.approvals().given().stream()
                      .map(yes -> placeOf(yes.by(), approvers) + yes.stage())
                      .toList(),
                  past);
      case AccessRequest.Scheduled scheduled ->
          "scheduled %s %s: %s"
              .formatted(left(scheduled.startsAt(), now), left(scheduled.accessUntil(), now), past);
      case AccessRequest.Granted granted ->
          "granted %s: %s".formatted(left(granted.accessUntil(), now), past);
      case AccessRequest.Closing closing ->
          "closing %s %s %s: %s"
              .formatted(
                  closing.end().outcome(),
                  closing.due().points().stream().sorted().toList(),
                  closing.isOverdue() ? Duration.ZERO : left(closing.due().by(), now),
                  past);
      case AccessRequest.Closed closed ->
          "%s %s %s %s: %s"
              .formatted(
                  closed.outcome(),
                  closed.opened().isPresent(),
                  closed.lookback().remindAt().map(at -> left(at, now)),
                  closed.lookback().readBy().map(who -> placeOf(who, approvers)),
                  past);
      case AccessRequest.Faulted faulted -> "faulted: " + past;
    };
  }

  /** What is over is over, however long it has been. */
  private static Duration left(Instant deadline, Instant now) {
    return now.isBefore(deadline) ? Duration.between(now, deadline) : Duration.ZERO;
  }

  private String of(Trail trail, RequestId request, List<PersonId> approvers) {
    return trail.accepted().entrySet().stream()
        .map(
            one ->
                "%s %s %s %s"
                    .formatted(
                        placeOf(one.getKey().actor(), approvers),
                        one.getKey().id(),
                        moves.nameOf(request, one.getValue().content()),
                        one.getValue().version()))
        .collect(Collectors.joining(", ", trail.version() + " ", ""));
  }

  private static String placeOf(PersonId person, List<PersonId> approvers) {
    var place = approvers.indexOf(person);
    return place < 0 ? person.value() : "approver-" + place;
  }
}
