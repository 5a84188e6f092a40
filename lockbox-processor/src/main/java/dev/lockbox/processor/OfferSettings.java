package dev.lockbox.processor;

import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import java.util.Optional;

/**
 * To whom the lockbox is offered; a change holds for what tenants do from then on.
 *
 * @param plans names of support plans, the least first
 * @param leastPlan from which on something can be put behind the lockbox; empty for any plan
 * @param enrolment of a tenant that is taken in: TENANT or NOTHING
 */
@ConfigurationProperties("lockbox.offer")
record OfferSettings(List<String> plans, Optional<String> leastPlan, String enrolment) {
  static final OfferSettings TO_EVERYBODY =
      new OfferSettings(List.of(), Optional.empty(), Enrolment.Scope.TENANT.name());

  /** Throws {@link IllegalArgumentException} when they contradict each other. */
  Offer offer() {
    var isOn = enrolment.equals(Enrolment.Scope.TENANT.name());
    Require.that(
        isOn || enrolment.equals(Enrolment.Scope.NOTHING.name()),
        "lockbox.offer.enrolment must be TENANT or NOTHING, was %s",
        enrolment);
    return new Offer(plans, leastPlan, isOn ? Enrolment.WHOLE_TENANT : Enrolment.OFF);
  }
}
