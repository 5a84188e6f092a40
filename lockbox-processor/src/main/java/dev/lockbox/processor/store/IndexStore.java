package dev.lockbox.processor.store;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Gives several processors the same index. Has no changelog and keeps nothing over a restart:
 * whoever starts fills it.
 *
 * @param <I> the index
 */
public final class IndexStore<I> implements StateStore {
  private final String name;
  private final I index;
  private final Runnable clear;
  private boolean open;

  private IndexStore(String name, I index, Runnable clear) {
    this.name = name;
    this.index = index;
    this.clear = clear;
  }

  public I index() {
    return index;
  }

  @Override
  public String name() {
    return name;
  }

  /** Also after a transaction that was undone: what it had noted is forgotten with it. */
  @Override
  public void init(StateStoreContext context, StateStore root) {
    clear.run();
    context.register(
        root,
        (key, value) -> {
          throw new IllegalStateException(name + " has no changelog to be restored from");
        });
    open = true;
  }

  @Override
  public void close() {
    clear.run();
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
  record Builder<I extends Index>(String name, Supplier<I> index)
      implements StoreBuilder<IndexStore<I>> {
    @Override
    public IndexStore<I> build() {
      var made = index.get();
      return new IndexStore<>(name, made, made::clear);
    }

    @Override
    public StoreBuilder<IndexStore<I>> withCachingEnabled() {
      throw new UnsupportedOperationException(name + " is in memory already");
    }

    @Override
    public StoreBuilder<IndexStore<I>> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<IndexStore<I>> withLoggingEnabled(Map<String, String> settings) {
      throw new UnsupportedOperationException(name + " is rebuilt, so it needs no changelog");
    }

    @Override
    public StoreBuilder<IndexStore<I>> withLoggingDisabled() {
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
