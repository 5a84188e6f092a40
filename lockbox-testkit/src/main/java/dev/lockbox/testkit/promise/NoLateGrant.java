package dev.lockbox.testkit.promise;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By the broker's clock alone: an approval counts only before {@code decideBy}, access lasts from
 * the approval's append time, or the later start that was asked for, on and no longer than was
 * settled, and what was settled is within the limits.
 */
final class NoLateGrant implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    Map<CommandId, Instant> appended =
        run.commands().stream()
            .collect(
                Collectors.toMap(
                    one -> one.message().id(), Logged::timestamp, (first, second) -> first));
    var broken = new ArrayList<Broken>();
    new Told(run).byRequest().values().forEach(history -> judge(history, run, appended, broken));
    return broken;
  }

  private void judge(
      List<Logged<Recorded>> history,
      Run run,
      Map<CommandId, Instant> appended,
      List<Broken> broken) {
    judgeStart(history, appended, broken);
    history.stream()
        .filter(entry -> entry.message().event() instanceof RequestOpened)
        .findFirst()
        .ifPresent(
            opening ->
                judge(
                    opening,
                    (RequestOpened) opening.message().event(),
                    history,
                    run,
                    appended,
                    broken));
  }

  private void judge(
      Logged<Recorded> opening,
      RequestOpened opened,
      List<Logged<Recorded>> history,
      Run run,
      Map<CommandId, Instant> appended,
      List<Broken> broken) {
    var limits = run.limits();
    expect(
        opened.decideBy().equals(opened.at().plus(limits.pendingWindow())),
        opening,
        "decideBy is not the pending window after opening",
        broken);
    expect(
        opened.accessFor().compareTo(limits.accessFor()) <= 0,
        opening,
        "access is for longer than the limit",
        broken);
    history.stream()
        .forEach(
            entry -> {
              switch (entry.message().event()) {
                case RequestApproved yes -> {
                  var grant = new Grant(yes.at(), yes.at(), yes.accessUntil());
                  judgeGrant(entry, opened, grant, appended, broken);
                }
                case AccessScheduled yes -> {
                  var grant = new Grant(yes.at(), yes.startsAt(), yes.accessUntil());
                  judgeGrant(entry, opened, grant, appended, broken);
                }
                default -> {} // nothing else grants
              }
            });
  }

  /**
   * @param at when the last yes was said
   * @param from from when on there is access
   */
  private record Grant(Instant at, Instant from, Instant until) {}

  private void judgeGrant(
      Logged<Recorded> entry,
      RequestOpened opened,
      Grant grant,
      Map<CommandId, Instant> appended,
      List<Broken> broken) {
    expect(
        grant.at().equals(appended.get(entry.message().cause())),
        entry,
        "granted at another time than its command was appended",
        broken);
    expect(
        grant.at().isBefore(opened.decideBy()),
        entry,
        "granted at %s, too late since %s".formatted(grant.at(), opened.decideBy()),
        broken);
    expect(
        grant.until().equals(grant.from().plus(opened.accessFor())),
        entry,
        "access until %s, was granted from %s for %s"
            .formatted(grant.until(), grant.from(), opened.accessFor()),
        broken);
  }

  private void judgeStart(
      List<Logged<Recorded>> history, Map<CommandId, Instant> appended, List<Broken> broken) {
    Optional<AccessScheduled> scheduled = Optional.empty();
    for (var entry : history) {
      if (entry.message().event() instanceof AccessScheduled yes) {
        scheduled = Optional.of(yes);
      } else if (entry.message().event() instanceof AccessStarted started) {
        var begun = Optional.ofNullable(appended.get(entry.message().cause()));
        expect(
            begun.filter(started.at()::equals).isPresent(),
            entry,
            "began at another time than its alarm was appended",
            broken);
        expect(
            scheduled
                .filter(yes -> !started.at().isBefore(yes.startsAt()))
                .filter(yes -> started.at().isBefore(yes.accessUntil()))
                .isPresent(),
            entry,
            "access began outside of its time, %s".formatted(scheduled),
            broken);
      }
    }
  }

  private void expect(boolean holds, Logged<Recorded> entry, String why, List<Broken> broken) {
    if (!holds) {
      broken.add(Broken.of(this, Told.about(entry.message().event()), entry, why));
    }
  }
}
