package dev.lockbox.domain.evaluation;

import static dev.lockbox.domain.Bounded.some;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.Bounded;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is said or known of a request, or wanted of it, is longer than it may be. */
class BoundsTest {
  private static final Code INTAKE = new Code("intake");
  private static final Criteria USUAL = Criteria.DEFAULTS;

  static Stream<Bounded> bounded() {
    return Stream.of(
            wanted(),
            Stream.of(
                new Bounded("tags", Details.TAGS_MAX, n -> details(codes(n), 0)),
                new Bounded("arguments", Details.ARGUMENTS_MAX, n -> details(Set.of(), n)),
                new Bounded(
                    "methods",
                    Identity.METHODS_MAX,
                    n -> new Identity(Identity.Kind.ISOLATED, codes(n))),
                new Bounded("escalation", Requester.ESCALATION_MAX, BoundsTest::escalated),
                new Bounded("checks", CheckName.values().length, BoundsTest::evaluation),
                new Bounded(
                    "what is expected", Check.TEXT_CHARS_MAX, n -> check("a".repeat(n), "b")),
                new Bounded("what is found", Check.TEXT_CHARS_MAX, n -> check("a", "b".repeat(n)))),
            known())
        .flatMap(identity());
  }

  private static Stream<Bounded> wanted() {
    return Stream.of(
        new Bounded("a reason's length", 1000, n -> criteria(n, 1, 1, 1)),
        new Bounded("an alternative's length", 1000, n -> criteria(1, n, 1, 1)),
        new Bounded("reason codes", Criteria.WORDS_MAX, n -> criteria(1, 1, n, 1)),
        new Bounded("reasons without a ticket", Criteria.WORDS_MAX, n -> criteria(1, 1, 1, n)),
        new Bounded(
            "open statuses", Criteria.WORDS_MAX, n -> criteria(codes(n), USUAL.strongMethods())),
        new Bounded(
            "strong methods", Criteria.WORDS_MAX, n -> criteria(USUAL.openStatuses(), codes(n))),
        new Bounded(
            "internal routes",
            EvaluationRules.ROUTES_MAX,
            n -> rules(Collections.nCopies(n, InternalRoute.always(stage(1))))),
        new Bounded(
            "different stages",
            EvaluationRules.STAGES_MAX,
            n ->
                rules(
                    IntStream.rangeClosed(1, n)
                        .mapToObj(quorum -> InternalRoute.always(stage(quorum)))
                        .toList())),
        new Bounded("quorum", InternalStage.QUORUM_MAX, BoundsTest::stage),
        new Bounded("escalation of a route", Requester.ESCALATION_MAX, n -> route(n, 1, 1, "", "")),
        new Bounded("reasons of a route", Criteria.WORDS_MAX, n -> route(0, n, 1, "", "")),
        new Bounded("teams of a route", Criteria.WORDS_MAX, n -> route(0, 1, n, "", "")),
        new Bounded("resources of a route", 512, n -> route(0, 1, 1, "a".repeat(n), "")),
        new Bounded("actions of a route", 512, n -> route(0, 1, 1, "", "a".repeat(n))),
        new Bounded(
            "stages of a route",
            InternalRoute.STAGES_MAX,
            n ->
                InternalRoute.always(
                    Collections.nCopies(n, stage(1)).toArray(InternalStage[]::new))));
  }

  private static Stream<Bounded> known() {
    return Stream.of(
        new Bounded("roles", Facts.ROLES_MAX, n -> facts(n, 0, Map.of())),
        new Bounded("work scopes", Facts.SCOPES_MAX, n -> facts(0, n, Map.of())),
        new Bounded(
            "kinds of approvers",
            Facts.KINDS_MAX,
            n -> facts(0, 0, named(n, i -> new GroupId("kind-" + i), Map.of()))),
        new Bounded(
            "approvers",
            Facts.APPROVERS_MAX,
            n ->
                facts(
                    0,
                    0,
                    Map.of(
                        new GroupId("leads"),
                        named(n, i -> new PersonId("p" + i), Instant.EPOCH)))),
        new Bounded("actions of a role", HeldRole.ACTIONS_MAX, n -> role("r", n, 1, 0)),
        new Bounded("scopes of a role", HeldRole.SCOPES_MAX, n -> role("r", 1, n, 0)),
        new Bounded("prerequisites", HeldRole.PREREQUISITES_MAX, n -> role("r", 1, 1, n)),
        new Bounded(
            "actions before",
            Before.ACTIONS_MAX,
            n -> new Before(Cast.EVA, true, actions(n), resources(1))),
        new Bounded(
            "resources before",
            Before.RESOURCES_MAX,
            n -> new Before(Cast.EVA, true, actions(1), resources(n))));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void asMuchAsIsSaidAndNoMore(Bounded bounded) {
    bounded.holds();
  }

  @Test
  void theProvidersOwnApproversHaveFromASecondToAMonth() {
    for (var good : List.of(Duration.ofSeconds(1), Duration.ofDays(30))) {
      assertThatCode(() -> rules(good)).doesNotThrowAnyException();
    }
    for (var bad : List.of(Duration.ofMillis(999), Duration.ofDays(30).plusMillis(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> rules(bad));
    }
  }

  @Test
  void nothingIsShorterThanItMustBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> criteria(0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> criteria(1, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> stage(0));
    assertThatIllegalArgumentException().isThrownBy(InternalRoute::always);
    assertThatIllegalArgumentException().isThrownBy(() -> check("", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> check("a", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> escalated(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> route(-1, 1, 1, "", ""));
  }

  @Test
  void eachIsSaidOnce() {
    var one = new Argument(new ActionName("k8s.get"), new Code("name"), "etcd-0");
    var other = new Argument(new ActionName("k8s.get"), new Code("name"), "etcd-1");
    assertThatIllegalArgumentException().isThrownBy(() -> details(Set.of(), List.of(one, other)));
    var role = role("r", 1, 1, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> facts(List.of(role, role), 0, Map.of()));
    var check = check("a", "b");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Evaluation(
                    Details.NONE, Facts.NONE, List.of(check, check), Evaluation.Outcome.PASSED));
  }

  @Test
  void whatIsKnownHasASource() {
    assertThat(Facts.nothingIn(INTAKE).source()).contains(INTAKE);
    for (var known :
        List.<IntFunction<Facts>>of(
            n -> unsourced(Optional.of(Instant.EPOCH), Set.of(), Optional.empty()),
            n -> unsourced(Optional.empty(), resources(1), Optional.empty()),
            n -> unsourced(Optional.empty(), Set.of(), Optional.of(Cast.EVA)))) {
      assertThatIllegalArgumentException().isThrownBy(() -> known.apply(0));
    }
  }

  @Test
  void whoIsAskedForTheirYesIsKnownByKind() {
    var leads = new InternalStage(new GroupId("LEADS"), 1);
    var manager = new InternalStage(InternalStage.MANAGER, 1);
    assertThat(rules(List.of(InternalRoute.always(leads, manager))).kindsOfApprovers())
        .containsExactly(new GroupId("LEADS"));
  }

  @Test
  void whoIsNamedIsTheManagerOrAnApprover() {
    var facts =
        new Facts(
            Optional.of(INTAKE),
            List.of(),
            Optional.empty(),
            Set.of(),
            Optional.of(new PersonId("mona")),
            Map.of(new GroupId("LEADS"), Map.of(new PersonId("sam"), Instant.EPOCH)));
    assertThat(facts.names(new PersonId("mona"))).isTrue();
    assertThat(facts.names(new PersonId("sam"))).isTrue();
    assertThat(facts.names(Cast.EVA)).isFalse();
    assertThat(Facts.NONE.names(Cast.EVA)).isFalse();
  }

  private static Facts unsourced(
      Optional<Instant> eligibleUntil, Set<ResourceName> scopes, Optional<PersonId> manager) {
    return new Facts(Optional.empty(), List.of(), eligibleUntil, scopes, manager, Map.of());
  }

  private static Set<Code> codes(int count) {
    return some(count, i -> new Code("C" + i));
  }

  private static Set<ActionName> actions(int count) {
    return some(count, i -> new ActionName("k8s.a" + i));
  }

  private static Set<ResourceName> resources(int count) {
    return some(count, i -> new ResourceName("/vms/" + i));
  }

  private static <K, V> Map<K, V> named(int count, IntFunction<K> key, V value) {
    return some(count, key).stream().collect(toMap(identity(), any -> value));
  }

  private static Criteria criteria(int justification, int alternatives, int reasons, int without) {
    return new Criteria(
        justification,
        alternatives,
        codes(reasons),
        codes(without),
        USUAL.openStatuses(),
        Set.of(),
        USUAL.strongMethods(),
        false);
  }

  private static Criteria criteria(Set<Code> openStatuses, Set<Code> strongMethods) {
    return new Criteria(1, 1, Set.of(), Set.of(), openStatuses, Set.of(), strongMethods, false);
  }

  private static EvaluationRules rules(List<InternalRoute> routes) {
    return new EvaluationRules(Set.of(), USUAL, routes, Duration.ofDays(1));
  }

  private static EvaluationRules rules(Duration window) {
    return new EvaluationRules(Set.of(), USUAL, List.of(), window);
  }

  private static InternalStage stage(int quorum) {
    return new InternalStage(new GroupId("LEADS"), quorum);
  }

  private static InternalRoute route(
      int escalation, int reasons, int teams, String resources, String actions) {
    return new InternalRoute(
        Optional.empty(),
        Optional.empty(),
        escalation,
        codes(reasons),
        codes(teams),
        resources,
        actions,
        List.of(stage(1)));
  }

  private static Details details(Set<Code> tags, int arguments) {
    return details(
        tags,
        IntStream.range(0, arguments)
            .mapToObj(i -> new Argument(new ActionName("k8s.get"), new Code("N" + i), "v"))
            .toList());
  }

  private static Details details(Set<Code> tags, List<Argument> arguments) {
    return new Details(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Requester.UNSAID,
        Optional.empty(),
        tags,
        Optional.empty(),
        Optional.empty(),
        false,
        arguments);
  }

  private static Requester escalated(int level) {
    return new Requester(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(level), Optional.empty());
  }

  private static Check check(String expected, String found) {
    return new Check(CheckName.ROLE, false, Check.Outcome.SATISFIED, expected, found);
  }

  /** There are no more checks than names, so one too many is one twice. */
  private static Evaluation evaluation(int checks) {
    var names = CheckName.values();
    return new Evaluation(
        Details.NONE,
        Facts.NONE,
        IntStream.range(0, checks)
            .mapToObj(
                i -> new Check(names[i % names.length], false, Check.Outcome.SATISFIED, "a", "b"))
            .toList(),
        Evaluation.Outcome.PASSED);
  }

  private static HeldRole role(String id, int actions, int scopes, int prerequisites) {
    return new HeldRole(
        new RoleId(id),
        actions(actions),
        resources(scopes),
        PermissionLevel.READ,
        Duration.ofHours(1),
        Instant.EPOCH,
        some(prerequisites, i -> new RoleId("r" + i)));
  }

  private static Facts facts(
      int roles, int scopes, Map<GroupId, Map<PersonId, Instant>> approvers) {
    return facts(
        IntStream.range(0, roles).mapToObj(i -> role("r" + i, 1, 1, 0)).toList(),
        scopes,
        approvers);
  }

  private static Facts facts(
      List<HeldRole> roles, int scopes, Map<GroupId, Map<PersonId, Instant>> approvers) {
    return new Facts(
        Optional.of(INTAKE),
        roles,
        Optional.empty(),
        resources(scopes),
        Optional.empty(),
        approvers);
  }
}
