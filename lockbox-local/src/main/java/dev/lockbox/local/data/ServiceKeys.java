package dev.lockbox.local.data;

import dev.lockbox.events.signing.Pem;
import java.nio.file.Path;

/**
 * The keys by which services sign what they publish: made once for a data directory, as an operator
 * makes them elsewhere.
 */
public final class ServiceKeys {
  private ServiceKeys() {}

  /** The file of the JIT service, made when missing: both halves of a key of Ed25519 (PEM). */
  public static Path jitServiceIn(DataDirectory data) {
    return OwnersFile.keep(data.jitServiceKey(), Pem::fresh);
  }

  /** The same of the gateway. */
  public static Path gatewayIn(DataDirectory data) {
    return OwnersFile.keep(data.gatewayKey(), Pem::fresh);
  }

  /** The same of the processor. */
  public static Path processorIn(DataDirectory data) {
    return OwnersFile.keep(data.processorKey(), Pem::fresh);
  }

  /** The same of the grant adapter. */
  public static Path grantAdapterIn(DataDirectory data) {
    return OwnersFile.keep(data.grantAdapterKey(), Pem::fresh);
  }
}
