package dev.lockbox.domain.tenant;

import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * To whom the provider offers the lockbox, and how: the deployment's, and the same for all tenants.
 *
 * @param plans names of support plans, the least first; at most {@value #PLANS_MAX}
 * @param least the plan from which something can be put behind the lockbox; empty for any plan
 * @param enrolment of a tenant that is taken in, and may have it; not {@link
 *     Enrolment.Scope#SUBSCRIPTIONS}, which only the tenant knows
 */
public record Offer(List<String> plans, Optional<String> least, Enrolment enrolment) {
  public static final int PLANS_MAX = 32;

  /** Whoever is taken in is behind the lockbox. */
  public static final Offer TO_EVERYBODY =
      new Offer(List.of(), Optional.empty(), Enrolment.WHOLE_TENANT);

  public Offer {
    plans = List.copyOf(plans);
    if (plans.size() > PLANS_MAX || new HashSet<>(plans).size() != plans.size()) {
      throw new IllegalArgumentException(
          "plans must be at most %s different ones, were %s".formatted(PLANS_MAX, plans));
    }
    if (!least.map(plans::contains).orElse(true)) {
      throw new IllegalArgumentException(
          "the least plan must be one of %s, was %s".formatted(plans, least.orElseThrow()));
    }
    if (enrolment.scope() == Enrolment.Scope.SUBSCRIPTIONS) {
      throw new IllegalArgumentException("enrolment must be TENANT or NOTHING, was SUBSCRIPTIONS");
    }
  }

  /** A plan that the provider does not name is below every one that it does. */
  boolean includes(String plan) {
    return least.map(one -> plans.indexOf(plan) >= plans.indexOf(one)).orElse(true);
  }

  /** What holds for a tenant of this plan while it has set nothing; empty where nothing differs. */
  Optional<Settings> settingsAtFirst(String plan) {
    var first = includes(plan) ? enrolment : Enrolment.OFF;
    return Optional.of(Settings.DEFAULTS.with(first))
        .filter(settings -> !settings.equals(Settings.DEFAULTS));
  }

  /**
   * Whether a tenant of this plan may not put this behind the lockbox, by enrolment or by a guard
   * rail; what is there stays.
   */
  boolean denies(String plan, Settings wanted, Settings now) {
    return !includes(plan) && (enrols(wanted, now) || rails(wanted, now));
  }

  private static boolean enrols(Settings wanted, Settings now) {
    return !wanted.enrolment().equals(now.enrolment())
        && wanted.enrolment().scope() != Enrolment.Scope.NOTHING;
  }

  private static boolean rails(Settings wanted, Settings now) {
    return !now.policy().guardRails().holdAllOf(wanted.policy().guardRails());
  }
}
