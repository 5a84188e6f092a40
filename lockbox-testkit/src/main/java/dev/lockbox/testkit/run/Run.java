package dev.lockbox.testkit.run;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.message.Tick;
import java.time.Instant;
import java.util.List;

/**
 * Everything that was seen of one run. Each topic is read committed and to its end; records stand
 * in the order of their partitions, and within a partition in that of the log.
 *
 * @param limits that the processor was run with
 * @param readAt when the reading of the topics began
 * @param ticks of hosts' clocks, on the command log
 * @param postures of devices, on each partition of the command log
 * @param unreadable what stood on a topic and means nothing, and why
 * @param operations of the clients
 * @param views that the API gave after all else; may be empty
 */
public record Run(
    AccessLimits limits,
    Instant readAt,
    List<Logged<Submission>> submissions,
    List<Logged<LoggedCommand>> commands,
    List<Logged<Recorded>> events,
    List<Logged<RequestSnapshot>> states,
    List<Logged<AuditEntry>> audit,
    List<Logged<Quarantined>> quarantine,
    List<Logged<Tick>> ticks,
    List<Logged<HeedPosture>> postures,
    List<Logged<Meaningless>> unreadable,
    List<Operation> operations,
    List<Viewed> views) {
  public Run {
    submissions = List.copyOf(submissions);
    commands = List.copyOf(commands);
    events = List.copyOf(events);
    states = List.copyOf(states);
    audit = List.copyOf(audit);
    quarantine = List.copyOf(quarantine);
    ticks = List.copyOf(ticks);
    postures = List.copyOf(postures);
    unreadable = List.copyOf(unreadable);
    operations = List.copyOf(operations);
    views = List.copyOf(views);
  }
}
