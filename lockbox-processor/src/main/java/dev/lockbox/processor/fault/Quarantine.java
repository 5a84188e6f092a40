package dev.lockbox.processor.fault;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where records go that are not applied: byte for byte, in the transaction that passes them by. */
public final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  private final ProcessorContext<byte[], byte[]> context;
  private final String sink;
  private final Format<Quarantined> format;
  private final Consumer<Quarantined> counter;

  /**
   * @param sink the node that writes to the quarantine topic
   * @param counter told of every record
   */
  public Quarantine(
      ProcessorContext<byte[], byte[]> context,
      String sink,
      Format<Quarantined> format,
      Consumer<Quarantined> counter) {
    this.context = context;
    this.sink = sink;
    this.format = format;
    this.counter = counter;
  }

  /**
   * @param tenant whom it seems to belong to; empty when it cannot be told
   * @param detail what was expected and what was found
   */
  public void put(Found found, Optional<TenantId> tenant, QuarantineCause cause, String detail) {
    put(found.quarantined(cause, detail, tenant));
  }

  public void put(Quarantined quarantined) {
    context.forward(
        new Record<>(
            format.key(quarantined), format.value(quarantined), context.currentSystemTimeMs()),
        sink);
    counter.accept(quarantined);
    LOG.warn(
        "Quarantined {} {}-{}: {}, {}",
        quarantined.topic(),
        quarantined.partition(),
        quarantined.offset(),
        quarantined.cause(),
        quarantined.detail());
  }
}
