package dev.lockbox.bench;

/** What a figure should be. Reported beside it; no figure fails a build. */
sealed interface Aim {
  boolean isMetBy(double value);

  record AtLeast(double bound) implements Aim {
    @Override
    public boolean isMetBy(double value) {
      return value >= bound;
    }

    @Override
    public String toString() {
      return ">= " + bound;
    }
  }

  record AtMost(double bound) implements Aim {
    @Override
    public boolean isMetBy(double value) {
      return value <= bound;
    }

    @Override
    public String toString() {
      return "<= " + bound;
    }
  }
}
