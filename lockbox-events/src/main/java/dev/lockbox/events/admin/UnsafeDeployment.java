package dev.lockbox.events.admin;

import java.util.List;

/** The ground is not what the promises need. Nothing may run on it. */
public final class UnsafeDeployment extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> problems;

  UnsafeDeployment(List<String> problems) {
    super("this deployment is not safe to run on:\n - " + String.join("\n - ", problems));
    this.problems = List.copyOf(problems);
  }

  /** A sentence each, never empty. */
  public List<String> problems() {
    return problems;
  }
}
