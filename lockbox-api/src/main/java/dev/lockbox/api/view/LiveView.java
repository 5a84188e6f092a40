package dev.lockbox.api.view;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.StreamsRunner;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The view as it runs: the topology, and the stores behind it once it has caught up. */
@Singleton
public class LiveView implements ViewStores {
  private final StreamsRunner runner;
  private final ViewSettings settings;
  private final PatientReader<Recorded> reader;
  private final RegistryPatience patience;
  private final CatchUp catchUp;
  private final Reached reached;
  private final Owners owners;
  private final AtomicReference<StreamsRunner.@Nullable Running> running = new AtomicReference<>();

  LiveView(
      StreamsRunner runner,
      ViewSettings settings,
      Formats formats,
      RegistryPatience patience,
      CatchUp catchUp,
      Reached reached,
      Owners owners,
      MeterRegistry meters) {
    this.runner = runner;
    this.settings = settings;
    this.reader = new PatientReader<>(formats.events(), patience);
    this.patience = patience;
    this.catchUp = catchUp;
    this.reached = reached;
    this.owners = owners;
    meters.gauge("lockbox.view.lag.records", catchUp, CatchUp::lagRecords);
  }

  /** Starts to fold. Once only. */
  public void start() {
    running.set(runner.start(settings.plan(), ViewTopology.topology(reader, catchUp, reached)));
  }

  @Override
  public ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, TenantId tenant) {
    var now = running.get();
    if (now == null || !catchUp.isDone()) {
      throw new InvalidStateStoreException("the view has not caught up yet");
    }
    if (!owners.isHere(tenant)) {
      throw new InvalidStateStoreException("the view of this customer is kept elsewhere");
    }
    var partition = Topics.partitionOf(tenant, Topics.EVENTS.partitions());
    return now.streams()
        .store(
            StoreQueryParameters.fromNameAndType(
                    store, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition));
  }

  /** First whoever waits for the registry is let go, or the topology could not stop. */
  @PreDestroy
  public void close() {
    patience.close();
    var last = running.getAndSet(null);
    if (last != null) {
      last.close();
    }
  }
}
