package dev.lockbox.local.up;

import dev.lockbox.local.data.Endpoints;

/** A whole lockbox in this JVM, running. */
public final class Lockbox implements AutoCloseable {
  private final Parts parts;
  private final Endpoints endpoints;

  private Lockbox(Parts parts, Endpoints endpoints) {
    this.parts = parts;
    this.endpoints = endpoints;
  }

  /**
   * Starts everything and returns when everything is well; empty-handed it leaves nothing running.
   *
   * @throws dev.lockbox.broker.DirectoryInUse when one runs on the directory already
   * @throws dev.lockbox.broker.PortTaken when a port kept in the directory is somebody else's now
   */
  public static Lockbox start(UpSettings settings, Progress progress, Stop stop)
      throws InterruptedException {
    var parts = new Parts(progress);
    var started = false;
    try {
      var lockbox = new Lockbox(parts, new Startup(settings, progress, stop, parts).run());
      started = true;
      return lockbox;
    } finally {
      if (!started) {
        parts.close();
      }
    }
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  /** Services first, then the registry, then the broker; returns when all have stopped. */
  @Override
  public void close() {
    parts.close();
  }
}
