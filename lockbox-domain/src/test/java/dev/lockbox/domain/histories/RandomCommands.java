package dev.lockbox.domain.histories;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.OPERATOR;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Commands as anybody might send them, sensible ones somewhat more often than others. */
public final class RandomCommands {
  private static final List<PersonId> PEOPLE = List.of(ANNA, BEN, CARLA, EVA, FEMI);
  private static final List<PersonId> ENGINEERS = List.of(EVA, EVA, EVA, ANNA);
  private static final List<Duration> DURATIONS =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofMinutes(10),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8).plusMillis(1),
          Duration.ofMillis(Long.MAX_VALUE),
          Duration.ZERO,
          Duration.ofMillis(-1));

  /** So many attempts, about, until something is asked for that the catalogue does not list. */
  private static final int UNLISTED_EVERY = 10;

  private static final Need LISTED =
      new Need(Cast.ACTIONS.getFirst().value(), Cast.RESOURCES.getFirst().value());

  /** One for each reason why something does not fit the catalogue. */
  private static final List<Need> UNLISTED =
      List.of(
          new Need("vm.remoteDesktop", "/mainframes/z1"),
          new Need("vm.remoteDesktop", "/classic/vms/old-1"),
          new Need("vm.remoteDesktop", "/vms/web-1/serialConsoleLog"),
          new Need("k8s.pod.logs", "/clusters/aro1/ns/shop"),
          new Need("vm.remoteDesktop", "/gateways/tsg-1"));

  private record Need(String action, String resource) {}

  private final RandomGenerator random;
  private int attempts;

  public RandomCommands(RandomGenerator random) {
    this.random = random;
  }

  public RequestCommand anyOf(RequestId request, long version) {
    return anyOf(request, version, Optional.empty());
  }

  /** Another command under the id of an earlier one. */
  public RequestCommand reusing(Attempt attempt, RequestId request, long version) {
    return anyOf(request, version, Optional.of(attempt));
  }

  public TenantCommand anyOf(TenantId tenant) {
    var attempt = attempt(OPERATOR, Optional.empty());
    return random.nextInt(3) == 0
        ? new RegisterTenant(
            tenant, attempt, new Membership("Premier", somebody(), Set.of(), Set.of()))
        : random.nextBoolean()
            ? new ReplaceApprovers(tenant, attempt, somebody())
            : new ReplaceMembers(
                tenant, attempt, somebody(), somebody(), somebody(), Optional.empty());
  }

  private RequestCommand anyOf(RequestId request, long version, Optional<Attempt> used) {
    var actor = attempt(anyOf(PEOPLE), used);
    var service = attempt(JIT, used);
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> new OpenRequest(request, service, asked());
      case 4, 5, 6, 7, 8, 9 ->
          new Approve(request, actor, reason(actor), version(version), Optional.empty());
      case 10, 11 -> new Deny(request, actor, reason(actor));
      case 12 -> new Revoke(request, actor, reason(actor));
      case 13 -> new Withdraw(request, service, anyOf(ENGINEERS));
      case 14 -> new ResolveTicket(request, service);
      default -> new EnforceDeadline(request);
    };
  }

  private Asked asked() {
    var engineer = anyOf(ENGINEERS);
    var need = attempts % UNLISTED_EVERY == 0 ? unlisted() : LISTED;
    return new Asked(
        engineer,
        new PersonalText(engineer, Cast.JUSTIFICATION),
        Optional.empty(),
        List.of(new ActionName(need.action())),
        List.of(new ResourceName(need.resource())),
        random.nextBoolean() ? Optional.empty() : Optional.of(anyOf(DURATIONS)));
  }

  private Need unlisted() {
    return UNLISTED.get(attempts / UNLISTED_EVERY % UNLISTED.size());
  }

  /** Whether the catalogue lists it, which is known of all that is asked here. */
  static boolean isListed(Asked asked) {
    return asked.resources().equals(Cast.RESOURCES);
  }

  private long version(long stands) {
    return random.nextInt(5) == 0 ? random.nextInt(4) : stands;
  }

  private Optional<PersonalText> reason(Attempt attempt) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(new PersonalText(attempt.actor(), Cast.REASON));
  }

  private Attempt attempt(PersonId actor, Optional<Attempt> used) {
    return used.orElseGet(() -> new Attempt(actor, new DecisionId("attempt-" + ++attempts)));
  }

  /** Sometimes nobody. */
  private Set<Member> somebody() {
    return PEOPLE.stream()
        .filter(person -> random.nextInt(5) < 3)
        .map(person -> Member.of(person.value(), person + "@contoso.example"))
        .collect(Collectors.toSet());
  }

  private <T> T anyOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
