package dev.lockbox.bench.bed;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A customer's history as the processor would have written it: every event is what the rules
 * decide. It is made here because a million decisions on the log would take longer than everything
 * that is measured of them. Requests are numbered from 0, oldest first: those that were denied,
 * then those that were granted, then those that wait.
 *
 * @param from when the customer came, and the first request was opened; each other is opened a
 *     millisecond after the one before
 */
public record Past(
    TenantId tenant, Cases cases, int denied, int granted, int waiting, Instant from) {
  /** How many requests there ever were. */
  public int requests() {
    return denied + granted + waiting;
  }

  public RequestId request(int number) {
    return new RequestId(tenant, "request-" + number);
  }

  /** The number of the first request that was granted. */
  public int firstGranted() {
    return denied;
  }

  /** All of it in order, each event made when it is asked for. For one reader. */
  public Stream<Recorded> recorded() {
    var registered =
        decided(TenantDecider.decide(Tenant.UNREGISTERED, cases.register(tenant), Moment.at(from)))
            .getFirst();
    var customer = Tenant.evolve(Tenant.UNREGISTERED, registered);
    var rules = customer.rules(Deployment.DEFAULTS);
    var sequence = new AtomicLong(1);
    return Stream.concat(
        Stream.of(new Recorded(1, customer.version(), new CommandId("register"), registered)),
        IntStream.range(0, requests())
            .boxed()
            .flatMap(number -> recorded(number, rules, sequence).stream()));
  }

  private List<Recorded> recorded(int number, Optional<ApprovalRules> rules, AtomicLong sequence) {
    var at = Moment.at(from.plusMillis(number));
    var cause = new CommandId("request-" + number);
    var state = AccessRequest.UNOPENED;
    var all = new ArrayList<Recorded>();
    for (var command : commands(number)) {
      for (var event : decided(Decider.decide(state, command, rules, at))) {
        state = AccessRequest.evolve(state, event);
        all.add(new Recorded(sequence.incrementAndGet(), state.version(), cause, event));
      }
    }
    return all;
  }

  private List<RequestCommand> commands(int number) {
    var request = request(number);
    var open = cases.open(request, number);
    if (number < denied) {
      return List.of(open, cases.deny(request, number));
    }
    return number < denied + granted
        ? List.of(open, cases.approve(request, number))
        : List.of(open);
  }

  private static <E> List<E> decided(Decision<E> decision) {
    if (decision instanceof Accepted<E> yes) {
      return yes.events();
    }
    throw new BenchFailed("a past was made up that the rules do not take: " + decision);
  }
}
