package dev.lockbox.testkit.promise;

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
import java.util.stream.Collectors;

/**
 * By the broker's clock alone: an approval counts only before {@code decideBy}, access lasts from
 * the approval's append time on and no longer than was settled, and what was settled is within the
 * limits.
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
        .filter(entry -> entry.message().event() instanceof RequestApproved)
        .forEach(
            entry ->
                judgeGrant(
                    entry, opened, (RequestApproved) entry.message().event(), appended, broken));
  }

  private void judgeGrant(
      Logged<Recorded> entry,
      RequestOpened opened,
      RequestApproved approved,
      Map<CommandId, Instant> appended,
      List<Broken> broken) {
    expect(
        approved.at().equals(appended.get(entry.message().cause())),
        entry,
        "granted at another time than its command was appended",
        broken);
    expect(
        approved.at().isBefore(opened.decideBy()),
        entry,
        "granted at %s, too late since %s".formatted(approved.at(), opened.decideBy()),
        broken);
    expect(
        approved.accessUntil().equals(approved.at().plus(opened.accessFor())),
        entry,
        "access until %s, was approved at %s for %s"
            .formatted(approved.accessUntil(), approved.at(), opened.accessFor()),
        broken);
  }

  private void expect(boolean holds, Logged<Recorded> entry, String why, List<Broken> broken) {
    if (!holds) {
      broken.add(Broken.of(this, Told.about(entry.message().event()), entry, why));
    }
  }
}
