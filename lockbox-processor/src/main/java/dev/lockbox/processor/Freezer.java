package dev.lockbox.processor;

import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.store.Tenants;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Freezes the grants of whoever may have said no in a record of the command log that nobody can
 * read: the tenants that its inside or its key names, or, where neither can be told, every tenant
 * of the partition. In the transaction that passes the record by, so that a replay freezes the
 * same.
 *
 * <p>A tenant whose records belong on another partition is another task's to decide on, and is told
 * of it by a command on that partition.
 */
final class Freezer {
  /** Whom the record names as the one who asked, where a task asks another. */
  private static final PersonId PROCESSOR = new PersonId("lockbox-processor");

  private final ProcessorContext<byte[], byte[]> context;
  private final Format<LoggedCommand> commands;
  private final Tenants tenants;
  private final Judge judge;
  private final Ledger ledger;
  private final Faults faults;

  Freezer(
      ProcessorContext<byte[], byte[]> context,
      Format<LoggedCommand> commands,
      Tenants tenants,
      Judge judge,
      Ledger ledger,
      Faults faults) {
    this.context = context;
    this.commands = commands;
    this.tenants = tenants;
    this.judge = judge;
    this.ledger = ledger;
    this.faults = faults;
  }

  void freeze(Found found, Unreadable unreadable, Moment at) {
    var key = Inbound.tenantIn(found);
    var named = new TreeSet<>(unreadable.named().orElse(Set.of()));
    var isTold = unreadable.named().isPresent() || key.filter(this::isKnownHere).isPresent();
    if (unreadable.named().filter(Set::isEmpty).isEmpty()) {
      key.ifPresent(named::add);
    }
    here(isTold ? named : tenants.all(), found, unreadable, at);
    if (!isFreeze(unreadable)) {
      named.stream()
          .filter(tenant -> !isHere(tenant))
          .forEach(tenant -> tellOtherTask(tenant, found, unreadable));
    }
  }

  /** One that went astray sends no other after it, or there might be no end of them. */
  private static boolean isFreeze(Unreadable unreadable) {
    return unreadable
        .meaning()
        .filter(LoggedCommand.class::isInstance)
        .filter(logged -> ((LoggedCommand) logged).command() instanceof FreezeGrants)
        .isPresent();
  }

  private void here(Collection<TenantId> concerned, Found found, Unreadable unreadable, Moment at) {
    var name = nameOf(found, "unreadable");
    concerned.stream()
        .filter(this::isKnownHere)
        .flatMap(
            tenant ->
                judge
                    .onUnreadable(tenant, found.quarantineId(), unreadable.why(), at.appended())
                    .stream())
        .forEach(moved -> moved(moved, name, found, at));
  }

  /**
   * Notes that grants were frozen or released, and shows each of them as it is now. What is spoilt
   * cannot be shown so, and is faulted: nobody is to go on reading of it that it is access.
   *
   * @param name of what froze or released them
   */
  void moved(Verdict.GrantsMoved moved, CommandId name, Found found, Moment at) {
    for (var request : ledger.grants(moved, name, found, at)) {
      judge
          .spoilt(request, at.appended())
          .ifPresent(
              faulted -> {
                ledger.fault(faulted, name, found, at);
                faults.found(context.taskId().partition(), request);
              });
    }
  }

  private void tellOtherTask(TenantId tenant, Found found, Unreadable unreadable) {
    var name = nameOf(found, "freeze");
    var by = new Attempt(PROCESSOR, new DecisionId(name.value()));
    var freeze = new FreezeGrants(tenant, by, found.quarantineId(), unreadable.why().name());
    var command = new LoggedCommand(name, freeze);
    context.forward(
        new Record<>(commands.key(command), commands.value(command), context.currentSystemTimeMs()),
        LockboxTopology.FREEZE_COMMANDS);
  }

  private boolean isKnownHere(TenantId tenant) {
    return isHere(tenant) && tenants.find(tenant).members().isPresent();
  }

  private boolean isHere(TenantId tenant) {
    return commands.partitionOf(tenant) == context.taskId().partition();
  }

  private static CommandId nameOf(Found found, String what) {
    return new CommandId("%s-%s-%s".formatted(what, found.partition(), found.offset()));
  }
}
