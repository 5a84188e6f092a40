package dev.lockbox.simulator.record;

/** Something that nobody here brings about: the provider's roles, and who joins them. */
public final class NotSimulated extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public NotSimulated(Object what) {
    super("this is not simulated: " + what);
  }
}
