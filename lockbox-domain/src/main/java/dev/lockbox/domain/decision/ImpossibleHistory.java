package dev.lockbox.domain.decision;

/**
 * An event that cannot follow the state it met: a broken promise, never a user's mistake. The fold
 * stops.
 */
public final class ImpossibleHistory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImpossibleHistory(Object state, Object event) {
    super("%s cannot follow %s".formatted(event, state));
  }
}
