package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.simulator.record.Plans;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the oracle makes of groups and routes, by hand. */
class PanelTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final PersonId EVA = new PersonId("eva");
  private static final GroupId OUTER = new GroupId("outer");
  private static final GroupId INNER = new GroupId("inner");

  /** Each holds the other; zoe is in one of them and no approver. */
  private static final List<Group> GROUPS =
      List.of(
          new Group(OUTER, people("anna", "zoe"), Set.of(INNER)),
          new Group(INNER, people("ben", "eva"), Set.of(OUTER)));

  @Test
  void aGroupIsWhoeverIsInItOrInAGroupOfItAndApproves() {
    var then = governed(List.of(), Enrolment.WHOLE_TENANT);
    assertThat(Panel.able(then, asked("/vaults/one"), Optional.of(OUTER)))
        .isEqualTo(people("anna", "ben"));
    assertThat(Panel.able(then, asked("/vaults/one"), Optional.empty()))
        .isEqualTo(people("anna", "ben", "carla"));
    assertThat(Panel.able(then, asked("/vaults/one"), Optional.of(new GroupId("none")))).isEmpty();
  }

  @Test
  void everyRouteThatLeadsAddsItsStagesOnce() {
    var inner = new StageRule(Optional.of(INNER), 1);
    var outer = new StageRule(Optional.of(OUTER), 2);
    var then =
        governed(
            List.of(
                new Route("/VAULTS/one", "", List.of(inner)),
                new Route("/vaults/on", "", List.of(StageRule.ANYBODY)),
                new Route("", "k8s.pod", List.of(outer, inner))),
            Enrolment.WHOLE_TENANT);
    assertThat(Panel.of(then, asked("/vaults")))
        .containsExactly(
            new Panel(Optional.of(INNER), 1, people("anna", "ben")),
            new Panel(Optional.empty(), 1, people("anna", "ben", "carla")),
            new Panel(Optional.of(OUTER), 2, people("anna", "ben")));
    assertThat(Panel.of(then, asked("/vaults/one/secrets/a")))
        .extracting(Panel::group)
        .containsExactly(Optional.of(INNER), Optional.of(OUTER));
    assertThat(Panel.of(governed(List.of(), Enrolment.WHOLE_TENANT), asked("/vaults")))
        .extracting(Panel::quorum)
        .containsExactly(1);
  }

  @Test
  void whatHoldsASubscriptionIsBehindTheLockboxToo() {
    var part = new Enrolment(Enrolment.Scope.SUBSCRIPTIONS, Set.of(new ResourceName("/Subs/A/")));
    assertThat(outside(part, "/subs/a/vaults/x")).isFalse();
    assertThat(outside(part, "/subs")).isFalse();
    assertThat(outside(part, "/subs/ab")).isTrue();
    assertThat(outside(Enrolment.OFF, "/subs/a")).isTrue();
    assertThat(outside(Enrolment.WHOLE_TENANT, "/anything")).isFalse();
  }

  private static boolean outside(Enrolment enrolment, String resource) {
    return Panel.isOutside(enrolment, List.of(new ResourceName(resource)));
  }

  private static Governance governed(List<Route> routes, Enrolment enrolment) {
    var settings =
        new Settings(
            enrolment,
            Optional.empty(),
            ApproverMode.SNAPSHOT,
            false,
            false,
            GROUPS,
            List.of(StageRule.ANYBODY),
            routes);
    var members =
        new Membership("Premier", members("anna", "ben", "carla", "eva"), Set.of(), Set.of());
    return Governance.after(
        List.of(
            effect(new RegisterTenant(CONTOSO, by("register"), members)),
            effect(new ChangeSettings(CONTOSO, by("change"), settings))),
        Plans.ANY);
  }

  private static Effect effect(TenantCommand command) {
    var when = new When(Instant.EPOCH, Instant.EPOCH, false);
    return new Effect(command, command.content(), when, 1, false);
  }

  private static Attempt by(String id) {
    return new Attempt(new PersonId("operator"), new DecisionId(id));
  }

  private static Asked asked(String resource) {
    return new Asked(
        EVA,
        new PersonalText(EVA, "reading logs"),
        Optional.empty(),
        List.of(new ActionName("k8s.pod.logs")),
        List.of(new ResourceName(resource)),
        Optional.empty());
  }

  private static Set<PersonId> people(String... names) {
    return Stream.of(names).map(PersonId::new).collect(Collectors.toSet());
  }

  private static Set<Member> members(String... names) {
    return Stream.of(names)
        .map(name -> Member.of(name, name + "@customer.example"))
        .collect(Collectors.toSet());
  }
}
