package dev.lockbox.broker;

/**
 * A port kept in a data directory is held by somebody else. The address is not changed silently:
 * others were told it.
 */
public final class PortTaken extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  PortTaken(int port, String purpose) {
    super(
        "%s is to listen on %s, but another process does; end it, or free the port"
            .formatted(purpose, Loopback.address(port)));
  }
}
