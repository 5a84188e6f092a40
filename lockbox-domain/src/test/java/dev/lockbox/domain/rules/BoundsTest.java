package dev.lockbox.domain.rules;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.Samples;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a tenant sets is longer than it is said to be, and as long it may be. */
class BoundsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  static Stream<Arguments> bounded() {
    return Stream.of(
        of("reason codes", ReasonCodes.KNOWN_MAX, n -> new ReasonCodes(codes(n))),
        of("tags", DetailedRoute.CODES_MAX, n -> detailed(codes(n), codes(1), codes(1))),
        of(
            "reasons of a route",
            DetailedRoute.CODES_MAX,
            n -> detailed(codes(1), codes(n), codes(1))),
        of("severities", DetailedRoute.CODES_MAX, n -> detailed(codes(1), codes(1), codes(n))),
        of("routes by details", DetailedRoutes.GIVEN_MAX, n -> new DetailedRoutes(routes(n))),
        of("assignments", Assignments.GIVEN_MAX, n -> new Assignments(assignments(n))),
        of("a place of an assignment", 512, n -> assignment("/" + "a".repeat(n - 1))),
        of("scopes", Scopes.GIVEN_MAX, n -> new Scopes(scopes(n))),
        of("a place of a scope", 512, n -> scope("/" + "a".repeat(n - 1))),
        of(
            "people of a group",
            Group.PEOPLE_MAX,
            n -> new Group(new GroupId("g"), people(n), Set.of())),
        of(
            "groups of a group",
            Group.GROUPS_MAX,
            n -> new Group(new GroupId("g"), Set.of(), groups(n))),
        of("stages of a route", Route.STAGES_MAX, n -> new Route("", "", stages(n))),
        of("resources of a route", 512, n -> new Route("a".repeat(n), "", stages(1))),
        of("actions of a route", 512, n -> new Route("", "a".repeat(n), stages(1))),
        of("actions of a command", CommandRule.ACTIONS_MAX, n -> command(actions(n), Map.of())),
        of("parameters", CommandRule.PARAMETERS_MAX, n -> command(Set.of(), parameters(n))),
        of("sessions of a target", TargetRule.SESSIONS_MAX, n -> target(n, Set.of())),
        of("engineers of a target", TargetRule.ENGINEERS_MAX, n -> target(1, people(n))),
        of(
            "target rules",
            SessionRules.TARGETS_MAX,
            n -> sessions(all(n, i -> target(1, Set.of())), List.of())),
        of(
            "commands",
            SessionRules.COMMANDS_MAX,
            n -> sessions(List.of(), all(n, i -> command(Set.of(), Map.of())))),
        of(
            "commands where nothing else is typed",
            SessionRules.COMMANDS_MAX - 1,
            n -> listedOnly(all(n, i -> command(Set.of(), Map.of())))),
        of(
            "ways of authenticating",
            EntryRules.LISTED_MAX,
            n -> entry(claims(n), Set.of(), List.of())),
        of(
            "what a device keeps to",
            EntryRules.LISTED_MAX,
            n -> entry(Set.of(), claims(n), List.of())),
        of(
            "what a device keeps to where there are credentials",
            EntryRules.LISTED_MAX - 1,
            n -> entry(Set.of(), claims(n), credentials(1))),
        of("credentials", EntryRules.LISTED_MAX, n -> entry(Set.of(), Set.of(), credentials(n))),
        of("targets of a credential", 512, n -> credential("/" + "a".repeat(n - 1))),
        of("reasons of a rule", Match.PATTERNS_MAX, n -> match(codes(n))),
        of("quorum", StageRule.QUORUM_MAX, n -> new Stage(Optional.empty(), Set.of(), n)),
        of(
            "days that a key waits",
            30,
            n -> new SignatureRules(SignatureRules.Mode.REQUIRED, Duration.ofDays(n))),
        of("minutes that a review dwells", 60, n -> ReviewRules.of(Duration.ofMinutes(n))),
        of("days until the reminder", 30, n -> ReadingRules.of(Duration.ofDays(n))),
        of("stars", Wildcard.STARS_MAX, n -> new Wildcard("*".repeat(n))),
        of(
            "subscriptions",
            Enrolment.SUBSCRIPTIONS_MAX,
            n -> new Enrolment(Enrolment.Scope.SUBSCRIPTIONS, subscriptions(n))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bounded")
  void asMuchAsIsSaidAndNoMore(String what, int most, IntFunction<?> making) {
    assertThatCode(() -> making.apply(most)).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> making.apply(most + 1));
  }

  @Test
  void aSessionLastsFromAMinuteToADay() {
    assertThatCode(() -> new SessionLimits(MINUTE, DAY)).doesNotThrowAnyException();
    assertThatCode(() -> new SessionLimits(DAY, MINUTE)).doesNotThrowAnyException();
    for (UnaryOperator<Duration> wrong :
        List.<UnaryOperator<Duration>>of(
            any -> MINUTE.minusMillis(1), any -> DAY.plusMillis(1), any -> any.plusNanos(1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SessionLimits(wrong.apply(MINUTE), DAY));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SessionLimits(MINUTE, wrong.apply(MINUTE)));
    }
  }

  private static Arguments of(String what, int most, IntFunction<?> making) {
    return Arguments.of(what, most, making);
  }

  private static <T> List<T> all(int count, IntFunction<T> one) {
    return IntStream.range(0, count).mapToObj(one).toList();
  }

  private static Set<Code> codes(int count) {
    return Set.copyOf(all(count, i -> new Code("C" + i)));
  }

  private static Set<Claim> claims(int count) {
    return Set.copyOf(all(count, i -> new Claim("c" + i)));
  }

  private static Set<PersonId> people(int count) {
    return Set.copyOf(all(count, i -> new PersonId("person-" + i)));
  }

  private static Set<GroupId> groups(int count) {
    return Set.copyOf(all(count, i -> new GroupId("group-" + i)));
  }

  private static Set<ActionName> actions(int count) {
    return Set.copyOf(all(count, i -> new ActionName("k8s.a" + i)));
  }

  private static Set<ResourceName> subscriptions(int count) {
    return Set.copyOf(all(count, i -> new ResourceName("/subscriptions/s" + i)));
  }

  private static Map<String, Wildcard> parameters(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "p" + i)
        .collect(toMap(name -> name, name -> new Wildcard("*")));
  }

  private static List<StageRule> stages(int count) {
    return all(count, i -> StageRule.ANYBODY);
  }

  private static DetailedRoute detailed(Set<Code> tags, Set<Code> reasons, Set<Code> severities) {
    return new DetailedRoute(tags, reasons, severities, Set.of(), 0, new Route("", "", stages(1)));
  }

  private static List<DetailedRoute> routes(int count) {
    return all(count, i -> detailed(codes(1), codes(1), codes(1)));
  }

  private static Assignment assignment(String resources) {
    return new Assignment(Samples.CARLA_MEMBER, CustomerRole.READER, resources);
  }

  private static List<Assignment> assignments(int count) {
    return all(count, i -> assignment("/vms/" + i));
  }

  private static Scope scope(String resources) {
    return new Scope(Optional.of(new PersonId("anna")), Optional.empty(), resources);
  }

  private static List<Scope> scopes(int count) {
    return all(count, i -> scope("/vms/" + i));
  }

  private static CommandRule command(Set<ActionName> actions, Map<String, Wildcard> parameters) {
    return new CommandRule(Optional.empty(), Set.of(), actions, "get", parameters);
  }

  private static TargetRule target(int sessionsMax, Set<PersonId> engineers) {
    return new TargetRule("/vms", Optional.empty(), sessionsMax, engineers);
  }

  private static SessionRules sessions(List<TargetRule> targets, List<CommandRule> commands) {
    return new SessionRules(
        SessionLimits.DEFAULT, EntryRules.NONE, targets, commands, false, false);
  }

  private static SessionRules listedOnly(List<CommandRule> commands) {
    return new SessionRules(
        SessionLimits.DEFAULT, EntryRules.NONE, List.of(), commands, false, true);
  }

  private static EntryRules entry(
      Set<Claim> methods, Set<Claim> posture, List<CredentialRule> credentials) {
    return new EntryRules(
        Set.of(),
        Set.of(),
        false,
        methods,
        Set.of(),
        Set.of(),
        posture,
        Set.of(),
        Set.of(),
        credentials);
  }

  private static List<CredentialRule> credentials(int count) {
    return all(count, i -> credential("/vms/" + i));
  }

  private static CredentialRule credential(String under) {
    return new CredentialRule(new Wildcard("card-*"), Set.of(), under);
  }

  private static Match match(Set<Code> reasons) {
    return new Match(
        List.of(), List.of(), reasons, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
