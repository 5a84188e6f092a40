package dev.lockbox.api.lease;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.SignedYeses;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.entitlement.Holding;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Lets grants, a minute at a time. The minute is counted from when it is proven that the view
 * showed everything that had been asked for: so a no that was taken down has ended every lease a
 * minute later, whatever has stopped meanwhile.
 */
@Singleton
final class Lessor {
  private final View view;
  private final SignedYeses yeses;
  private final ProvenView proven;
  private final LeaseKeys keys;
  private final LeaseSettings settings;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Counter let;

  Lessor(
      View view,
      SignedYeses yeses,
      ProvenView proven,
      LeaseKeys keys,
      LeaseSettings settings,
      InstantSource clock,
      MeterRegistry meters) {
    this.view = view;
    this.yeses = yeses;
    this.proven = proven;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    this.let =
        Counter.builder("lockbox.leases.let").description("Leases that were let").register(meters);
  }

  private Counter refused(Code why) {
    return Counter.builder("lockbox.leases.refused")
        .description("Leases that were asked for and not let")
        .tag("why", why.name())
        .register(meters);
  }

  /**
   * A lease of this grant.
   *
   * @param gateway for whom alone it is
   * @param nonce of its question
   * @throws ProblemException NO_LEASE_KEY, NOT_FRESH, NO_SUCH_REQUEST, NOT_GRANTED or GRANTS_FROZEN
   */
  LeaseJson let(RequestId request, PersonId gateway, String nonce) {
    try {
      var lease = lease(request, gateway, nonce);
      let.increment();
      return lease;
    } catch (ProblemException refused) {
      refused(refused.problem().code()).increment();
      throw refused;
    }
  }

  private LeaseJson lease(RequestId request, PersonId gateway, String nonce) {
    var key =
        keys.signing()
            .orElseThrow(
                () ->
                    refuse(Code.NO_LEASE_KEY, "The operator has set no key to sign leases with."));
    var now = clock.instant();
    var good = proven.goodUntil(request.tenant(), now).orElseThrow(this::notFresh);
    var grant = grant(request, now);
    var until = earlier(good, grant.until()).truncatedTo(ChronoUnit.SECONDS);
    if (!until.isAfter(now)) {
      throw refuse(Code.NOT_GRANTED, "The grant is over within the second.");
    }
    var signed = yeses.under(request);
    var claims = new LeaseClaims(settings.issuer(), gateway, nonce, grant, signed, now, until);
    return new LeaseJson(claims.signed(key), until);
  }

  private ProblemException notFresh() {
    return refuse(
        Code.NOT_FRESH,
        "Nothing has shown for %s that the customer's decisions are still made."
            .formatted(settings.freshWithin()));
  }

  private Holding grant(RequestId request, Instant now) {
    var state = view.find(request).orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
    if (!(state instanceof Granted granted) || !now.isBefore(granted.accessUntil())) {
      throw refuse(Code.NOT_GRANTED, "The request grants nothing now.");
    }
    if (view.isFrozen(request.tenant())) {
      throw refuse(Code.GRANTS_FROZEN, "The customer's grants open nothing for now.");
    }
    if (granted.isForOneUse() && view.isUsedUp(request, granted)) {
      throw refuse(Code.NOT_GRANTED, "The request was granted for one use, and has had it.");
    }
    return Holding.of(request, granted, false);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static ProblemException refuse(Code code, String detail) {
    return new ProblemException(code, detail);
  }
}
