package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.CoolDown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an engineer asks faster than a tenant lets them; from docs/rules.md. */
final class Haste {
  private final Story story;
  private final PersonId engineer;

  Haste(Story story, OpenRequest open) {
    this.story = story;
    this.engineer = open.asked().engineer();
  }

  /** Whether as many of theirs wait, for whomever, as may at once. */
  boolean isFull() {
    var most = story.now().settings().policy().pace().openAtMost();
    return most.isPresent() && waiting() >= most.get();
  }

  private long waiting() {
    return theirs().stream()
        .filter(request -> story.isAsked(request) || story.isInside(request))
        .filter(request -> !story.isSpoilt(request))
        .count();
  }

  private List<RequestId> theirs() {
    return story.requests().stream()
        .filter(request -> story.opening(request).isPresent())
        .filter(request -> story.engineer(request).equals(engineer))
        .toList();
  }

  /** Whether they were denied so often of late that they ask for nothing for a while. */
  boolean isCooling(Instant at) {
    var rule = story.now().settings().policy().pace().coolDown();
    return rule.isPresent() && isCooling(rule.get(), at);
  }

  private boolean isCooling(CoolDown rule, Instant at) {
    var denied = denied();
    for (var first = 0; first + rule.denials() <= denied.size(); first++) {
      var last = denied.get(first + rule.denials() - 1);
      if (Duration.between(denied.get(first), last).compareTo(rule.within()) <= 0
          && at.isBefore(last.plus(rule.lasts()))) {
        return true;
      }
    }
    return false;
  }

  /** When, in order: by a person of the customer's, and no revocation of what was granted. */
  private List<Instant> denied() {
    var denied = new ArrayList<Instant>();
    for (var request : theirs()) {
      story
          .end(request)
          .filter(end -> isDenial(end, request))
          .map(Effect::at)
          .ifPresent(denied::add);
    }
    denied.sort(null);
    return denied;
  }

  private boolean isDenial(Effect end, RequestId request) {
    return !end.isFault()
        && (end.command() instanceof Deny
            || end.command() instanceof Revoke && story.grant(request).equals(Optional.empty()));
  }
}
