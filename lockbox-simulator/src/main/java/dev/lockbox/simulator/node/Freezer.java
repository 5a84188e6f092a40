package dev.lockbox.simulator.node;

import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Producer;
import dev.lockbox.simulator.record.Freezing;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.variant.Flaw;
import java.util.Collection;
import java.util.List;

/** Freezes the grants of whoever may have said no in a record that nobody can read. */
final class Freezer {
  private static final PersonId PROCESSOR = new PersonId("lockbox-processor");

  private final Setting setting;
  private final int partition;
  private final Memory memory;
  private final Judge judge;
  private final Ledger ledger;

  Freezer(Setting setting, int partition, Memory memory, Judge judge, Ledger ledger) {
    this.setting = setting;
    this.partition = partition;
    this.memory = memory;
    this.judge = judge;
    this.ledger = ledger;
  }

  void freeze(Entry<Written> found, Quarantined.Cause why, Moment at, Producer producer) {
    if (found.value() instanceof Written.Garbage garbage && !has(Flaw.GARBAGE_FREEZES_NOBODY)) {
      concerned(garbage).forEach(tenant -> here(tenant, found.offset(), why, at, producer));
    }
    if (!has(Flaw.STRANGERS_NOT_TOLD)) {
      Freezing.strangerIn(found.value(), partition)
          .ifPresent(stranger -> elsewhere(stranger, found.offset(), why, producer));
    }
  }

  /** Whom the key names, if it is somebody here; otherwise it may have been anybody. */
  private Collection<TenantId> concerned(Written.Garbage garbage) {
    var named = garbage.key().filter(judge::isRegistered);
    return named.isPresent() || has(Flaw.NAMELESS_GARBAGE_FREEZES_NOBODY)
        ? named.stream().toList()
        : List.copyOf(memory.tenants().keySet());
  }

  private void here(
      TenantId tenant, long offset, Quarantined.Cause why, Moment at, Producer producer) {
    var cause = new Ledger.Case(Freezing.here(partition, offset), tenant, offset, at, producer);
    judge
        .onUnreadable(tenant, Freezing.by(partition, offset), why, at.appended())
        .ifPresent(moved -> ledger.grants(moved, cause));
  }

  private void elsewhere(TenantId stranger, long offset, Quarantined.Cause why, Producer producer) {
    var id = Freezing.elsewhere(partition, offset);
    var by = new Attempt(PROCESSOR, new DecisionId(id.value()));
    var freeze = new FreezeGrants(stranger, by, Freezing.by(partition, offset), why.name());
    var told = Written.Readable.of(id, freeze);
    var place = setting.topics().commandsOf(stranger);
    if (has(Flaw.STRANGERS_TOLD_OUTSIDE_THE_TRANSACTION)) {
      place.append(told);
    } else {
      producer.append(place, told);
    }
  }

  private boolean has(Flaw flaw) {
    return setting.variant().has(flaw);
  }
}
