package dev.lockbox.simulator.node;

import dev.lockbox.domain.Posture;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts what was submitted on the command log, one command per record, with what is known of the
 * engineer's seat. Decides nothing.
 */
final class IntakeTask implements Task {
  static final String NAME = "intake-0";

  private final Topics topics;
  private final Variant variant;
  private final Seating seating;
  private long position;
  private long appliedUpTo = -1;

  /**
   * @param hostClock without which the log's clock takes nobody's seat away
   */
  IntakeTask(Topics topics, Variant variant, Supplier<Instant> hostClock, long position) {
    this.topics = topics;
    this.variant = variant;
    this.seating = new Seating(variant, hostClock);
    this.position = position;
    topics.intakeProgress().committed(0).stream().map(Entry::value).forEach(this::restore);
  }

  private void restore(Passed passed) {
    appliedUpTo = Math.max(appliedUpTo, passed.offset());
    passed.sitting().ifPresent(seating::restore);
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
    var sitting =
        switch (entry.value()) {
          case Written.Readable submitted -> submit(submitted, entry, producer);
          case Written.OfSeat told -> Optional.of(seating.heard(told.report(), entry.at()));
          case Written.OfDevice found -> tellEverybody(found.posture(), entry, producer);
          case Written.Heeded stray -> quarantine(entry.offset(), producer);
          case Written.Garbage garbage -> quarantine(entry.offset(), producer);
          case Written.Ticked tick -> quarantine(entry.offset(), producer);
        };
    var kept = sitting.filter(one -> !variant.has(Flaw.SEATS_NOT_IN_THE_CHANGELOG));
    producer.append(topics.intakeProgress(), new Passed(entry.offset(), kept));
    appliedUpTo = entry.offset();
  }

  private Optional<Passed.Sitting> submit(
      Written.Readable submitted, Entry<Written> entry, Producer producer) {
    var id = new CommandId("intake-0-" + entry.offset());
    var command = submitted.under(id).asking(seating.seated(submitted.command(), entry.at()));
    var sitting = seating.claimed(id, command.command(), entry.at());
    if (variant.has(Flaw.INTAKE_OUTSIDE_THE_TRANSACTION)) {
      placeOf(submitted).append(command);
    } else {
      producer.append(placeOf(submitted), command);
    }
    return sitting;
  }

  /** No tenant is named, so each of them hears of it: on every partition, or on none. */
  private Optional<Passed.Sitting> tellEverybody(
      Posture posture, Entry<Written> entry, Producer producer) {
    var known = variant.has(Flaw.POSTURES_BELIEVED_BEFOREHAND) ? posture : posture.by(entry.at());
    var told = new Written.Heeded(new CommandId("intake-0-" + entry.offset()), known);
    for (var partition : concerned()) {
      if (variant.has(Flaw.POSTURES_TOLD_OUTSIDE_THE_TRANSACTION)) {
        partition.append(told);
      } else {
        producer.append(partition, told);
      }
    }
    return Optional.empty();
  }

  private List<Partition<Written>> concerned() {
    return variant.has(Flaw.POSTURE_HEEDED_BY_SOME)
        ? topics.commands().subList(0, 1)
        : topics.commands();
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

  private Optional<Passed.Sitting> quarantine(long offset, Producer producer) {
    if (!variant.has(Flaw.INTAKE_POISON_SKIPPED)) {
      var why = Quarantined.Cause.UNREADABLE;
      producer.append(topics.quarantine(), new Quarantined(topics.requests().name(), offset, why));
    }
    return Optional.empty();
  }
}
