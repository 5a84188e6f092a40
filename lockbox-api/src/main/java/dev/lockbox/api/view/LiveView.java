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
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The view as it runs: the topology, the stores behind it once they have caught up, and who has
 * those that are not here.
 */
@Singleton
public class LiveView implements ViewStores, Owners {
  private final StreamsRunner runner;
  private final ViewSettings settings;
  private final PatientReader<Recorded> reader;
  private final RegistryPatience patience;
  private final CatchUp catchUp;
  private final OpenStores open;
  private final Reached reached;
  private final AtomicReference<StreamsRunner.@Nullable Running> running = new AtomicReference<>();

  LiveView(
      StreamsRunner runner,
      ViewSettings settings,
      Formats formats,
      RegistryPatience patience,
      CatchUp catchUp,
      OpenStores open,
      Reached reached,
      MeterRegistry meters) {
    this.runner = runner;
    this.settings = settings;
    this.reader = new PatientReader<>(formats.events(), patience);
    this.patience = patience;
    this.catchUp = catchUp;
    this.open = open;
    this.reached = reached;
    meters.gauge("lockbox.view.lag.records", catchUp, CatchUp::lagRecords);
  }

  /** Starts to fold. Once only. */
  public void start() {
    running.set(
        runner.start(settings.plan(), ViewTopology.topology(reader, catchUp, open, reached)));
  }

  @Override
  public ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, TenantId tenant) {
    var now = running.get();
    if (!(ownerOf(tenant) instanceof Owner.Here)) {
      throw new InvalidStateStoreException("the view of this customer is kept elsewhere");
    }
    var partition = partitionOf(tenant);
    if (now == null || !catchUp.isDone(partition)) {
      throw new InvalidStateStoreException("the view has not caught up yet");
    }
    return open.of(store, partition)
        .orElseThrow(() -> new InvalidStateStoreException("the view of this customer is closed"));
  }

  @Override
  public Owner ownerOf(TenantId tenant) {
    return settings
        .address()
        .map(own -> ownerOf(tenant, running.get(), own))
        .orElseGet(Owner.Here::new);
  }

  private static Owner ownerOf(TenantId tenant, StreamsRunner.@Nullable Running now, URI own) {
    if (now == null || !now.streams().state().isRunningOrRebalancing()) {
      return new Owner.Nobody();
    }
    var partition = Optional.of(Set.of(partitionOf(tenant)));
    var found =
        now.streams()
            .<String>queryMetadataForKey(
                TENANTS, tenant.value(), (topic, key, value, all) -> partition);
    if (found.equals(KeyQueryMetadata.NOT_AVAILABLE)
        || found.activeHost().equals(HostInfo.unavailable())) {
      return new Owner.Nobody();
    }
    var host = found.activeHost();
    var address = URI.create(ViewSettings.at(own.getScheme(), host.host(), host.port()));
    return address.equals(own) ? new Owner.Here() : new Owner.There(address);
  }

  private static int partitionOf(TenantId tenant) {
    return Topics.partitionOf(tenant, Topics.EVENTS.partitions());
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
