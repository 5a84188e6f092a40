package dev.lockbox.domain.decision;

/**
 * An event that cannot follow the state it met: a broken promise, never a user's mistake. The fold
 * stops.
 */
public final class ImpossibleHistory extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARS_MAX = 1000;

  public ImpossibleHistory(Object state, Object event) {
    super("%s cannot follow %s".formatted(shown(event), shown(state)));
  }

  /** A tenant of thousands of members must not fill a log, or the event that tells of the fault. */
  private static String shown(Object given) {
    var text = given.toString();
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
  }
}
