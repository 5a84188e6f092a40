package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.processor.store.Deadlines;
import dev.lockbox.processor.store.Progress;
import dev.lockbox.processor.store.Requests;
import dev.lockbox.processor.store.Tenants;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes down what a command led to: the state, the events with the tenant's next sequences and
 * their versions, and how far the log has been applied. One call per command, so that no sequence
 * is left out and no offset is noted without what it led to.
 */
final class Ledger {
  private final ProcessorContext<byte[], byte[]> context;
  private final Format<Recorded> events;
  private final Format<RequestSnapshot> states;
  private final Memory memory;

  /** Where a partition's state is kept. */
  record Memory(Requests requests, Tenants tenants, Progress progress, Deadlines deadlines) {}

  Ledger(ProcessorContext<byte[], byte[]> context, Formats formats, Memory memory) {
    this.context = context;
    this.events = formats.events();
    this.states = formats.states();
    this.memory = memory;
  }

  /**
   * A request moved on.
   *
   * @param happened in order; each made one version, the last of them that of {@code after}
   */
  void request(RequestSnapshot after, List<? extends Event> happened, Case cause) {
    memory.requests().put(after);
    memory.deadlines().move(after.request(), after.state().deadline());
    record(happened, after.state().version() - happened.size() + 1, cause);
    context.forward(
        new Record<>(states.key(after), states.value(after), cause.found().timestampMillis()),
        LockboxTopology.STATES);
  }

  /**
   * A tenant changed.
   *
   * @param happened in order; each made one version, the last of them that of {@code after}
   */
  void tenant(TenantSnapshot after, List<? extends Event> happened, Case cause) {
    memory.tenants().put(after);
    record(happened, after.state().version() - happened.size() + 1, cause);
  }

  /** Something was refused, and the version stays as it is. */
  void refusal(Event refused, long version, Case cause) {
    record(List.of(refused), version, cause);
  }

  private void record(List<? extends Event> happened, long firstVersion, Case cause) {
    var tenant = cause.logged().command().tenant();
    var sequence = memory.progress().lastSequence(tenant);
    var version = firstVersion;
    for (var event : happened) {
      sequence++;
      var rules = rulesVersion(event);
      send(new Recorded(sequence, version, rules, cause.logged().id(), event), cause);
      version++;
    }
    memory.progress().applied(tenant, sequence, cause.found().offset());
  }

  private OptionalLong rulesVersion(Event event) {
    return event.about().isPresent()
        ? OptionalLong.of(memory.tenants().find(event.tenant()).version())
        : OptionalLong.empty();
  }

  /** Under the command's own time; of its headers, which may be anybody's, none is passed on. */
  private void send(Recorded recorded, Case cause) {
    var headers = new RecordHeaders().add(Headers.CAUSE, recorded.cause().value().getBytes(UTF_8));
    context.forward(
        new Record<>(
            events.key(recorded), events.value(recorded), cause.found().timestampMillis(), headers),
        LockboxTopology.EVENTS);
  }
}
