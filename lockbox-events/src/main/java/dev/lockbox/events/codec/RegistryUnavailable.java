package dev.lockbox.events.codec;

/**
 * The schema registry did not say, so nothing can be said of the record yet. Wait and ask again;
 * such a record is never quarantined.
 */
public final class RegistryUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailable(String asked, Throwable because) {
    super(
        "the schema registry has not answered for %s yet: %s"
            .formatted(asked, because.getMessage()),
        because);
  }
}
