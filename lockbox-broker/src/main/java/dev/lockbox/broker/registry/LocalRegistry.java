package dev.lockbox.broker.registry;

import dev.lockbox.broker.DirectoryLock;
import dev.lockbox.broker.Loopback;
import dev.lockbox.broker.registry.RegistryHealth.Failed;
import dev.lockbox.broker.registry.RegistryHealth.Restarting;
import dev.lockbox.broker.registry.RegistryHealth.Running;
import dev.lockbox.broker.registry.RegistryHealth.Starting;
import dev.lockbox.broker.registry.RegistryHealth.Stopped;
import java.net.URI;

/**
 * A schema registry beside this JVM, on loopback only, with its schemas in a broker. Its process
 * ends with this one, however this one ends, and is started again when it ends alone.
 *
 * <p>It takes ten to twenty seconds to answer: start it beside whatever does not need it yet.
 */
public final class LocalRegistry implements AutoCloseable {

  /** Where the server speaks the protocol of Confluent's registry. */
  private static final String CONFLUENT_COMPATIBLE = "/apis/ccompat/v7";

  private final URI url;
  private final DirectoryLock lock;
  private final RegistryWatch watch;
  private final Thread thread;

  private LocalRegistry(URI url, DirectoryLock lock, RegistryWatch watch) {
    this.url = url;
    this.lock = lock;
    this.watch = watch;
    this.thread = Thread.ofPlatform().daemon().name("registry-watch").start(watch);
  }

  /**
   * Starts the server and returns at once; see {@link #awaitReady}. A process that an earlier owner
   * of the directory left behind is ended first.
   *
   * @throws dev.lockbox.broker.DirectoryInUse when somebody else runs a registry in the directory
   * @throws dev.lockbox.broker.PortTaken when the port kept in the directory is somebody else's now
   */
  public static LocalRegistry start(RegistrySettings settings) {
    var lock = DirectoryLock.of(settings.directory());
    var started = false;
    try {
      var note = RegistryNote.readFrom(settings.directory());
      note.process().flatMap(Orphan::of).ifPresent(orphan -> end(orphan, settings));
      Loopback.requireFree(note.port(), "the schema registry in " + settings.directory());
      note.withoutProcess().writeTo(settings.directory());
      var url = URI.create("http://" + Loopback.address(note.port()) + CONFLUENT_COMPATIBLE);
      var watch = new RegistryWatch(settings, note, url, RestartPolicy.fresh());
      var registry = new LocalRegistry(url, lock, watch);
      started = true;
      return registry;
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  /** Where clients reach it, ready or not; the same at every start on the same directory. */
  public URI url() {
    return url;
  }

  public RegistryHealth health() {
    return watch.health();
  }

  /**
   * Returns when the registry has answered for the first time, which is at most the settings' limit
   * times the restarts it is granted.
   *
   * @throws RegistryFailed when it will not answer any more
   */
  public LocalRegistry awaitReady() throws InterruptedException {
    return switch (watch.awaitSettled()) {
      case Running running -> this;
      case Starting again -> this;
      case Restarting again -> this;
      case Failed failed -> throw new RegistryFailed(failed.why());
      case Stopped stopped -> throw new RegistryFailed("the schema registry was closed");
    };
  }

  /** Returns when the process has ended. */
  @Override
  public void close() {
    watch.stop(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.close();
  }

  private static void end(Orphan orphan, RegistrySettings settings) {
    settings
        .progress()
        .accept("ending a schema registry left behind, process " + orphan.process().pid());
    orphan.end();
  }
}
