package dev.lockbox.broker.registry;

/** The schema registry does not run and will not be tried again. */
public final class RegistryFailed extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  RegistryFailed(String message) {
    super(message);
  }

  RegistryFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
