package dev.lockbox.domain.rules;

import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.resource.Catalogue;

/**
 * What the provider sets for all of its customers.
 *
 * @param limits of time, for a tenant that has set none
 * @param catalogue what can be asked for at all
 * @param evaluation what is wanted of a request before a customer is asked
 */
public record Deployment(AccessLimits limits, Catalogue catalogue, EvaluationRules evaluation) {
  /** What holds where nothing is set. */
  public static final Deployment DEFAULTS =
      new Deployment(AccessLimits.DEFAULTS, Catalogue.BUILT_IN, EvaluationRules.NONE);

  public Deployment with(AccessLimits others) {
    return new Deployment(others, catalogue, evaluation);
  }

  public Deployment with(Catalogue other) {
    return new Deployment(limits, other, evaluation);
  }

  public Deployment with(EvaluationRules others) {
    return new Deployment(limits, catalogue, others);
  }
}
