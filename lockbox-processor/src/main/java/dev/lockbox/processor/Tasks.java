package dev.lockbox.processor;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.processor.fault.Allowance;
import dev.lockbox.processor.fault.ClockAlarm;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.fault.Quarantine;
import dev.lockbox.processor.fault.UnreadRoles;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.processor.store.Askers;
import dev.lockbox.processor.store.Clock;
import dev.lockbox.processor.store.Deadlines;
import dev.lockbox.processor.store.DeviceUse;
import dev.lockbox.processor.store.EngineerSeats;
import dev.lockbox.processor.store.EngineerSessions;
import dev.lockbox.processor.store.Exclusions;
import dev.lockbox.processor.store.FrozenGrants;
import dev.lockbox.processor.store.IndexStore;
import dev.lockbox.processor.store.IntakeProgress;
import dev.lockbox.processor.store.Postures;
import dev.lockbox.processor.store.Progress;
import dev.lockbox.processor.store.Requests;
import dev.lockbox.processor.store.Roles;
import dev.lockbox.processor.store.Staff;
import dev.lockbox.processor.store.Stores;
import dev.lockbox.processor.store.Tenants;
import dev.lockbox.processor.store.Waiting;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** Puts each task's work together from what the service was given and what the task has. */
@Singleton
final class Tasks {
  private final Formats formats;
  private final RegistryPatience patience;
  private final Deployment deployment;
  private final Offer offer;
  private final ProviderSettings provider;
  private final Publishers publishers;
  private final AssertionSettings requesters;
  private final ReporterSettings reporters;
  private final TimerSettings timers;
  private final AlarmLog alarms;
  private final Fold fold;
  private final Faults faults;
  private final ClockAlarm clockAlarm;
  private final QuarantineSettings quarantines;
  private final UnreadRoles unreadRoles;
  private final ProcessorMetrics metrics;

  Tasks(
      Formats formats,
      RegistryPatience patience,
      Deployment deployment,
      OfferSettings offer,
      ProviderSettings provider,
      Publishers publishers,
      AssertionSettings requesters,
      ReporterSettings reporters,
      TimerSettings timers,
      AlarmLog alarms,
      Fold fold,
      Faults faults,
      ClockAlarm clockAlarm,
      QuarantineSettings quarantines,
      UnreadRoles unreadRoles,
      ProcessorMetrics metrics) {
    this.formats = formats;
    this.patience = patience;
    this.deployment = deployment;
    this.offer = offer.offer();
    this.provider = provider;
    this.publishers = publishers;
    this.requesters = requesters;
    this.reporters = reporters;
    this.timers = timers;
    this.alarms = alarms;
    this.fold = fold;
    this.faults = faults;
    this.clockAlarm = clockAlarm;
    this.quarantines = quarantines;
    this.unreadRoles = unreadRoles;
    this.metrics = metrics;
  }

  ProcessorSupplier<byte[], byte[], byte[], byte[]> intake() {
    return TaskProcessor.doing(this::intake);
  }

  ProcessorSupplier<byte[], byte[], byte[], byte[]> activity() {
    return TaskProcessor.doing(this::activity);
  }

  ProcessorSupplier<byte[], byte[], byte[], byte[]> decide() {
    return TaskProcessor.doing(this::decide);
  }

  ProcessorSupplier<byte[], byte[], byte[], byte[]> alarm() {
    return TaskProcessor.doing(this::alarm);
  }

  ProcessorSupplier<byte[], byte[], Void, Void> staff() {
    return TaskProcessor.doing(this::staff);
  }

  private StaffReader staff(ProcessorContext<Void, Void> context) {
    return new StaffReader(
        context,
        new PatientReader<>(formats.roles(), patience),
        provider.tenant(),
        staffOf(context),
        unreadRoles);
  }

  private IntakeProcessor intake(ProcessorContext<byte[], byte[]> context) {
    return new IntakeProcessor(
        context,
        new IntakeReader(new PatientReader<>(formats.requests(), patience), publishers, requesters),
        new Informer(staffOf(context), deployment.evaluation(), provider.source()),
        formats.commands(),
        quarantine(context, LockboxTopology.INTAKE_QUARANTINE),
        new Allowance(quarantines.fullPerMinute()),
        new IntakeProgress(context.getStateStore(Stores.INTAKE_PROGRESS)),
        metrics);
  }

  private ActivityProcessor activity(ProcessorContext<byte[], byte[]> context) {
    return new ActivityProcessor(
        context,
        new ActivityReader(new PatientReader<>(formats.activityLog(), patience), reporters),
        new Seating(
            new EngineerSeats(context.getStateStore(Stores.SEATS)),
            () -> Instant.ofEpochMilli(context.currentSystemTimeMs()),
            metrics),
        formats.activity(),
        formats.commands(),
        formats.commandLog(),
        quarantine(context, LockboxTopology.ACTIVITY_QUARANTINE),
        new Allowance(quarantines.fullPerMinute()),
        new IntakeProgress(context.getStateStore(Stores.ACTIVITY_PROGRESS)),
        metrics);
  }

  private DecisionProcessor decide(ProcessorContext<byte[], byte[]> context) {
    var requests = new Requests(context.getStateStore(Stores.REQUESTS));
    var tenants = new Tenants(context.getStateStore(Stores.TENANTS), deployment);
    var freezes = new FrozenGrants(context.getStateStore(Stores.FREEZES));
    var exclusions = new Exclusions(context.getStateStore(Stores.EXCLUSIONS));
    IndexStore<DeviceUse> devices = context.getStateStore(Stores.DEVICES);
    var sessions = new EngineerSessions(context.getStateStore(Stores.SESSIONS), devices.index());
    var postures = new Postures(context.getStateStore(Stores.POSTURES));
    var clock = new Clock(context.getStateStore(Stores.CLOCK));
    var progress = new Progress(context.getStateStore(Stores.PROGRESS), clock);
    var deadlines = deadlines(context);
    var roles = new Roles(context.getStateStore(Stores.ROLES));
    IndexStore<Waiting> waiting = context.getStateStore(Stores.WAITING);
    var askers = new Askers(context.getStateStore(Stores.DENIALS), waiting.index());
    new Recall(context.taskId().partition(), deadlines, waiting.index(), faults)
        .from(requests, roles, exclusions, sessions);
    var judge =
        new Judge(
            requests,
            tenants,
            freezes,
            exclusions,
            new SessionJudge(sessions, postures),
            askers,
            offer,
            fold,
            new RolesJudge(roles, provider.keeper()));
    var memory =
        new Ledger.Memory(
            requests,
            tenants,
            freezes,
            roles,
            exclusions,
            sessions,
            postures,
            askers,
            progress,
            clock,
            deadlines);
    var seats = new SeatTeller(context, formats.activityLog(), reporters.own());
    var ledger = new Ledger(context, formats, memory, seats);
    return new DecisionProcessor(
        context,
        new PatientReader<>(formats.commandLog(), patience),
        progress,
        clock,
        judge,
        ledger,
        new Freezer(context, formats.commands(), tenants, judge, ledger, faults),
        new UsedUp(context, formats.commands(), requests),
        quarantine(context, LockboxTopology.DECIDE_QUARANTINE),
        new DecisionProcessor.Alarms(faults, clockAlarm),
        metrics);
  }

  private AlarmProcessor alarm(ProcessorContext<byte[], byte[]> context) {
    return new AlarmProcessor(context, deadlines(context), timers, alarms, metrics);
  }

  private Quarantine quarantine(ProcessorContext<byte[], byte[]> context, String sink) {
    return new Quarantine(context, sink, formats.quarantine(), metrics::quarantined);
  }

  /** One for all tasks of this instance. */
  private static Staff staffOf(ProcessorContext<?, ?> context) {
    IndexStore<Staff> store = context.getStateStore(Stores.STAFF);
    return store.index();
  }

  /** The task's one index, which the decider keeps and the alarm rings by. */
  private static Deadlines deadlines(ProcessorContext<byte[], byte[]> context) {
    IndexStore<Deadlines> store = context.getStateStore(Stores.DEADLINES);
    return store.index();
  }
}
