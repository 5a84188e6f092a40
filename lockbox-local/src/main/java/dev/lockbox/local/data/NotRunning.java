package dev.lockbox.local.data;

/** Nothing runs on a data directory, so there is nobody to ask. */
public final class NotRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRunning(DataDirectory data) {
    super("nothing is running on %s; start it with: lockbox up --data %s".formatted(data, data));
  }
}
