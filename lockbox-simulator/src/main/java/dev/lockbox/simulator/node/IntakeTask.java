package dev.lockbox.simulator.node;

import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Partition;
import dev.lockbox.simulator.log.Producer;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;

/** Puts what was submitted on the command log, one command per record. Decides nothing. */
final class IntakeTask implements Task {
  static final String NAME = "intake-0";

  private final Topics topics;
  private final Variant variant;
  private long position;
  private long appliedUpTo;

  IntakeTask(Topics topics, Variant variant, long position) {
    this.topics = topics;
    this.variant = variant;
    this.position = position;
    this.appliedUpTo =
        topics.intakeProgress().committed(0).stream().mapToLong(Entry::value).max().orElse(-1);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void poll(int recordsMax, Producer producer) {
    for (var entry : topics.requests().committed(position).stream().limit(recordsMax).toList()) {
      if (entry.offset() > appliedUpTo || variant.has(Flaw.INTAKE_FORGETS_ITS_PROGRESS)) {
        passOn(entry, producer);
      }
      position = entry.offset() + 1;
    }
  }

  private void passOn(Entry<Written> entry, Producer producer) {
    switch (entry.value()) {
      case Written.Readable submitted -> submit(submitted, entry.offset(), producer);
      case Written.Garbage garbage -> quarantine(entry.offset(), producer);
      case Written.Ticked tick -> quarantine(entry.offset(), producer);
    }
    producer.append(topics.intakeProgress(), entry.offset());
    appliedUpTo = entry.offset();
  }

  private void submit(Written.Readable submitted, long offset, Producer producer) {
    var id = new CommandId("intake-0-" + offset);
    var command = submitted.under(id);
    if (variant.has(Flaw.INTAKE_OUTSIDE_THE_TRANSACTION)) {
      placeOf(submitted).append(command);
    } else {
      producer.append(placeOf(submitted), command);
    }
  }

  private Partition<Written> placeOf(Written.Readable submitted) {
    var command = submitted.command();
    return variant.has(Flaw.INTAKE_KEYED_BY_REQUEST)
        ? topics.commands().get(command.about().map(one -> placeOf(one.value())).orElse(0))
        : topics.commandsOf(command.tenant());
  }

  private static int placeOf(String request) {
    return Places.partitionOf(new TenantId(request.endsWith("1") ? "a" : "n"));
  }

  private void quarantine(long offset, Producer producer) {
    if (!variant.has(Flaw.INTAKE_POISON_SKIPPED)) {
      var why = Quarantined.Cause.UNREADABLE;
      producer.append(topics.quarantine(), new Quarantined(topics.requests().name(), offset, why));
    }
  }
}
