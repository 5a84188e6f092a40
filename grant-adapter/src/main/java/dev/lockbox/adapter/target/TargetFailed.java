package dev.lockbox.adapter.target;

/** A target did not do what it was asked; it may have done it all the same. */
public final class TargetFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether it is the target's trouble, or that of the one assignment. */
  public enum Scope {
    /** It did not answer, or not in its right mind: there is no use in asking for more just now. */
    TARGET,
    /** It refused this one, or did not say what there is of it; others are another matter. */
    ASSIGNMENT
  }

  private final Scope scope;
  private final String what;

  /**
   * @param what happened; holds no secret, and no more of an answer than its status
   */
  public TargetFailed(Scope scope, String what) {
    super(what);
    this.scope = scope;
    this.what = what;
  }

  TargetFailed(Scope scope, String what, Throwable because) {
    super(what, because);
    this.scope = scope;
    this.what = what;
  }

  public Scope scope() {
    return scope;
  }

  /** What happened. */
  public String what() {
    return what;
  }
}
