package dev.lockbox.events.codec;

/**
 * The schema registry gave no answer, so nothing can be said of the record yet. Wait and ask again;
 * such a record is never quarantined.
 */
public final class RegistryUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryUnavailable(String asked, Throwable because) {
    super("the schema registry did not answer for " + asked, because);
  }
}
