package dev.lockbox.verifier.jose;

/** Something is not as it must be to be read at all. Its message quotes nothing of it. */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  public Malformed(String expected) {
    super(expected, null, false, false);
  }
}
