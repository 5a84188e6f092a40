package dev.lockbox.simulator.people;

import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.simulator.record.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a command is made with. Numbers beyond a list begin it again.
 *
 * @param attempt under which id of theirs; a small number, so that ids are used twice
 * @param variant which of several contents
 * @param read what whoever asks has read before, if they need to
 * @param notes where it is taken down what somebody signs
 */
public record Details(
    RequestId request,
    PersonId person,
    int attempt,
    int variant,
    Read read,
    Consumer<Signed> notes) {
  /** What was committed. */
  public interface Read {
    /** The version of the request that the actor has read. */
    long version();

    /** What the clock shows where the request's commands are written. */
    Instant clock();

    /** Whether the provider's side looks at requests before the customer is asked. */
    boolean isEvaluated();

    /** Who asked for it; empty where nobody has. */
    Optional<PersonId> engineer();

    /** The request as it was asked for; empty where nobody has. */
    Optional<Opening> opening();

    /** What a yes to it grants by now; empty where nobody waits for one. */
    Optional<Terms> standing();

    /** The version of the request's tenant, or one before; 0 while it is not registered. */
    long tenantVersion();

    /** The newest proposal that the tenant's administrators have read of. */
    long proposal();

    /** The version in which the newest question on the request stands; 0 for none. */
    long question();

    /** The version in which the newest offer on the request stands; 0 for none. */
    long offer();

    /** The newest session under the request; empty where there was none. */
    Optional<SessionId> session();

    /** The newest session that its engineer had on a gateway of its customer's. */
    Optional<SessionId> gatewaySession();

    /** The version in which this person's newest wish stands to be a member of this role. */
    long application(PersonId person, RoleId role);

    /** The newest record that an operator has read of as freezing the tenant. */
    Optional<QuarantineId> frozenBy();
  }

  /** In this variant whoever is meant speaks inside the provider, whatever they are. */
  public static final int STRANGE_INSIDER = 2;

  /** From this variant on each is about a role of its own, and of Eva's where it is a multiple. */
  public static final int OWN_ROLES = 800;

  /** A tenant that is taken in by such a variant has the lesser plan. */
  public static final int BELOW_THE_PLAN = 16;

  /** How many settings there are to choose from. */
  public static final int SETTINGS = Choices.SETTINGS.size();

  /** The first of four settings by which yesses are signed: by whoever can, and by everybody. */
  public static final int SIGNED = Choices.SETTINGS.indexOf(Choices.SIGNED.getFirst());

  /** Nobody ever put such a record into quarantine. */
  private static final QuarantineId NOWHERE = new QuarantineId("commands/0/999999");

  /** The same, of another content. */
  Details as(int other) {
    return new Details(request, person, attempt, other, read, notes);
  }

  Attempt by(PersonId actor) {
    return new Attempt(actor, new DecisionId("attempt-" + attempt));
  }

  /** A JIT service makes one attempt of each kind; now and then it is another service. */
  Attempt byService(String kind) {
    return new Attempt(attempt == 0 ? Cast.OTHER_JIT : Cast.JIT, new DecisionId(kind));
  }

  Optional<PersonalText> reason() {
    return variant % 4 == 0
        ? Optional.empty()
        : Optional.of(new PersonalText(person, "reason " + variant % 4));
  }

  /** Mostly somebody of the provider's; now and then somebody who may be the customer's too. */
  PersonId insider() {
    return variant == STRANGE_INSIDER
        ? person
        : Cast.INSIDERS.get(Cast.PEOPLE.indexOf(person) % Cast.INSIDERS.size());
  }

  Optional<PersonalText> insidersReason() {
    return variant % 4 == 0
        ? Optional.empty()
        : Optional.of(new PersonalText(insider(), "reason " + variant % 4));
  }

  /** Who asked for it, mostly. */
  PersonId engineer() {
    return variant % 4 == 3 ? person : read.engineer().orElse(person);
  }

  PointId point() {
    return Cast.POINTS.get(variant % Cast.POINTS.size());
  }

  Instant clock() {
    return read.clock();
  }

  boolean isEvaluated() {
    return read.isEvaluated();
  }

  long readVersion() {
    return read.version();
  }

  Optional<Opening> opening() {
    return read.opening();
  }

  Optional<Terms> standing() {
    return read.standing();
  }

  long proposal() {
    return read.proposal();
  }

  /** The one that was read; now and then nobody minds which it is. */
  Optional<Long> tenantVersion() {
    return attempt % 2 == 0 ? Optional.empty() : Optional.of(read.tenantVersion());
  }

  String plan() {
    return Cast.PLANS.get(variant % Cast.PLANS.size());
  }

  /** Of the two there are none, one, the other or both. */
  Set<Issuer> issuers() {
    return IntStream.range(0, Cast.ISSUERS.size())
        .filter(bit -> (variant >> bit & 1) == 1)
        .mapToObj(Cast.ISSUERS::get)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Mostly the one from which the lockbox is offered. */
  String planAtFirst() {
    return variant < BELOW_THE_PLAN ? Cast.PLANS.getFirst() : Cast.PLANS.getLast();
  }

  /** Mostly those of the beginning; also one of them alone, others, or nobody. */
  Set<Member> admins() {
    return switch (variant % 8) {
      case 1 -> people(Cast.PEOPLE.get(2));
      case 2 -> people(Cast.PEOPLE.get(1));
      case 3 -> people(Cast.PEOPLE.get(0), Cast.PEOPLE.get(2));
      case 4 -> Set.of();
      default -> Cast.ADMINS;
    };
  }

  Set<Member> auditors() {
    return variant % 2 == 0 ? Set.of() : people(person);
  }

  private static Set<Member> people(PersonId... people) {
    return Arrays.stream(people).map(Details::member).collect(Collectors.toUnmodifiableSet());
  }

  private static Member member(PersonId person) {
    return Member.of(person.value(), person + "@customer.example");
  }

  QuarantineId quarantine() {
    return read.frozenBy().orElse(NOWHERE);
  }

  /** Mostly the operator; now and then somebody who has no business here. */
  PersonId operator() {
    return variant == 0 ? person : Cast.OPERATOR;
  }

  long question() {
    return read.question();
  }

  long offer() {
    return read.offer();
  }

  long application() {
    return read.application(Staffing.member(this), Staffing.role(this));
  }

  Optional<SessionId> session() {
    return read.session();
  }

  Optional<SessionId> gatewaySession() {
    return read.gatewaySession();
  }

  /** Each request has one beside it, of the same number. */
  ExclusionId exclusion() {
    return new ExclusionId(request.tenant(), request.value().replace("req", "exclusion"));
  }

  ExclusionCategory category() {
    return switch (variant % 4) {
      case 0, 1 -> ExclusionCategory.EMERGENCY;
      case 2 -> ExclusionCategory.INADVERTENT;
      default -> ExclusionCategory.LEGAL;
    };
  }

  PersonalText words(String what) {
    return new PersonalText(person, what + variant % 4);
  }

  /** Less than was asked for, or more; or just that. */
  Narrowing offered() {
    return switch (variant % 8) {
      case 0 -> shorter(Duration.ofMinutes(10)).orElseThrow();
      case 1 -> shorter(Duration.ofDays(1)).orElseThrow();
      case 2, 3 -> onlyTo(Cast.ACTIONS.get(1));
      case 4 -> onlyTo(new ActionName("k8s.exec"));
      case 5 -> new Narrowing(Optional.of(Cast.ACTIONS), Optional.empty(), Optional.empty());
      default -> shorter(Duration.ofMinutes(30)).orElseThrow();
    };
  }

  /** Less than was asked for, or more; or all of it, mostly. */
  Optional<Narrowing> narrowing() {
    return switch (variant) {
      case 1 -> shorter(Duration.ofMinutes(10));
      case 2 -> shorter(Duration.ofDays(1));
      case 3, 4 -> Optional.of(onlyTo(Cast.ACTIONS.get(0)));
      case 5 -> Optional.of(onlyTo(new ActionName("k8s.exec")));
      case 6 -> Optional.of(under(by("SSH")));
      case 7 -> Optional.of(under(Conditions.RECORDED));
      default -> Optional.empty();
    };
  }

  private static Optional<Narrowing> shorter(Duration accessFor) {
    return Optional.of(new Narrowing(Optional.empty(), Optional.empty(), Optional.of(accessFor)));
  }

  private static Narrowing under(Conditions conditions) {
    return new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), conditions);
  }

  private static Conditions by(String channel) {
    var channels = Optional.of(Set.of(new Code(channel)));
    return new Conditions(Set.of(), Set.of(), channels, Optional.empty(), false);
  }

  private static Narrowing onlyTo(ActionName action) {
    return new Narrowing(Optional.of(List.of(action)), Optional.empty(), Optional.empty());
  }

  Settings settings() {
    return Choices.SETTINGS.get(variant % Choices.SETTINGS.size());
  }

  /** One of the sixteen sets of people; also nobody. */
  Set<Member> members() {
    return IntStream.range(0, Cast.PEOPLE.size())
        .filter(bit -> (variant >> bit & 1) == 1)
        .mapToObj(Cast.PEOPLE::get)
        .map(Details::member)
        .collect(Collectors.toUnmodifiableSet());
  }
}
