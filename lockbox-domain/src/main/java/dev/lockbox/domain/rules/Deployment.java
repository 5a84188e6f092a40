package dev.lockbox.domain.rules;

import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.resource.Catalogue;

/**
 * What the provider sets for all of its customers.
 *
 * @param limits of time, for a tenant that has set none
 * @param cap how long access may be asked for of such a tenant
 * @param catalogue what can be asked for at all
 * @param evaluation what is wanted of a request before a customer is asked
 * @param guardRails what of every customer's must be behind the lockbox
 */
public record Deployment(
    AccessLimits limits,
    AccessCap cap,
    Catalogue catalogue,
    EvaluationRules evaluation,
    GuardRails guardRails) {
  /** What holds where nothing is set. */
  public static final Deployment DEFAULTS =
      new Deployment(
          AccessLimits.DEFAULTS,
          AccessCap.NONE,
          Catalogue.BUILT_IN,
          EvaluationRules.NONE,
          GuardRails.NONE);

  public Deployment {
    cap.mustFit(limits);
  }

  /** And nobody asks for more than is granted to who says no time. */
  public Deployment with(AccessLimits others) {
    return with(others, AccessCap.NONE);
  }

  public Deployment with(AccessLimits others, AccessCap other) {
    return new Deployment(others, other, catalogue, evaluation, guardRails);
  }

  public Deployment with(Catalogue other) {
    return new Deployment(limits, cap, other, evaluation, guardRails);
  }

  public Deployment with(EvaluationRules others) {
    return new Deployment(limits, cap, catalogue, others, guardRails);
  }

  public Deployment with(GuardRails others) {
    return new Deployment(limits, cap, catalogue, evaluation, others);
  }
}
