package dev.lockbox.bench.bed;

/** A measurement came to nothing, so that there is no figure to report. */
public final class BenchFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchFailed(String why) {
    super(why);
  }

  public BenchFailed(String why, Throwable because) {
    super(why, because);
  }
}
