package dev.lockbox.service;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all stores of a JVM share one bounded memory; by default each of them would take its own.
 */
public final class RocksMemory implements RocksDBConfigSetter {
  private static final long CACHE_BYTES = 128L * 1024 * 1024;
  private static final long WRITE_BUFFER_BYTES = 64L * 1024 * 1024;
  private static final long ONE_BUFFER_BYTES = 4L * 1024 * 1024;

  /**
   * What a buffer takes at a time. By default it would be an eighth of the buffer, which each of a
   * hundred stores takes while it is empty: their sum reached the shared limit, each write then
   * flushed, and writes were held back for the many small files.
   */
  private static final long BLOCK_BYTES = 64L * 1024;

  static {
    org.rocksdb.RocksDB.loadLibrary();
  }

  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager WRITE_BUFFERS =
      new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(ONE_BUFFER_BYTES);
    options.setArenaBlockSize(BLOCK_BYTES);
  }

  /** The shared memory is the JVM's and outlives every store. */
  @Override
  public void close(String store, Options options) {}
}
