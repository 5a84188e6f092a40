package dev.lockbox.testkit.promise;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tenant's records are on one partition; a request's versions count up by one, and what is
 * published of a request comes before the rules in the order in which it was published.
 */
final class InOrderPerRequest implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    var broken = new ArrayList<Broken>();
    run.events().forEach(entry -> checkPartition(entry, broken));
    checkVersions(run, broken);
    checkIntake(run, broken);
    return broken;
  }

  private void checkPartition(Logged<Recorded> entry, List<Broken> broken) {
    TenantId tenant = entry.message().event().tenant();
    var belongs = Topics.partitionOf(tenant, Topics.EVENTS.partitions());
    if (entry.partition() != belongs) {
      broken.add(
          Broken.of(
              this,
              Told.about(entry.message().event()),
              entry,
              "belongs on partition %d".formatted(belongs)));
    }
  }

  private void checkVersions(Run run, List<Broken> broken) {
    var versions = new HashMap<String, Long>();
    for (var entry : run.events()) {
      var event = entry.message().event();
      var about = Told.about(event);
      var before = versions.getOrDefault(about, 0L);
      var changes =
          !(event instanceof CommandRefused
              || event instanceof GrantsEvent
              || event instanceof SessionEvent);
      var expected = changes ? before + 1 : before;
      if (entry.message().version() != expected) {
        broken.add(
            Broken.of(
                this,
                about,
                entry,
                "version %d was expected, was %d".formatted(expected, entry.message().version())));
      }
      versions.put(about, entry.message().version());
    }
  }

  /** Records of one key keep their order on their way to the command log. */
  private void checkIntake(Run run, List<Broken> broken) {
    var published =
        run.submissions().stream()
            .collect(
                Collectors.toMap(
                    one -> "intake-%d-%d".formatted(one.partition(), one.offset()), one -> one));
    var last = new HashMap<RequestId, Logged<?>>();
    for (var command : run.commands()) {
      var submission = published.get(command.message().id().value());
      if (submission != null) {
        var request = submission.message().command().request();
        var earlier = last.put(request, submission);
        if (earlier != null && submission.isBefore(earlier)) {
          broken.add(
              Broken.of(
                  this,
                  request,
                  command,
                  "%s was published before %s and came behind it"
                      .formatted(submission.where(), earlier.where())));
        }
      }
    }
  }
}
