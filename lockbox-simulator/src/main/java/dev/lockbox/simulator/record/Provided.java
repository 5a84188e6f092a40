package dev.lockbox.simulator.record;

import dev.lockbox.domain.rules.Deployment;

/** What the provider sets for all of its customers, and to whom it offers the lockbox. */
public record Provided(Deployment deployment, Plans plans) {
  /** To everybody. */
  public static Provided by(Deployment deployment) {
    return new Provided(deployment, Plans.ANY);
  }
}
