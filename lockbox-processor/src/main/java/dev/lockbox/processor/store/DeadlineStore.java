package dev.lockbox.processor.store;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Gives the processors of one task the same {@link Deadlines}. Has no changelog and keeps nothing
 * over a restart: whoever starts the task fills it.
 */
public final class DeadlineStore implements StateStore {
  private final String name;
  private final Deadlines index = new Deadlines();
  private boolean open;

  private DeadlineStore(String name) {
    this.name = name;
  }

  public Deadlines index() {
    return index;
  }

  @Override
  public String name() {
    return name;
  }

  /** Also after a transaction that was undone: what it had noted is forgotten with it. */
  @Override
  public void init(StateStoreContext context, StateStore root) {
    index.clear();
    context.register(
        root,
        (key, value) -> {
          throw new IllegalStateException(name + " has no changelog to be restored from");
        });
    open = true;
  }

  @Override
  public void close() {
    index.clear();
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Builds it; neither caching nor logging can be had. */
  record Builder(String name) implements StoreBuilder<DeadlineStore> {
    @Override
    public DeadlineStore build() {
      return new DeadlineStore(name);
    }

    @Override
    public StoreBuilder<DeadlineStore> withCachingEnabled() {
      throw new UnsupportedOperationException(name + " is in memory already");
    }

    @Override
    public StoreBuilder<DeadlineStore> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<DeadlineStore> withLoggingEnabled(Map<String, String> settings) {
      throw new UnsupportedOperationException(name + " is rebuilt, so it needs no changelog");
    }

    @Override
    public StoreBuilder<DeadlineStore> withLoggingDisabled() {
      return this;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
