package dev.lockbox.processor;

import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.fault.Faults;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an operator alerts on. At /prometheus the names have underscores, and counters end in {@code
 * _total}.
 */
@Singleton
final class ProcessorMetrics {
  private final MeterRegistry meters;
  private final Counter accepted;
  private final Counter repeated;
  private final Counter alarmsRung;
  private final Counter alarmsFailed;
  private final Timer alarmLateness;
  private final Counter leftOut;
  private final Counter uninformed;
  private final Counter seatsLapsed;
  private final Timer closingLateness;
  private final Counter closingsFailed;

  ProcessorMetrics(MeterRegistry meters, Faults faults) {
    this.meters = meters;
    this.accepted = decisions("accepted");
    this.repeated = decisions("repeated");
    this.alarmsRung =
        Counter.builder("lockbox.alarms.rung")
            .description("Deadlines that the decider was asked to enforce")
            .register(meters);
    this.alarmsFailed =
        Counter.builder("lockbox.alarms.failed")
            .description("Alarms that Kafka did not acknowledge; each is rung again")
            .register(meters);
    this.alarmLateness =
        Timer.builder("lockbox.alarm.lateness")
            .description("How long after its deadline a request was rung")
            .register(meters);
    this.leftOut =
        Counter.builder("lockbox.quarantined.left.out")
            .description("Records in quarantine whose bytes are not kept: too many in a minute")
            .register(meters);
    this.uninformed =
        Counter.builder("lockbox.facts.left.out")
            .description(
                "Requests without what is known of their engineer: more than a record holds")
            .register(meters);
    this.seatsLapsed =
        Counter.builder("lockbox.seats.lapsed")
            .description("Seats on gateways of which nothing was told for two days")
            .register(meters);
    this.closingLateness =
        Timer.builder("lockbox.closing.lateness")
            .description("How long after the end of access an enforcement point had closed")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    this.closingsFailed =
        Counter.builder("lockbox.closings.failed")
            .description("Ends of access of which some enforcement point said nothing in time")
            .register(meters);
    Gauge.builder("lockbox.requests.faulted", faults, Faults::count)
        .description("Requests whose history is impossible")
        .register(meters);
    showFromTheStart();
  }

  /** A rise is seen of what was shown before; so nothing begins with the first that is counted. */
  private void showFromTheStart() {
    for (var refusal : Refusal.values()) {
      refusals(refusal);
    }
    for (var topic : List.of(Topics.COMMANDS, Topics.REQUESTS, Topics.ACTIVITY)) {
      replays(topic.name());
      for (var cause : QuarantineCause.values()) {
        quarantines(topic.name(), cause);
      }
    }
  }

  /** A command was accepted, and something happened. */
  void accepted() {
    accepted.increment();
  }

  /** What of an event is counted by itself. */
  void happened(Event event) {
    if (event instanceof ClosingAcknowledged closed) {
      closingLateness.record(closed.late());
    } else if (event instanceof ClosingFailed failed) {
      closingsFailed.increment();
    }
  }

  /** An attempt that was accepted before came again. */
  void repeated() {
    repeated.increment();
  }

  /** Somebody was told no. */
  void refused(Refusal why) {
    decisions("refused").increment();
    refusals(why).increment();
  }

  private Counter refusals(Refusal why) {
    return Counter.builder("lockbox.refusals")
        .description("Commands of people and services that the rules refused")
        .tag("refusal", why.name())
        .register(meters);
  }

  /** An alarm came too early, or after everything was over. */
  void alarmRefused(Refusal why) {
    Counter.builder("lockbox.alarms.refused")
        .description("Alarms that came to nothing")
        .tag("refusal", why.name())
        .register(meters)
        .increment();
  }

  void rung(Duration late) {
    alarmsRung.increment();
    alarmLateness.record(late);
  }

  /** Kafka did not acknowledge an alarm. */
  void alarmFailed() {
    alarmsFailed.increment();
  }

  /** A record was met that had been applied before. */
  void replayed(String topic) {
    replays(topic).increment();
  }

  private Counter replays(String topic) {
    return Counter.builder("lockbox.replays")
        .description("Records read again after they had been applied; nothing was written for them")
        .tag("topic", topic)
        .register(meters);
  }

  /** More was known of an engineer than a record can hold, so that nothing was said of them. */
  void uninformed() {
    uninformed.increment();
  }

  private Counter quarantines(String topic, QuarantineCause cause) {
    return Counter.builder("lockbox.quarantined")
        .description("Records that could not be read or did not belong where they were")
        .tag("topic", topic)
        .tag("cause", cause.name())
        .register(meters);
  }

  void quarantined(Quarantined record) {
    quarantines(record.topic(), record.cause()).increment();
    record.leftOut().ifPresent(bytes -> leftOut.increment());
  }

  /** Nothing was told of so many seats on gateways for so long that nobody holds them any more. */
  void seatsLapsed(int seats) {
    seatsLapsed.increment(seats);
  }

  /** Shows how many deadlines of a partition are open, until {@link OpenDeadlines#close}. */
  OpenDeadlines openDeadlines(int partition) {
    var open = new AtomicInteger();
    var gauge =
        Gauge.builder("lockbox.deadlines.open", open, AtomicInteger::get)
            .description("Requests that wait for a decision or hold access")
            .tag("partition", Integer.toString(partition))
            .register(meters);
    return new OpenDeadlines(open, () -> meters.remove(gauge));
  }

  /** A number that is shown. */
  record OpenDeadlines(AtomicInteger open, Runnable remove) {
    void are(int count) {
      open.set(count);
    }

    void close() {
      remove.run();
    }
  }

  private Counter decisions(String verdict) {
    return Counter.builder("lockbox.decisions")
        .description("Commands that were decided")
        .tag("verdict", verdict)
        .register(meters);
  }
}
