package dev.lockbox.simulator.log;

/** Somebody else does this producer's work by now: what it has open is undone. */
public final class Fenced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Fenced(String who) {
    super(who + " is fenced");
  }
}
