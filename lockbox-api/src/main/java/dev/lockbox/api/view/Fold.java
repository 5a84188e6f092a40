package dev.lockbox.api.view;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.service.PatientReader;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of one partition into the stores. An event that cannot be read stops it, as does
 * one that does not follow: a view with a hole would tell untruths.
 */
final class Fold implements Processor<byte[], byte[], Void, Void> {
  private final PatientReader<Recorded> reader;
  private final CatchUp catchUp;
  private final OpenStores open;
  private final Reached reached;
  private @Nullable ProcessorContext<Void, Void> context;
  private @Nullable Folding folding;
  private CatchUp.@Nullable Arrival arrival;
  private OpenStores.@Nullable Shelf shelf;

  Fold(PatientReader<Recorded> reader, CatchUp catchUp, OpenStores open, Reached reached) {
    this.reader = reader;
    this.catchUp = catchUp;
    this.open = open;
    this.reached = reached;
  }

  @Override
  public void init(ProcessorContext<Void, Void> given) {
    context = given;
    folding = new Folding(given::getStateStore);
    arrival = catchUp.arrived(given.taskId().partition());
    shelf = open.open(given.taskId().partition(), given::getStateStore);
  }

  @Override
  public void close() {
    if (shelf != null) {
      open.close(shelf);
    }
    if (arrival != null) {
      catchUp.departed(arrival);
    }
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    var at = Objects.requireNonNull(context).recordMetadata().orElseThrow();
    var recorded = read(event, at);
    Objects.requireNonNull(folding).fold(recorded, event.value());
    catchUp.folded(Objects.requireNonNull(arrival), at.offset() + 1);
    reached.reached(recorded.event().tenant(), recorded.sequence());
  }

  private Recorded read(Record<byte[], byte[]> event, RecordMetadata at) {
    try {
      return reader.read(
          new Found(
              at.topic(),
              at.partition(),
              at.offset(),
              event.timestamp(),
              event.key(),
              event.value()));
    } catch (Unreadable unreadable) {
      throw new BrokenHistory(
          "%s/%s@%s".formatted(at.topic(), at.partition(), at.offset()), unreadable);
    }
  }
}
