package dev.lockbox.domain.evaluation;

/**
 * One check, with what went into it.
 *
 * @param isRequired whether the deployment's rules want it satisfied
 * @param expected what would satisfy it; for people, holds no personal text
 * @param found what was found; likewise. Both 1 to {@value #TEXT_CHARS_MAX} characters
 */
public record Check(
    CheckName name, boolean isRequired, Outcome outcome, String expected, String found) {
  public static final int TEXT_CHARS_MAX = 600;

  /** What came of it. */
  public enum Outcome {
    SATISFIED,
    UNSATISFIED,
    /** What it needs was not said, or is not known; as good as unsatisfied where it is required. */
    NOT_KNOWN
  }

  public Check {
    Limits.within("expected in characters", expected.length(), 1, TEXT_CHARS_MAX);
    Limits.within("found in characters", found.length(), 1, TEXT_CHARS_MAX);
  }

  /** Whether the request cannot go on because of it. */
  public boolean isInTheWay() {
    return isRequired && outcome != Outcome.SATISFIED;
  }
}
