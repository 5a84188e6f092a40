package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.accessNotPositive;
import static dev.lockbox.domain.Refusals.accessTooLong;
import static dev.lockbox.domain.Refusals.coolingDown;
import static dev.lockbox.domain.Refusals.nameOfPractice;
import static dev.lockbox.domain.Refusals.reasonCodeRequired;
import static dev.lockbox.domain.Refusals.scopeTooWide;
import static dev.lockbox.domain.Refusals.startsTooLate;
import static dev.lockbox.domain.Refusals.ticketRequired;
import static dev.lockbox.domain.Refusals.tooManyOpen;
import static dev.lockbox.domain.decision.Decision.refuse;

import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.rules.ApprovalRules;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that speaks against a request before anybody is asked, whatever else does. What is found
 * first is what whoever asks is told.
 *
 * @param at when it was appended: the earliest that it may be, so that a clock that is ahead ends
 *     no waiting
 */
record Against(Passing passing, ApprovalRules rules, Instant at) {
  /** When it comes in. */
  List<Refused<RequestEvent>> opening(Asking asking) {
    return all(nameless(), forbidden(), tooFast(asking), outOfBounds());
  }

  /** When it is for practice: a ticket or a reason code is missed of nobody. */
  List<Refused<RequestEvent>> practising() {
    return all(forbidden(), lasting(), wide());
  }

  /** When the provider's own approvers have said yes to it. */
  List<Refused<RequestEvent>> passingOn() {
    return all(forbidden(), outOfBounds());
  }

  /**
   * What no catalogue lists, and what the customer grants to nobody, is not asked of anybody,
   * whatever else holds.
   */
  private Stream<Refused<RequestEvent>> forbidden() {
    var asked = passing.asked();
    return Stream.concat(
        rules.catalogue().firstMisfit(asked.actions(), asked.resources()).stream()
            .map(misfit -> refuse(misfit.refusal(), misfit.detail())),
        Beforehand.forbidden(passing.request(), asked, rules).stream());
  }

  private Stream<Refused<RequestEvent>> tooFast(Asking asking) {
    var pace = rules.settings().policy().pace();
    var request = passing.request();
    return Stream.concat(
        only(pace.isFull(asking.waiting()), tooManyOpen(request, asking.waiting())),
        pace
            .coolUntil(asking.denials().at())
            .filter(at::isBefore)
            .map(until -> coolingDown(request, until))
            .stream());
  }

  private Stream<Refused<RequestEvent>> nameless() {
    var engineer = passing.asked().engineer();
    return only(engineer.mayBe(Practice.ENGINEER), nameOfPractice(passing.request(), engineer));
  }

  private Stream<Refused<RequestEvent>> outOfBounds() {
    var request = passing.request();
    var asked = passing.asked();
    var settings = rules.settings();
    var reasonCodes = settings.policy().reasonCodes();
    return Stream.of(
            lasting(),
            only(
                Start.of(passing.details(), at).isTooFar(at),
                startsTooLate(request, Start.AHEAD_MAX)),
            only(settings.isTicketRequired() && asked.ticket().isEmpty(), ticketRequired(request)),
            wide(),
            only(!reasonCodes.allow(passing.details().reasonCode()), reasonCodeRequired(request)))
        .flatMap(Function.identity());
  }

  private Stream<Refused<RequestEvent>> lasting() {
    var asked = passing.asked();
    var accessFor = passing.accessFor();
    var longest = rules.longestAccess(asked.actions(), asked.resources());
    return Stream.concat(
        only(!accessFor.isPositive(), accessNotPositive(accessFor)),
        only(
            accessFor.compareTo(longest) > 0,
            accessTooLong(passing.request(), longest, accessFor)));
  }

  private Stream<Refused<RequestEvent>> wide() {
    return only(
        !rules.settings().policy().width().allows(passing.asked().resources()),
        scopeTooWide(passing.request()));
  }

  private static <T> Stream<T> only(boolean holds, T one) {
    return holds ? Stream.of(one) : Stream.empty();
  }

  @SafeVarargs
  private static List<Refused<RequestEvent>> all(Stream<Refused<RequestEvent>>... some) {
    return Stream.of(some).flatMap(Function.identity()).toList();
  }
}
