package dev.lockbox.simulator.record;

/** Something that nobody here brings about: roles, and engineers' sessions. */
public final class NotSimulated extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public NotSimulated(Object what) {
    super("this is not simulated: " + what);
  }
}
