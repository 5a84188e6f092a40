package dev.lockbox.local.intake;

/** A file that does not say what it should; names the file and what is wrong. */
public final class BadDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadDocument(String document, String why, Throwable cause) {
    super("%s: %s".formatted(document, why), cause);
  }

  BadDocument(String document, String why) {
    super("%s: %s".formatted(document, why));
  }
}
