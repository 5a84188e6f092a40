package dev.lockbox.testkit.promise;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.AutoRule.Effect;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Behind every grant stand approvals on the command log: as many as the request needed, each by
 * another person than the engineer and than the others, named when the request was opened, and an
 * approver of the tenant at that place of its history; or a rule that the tenant has set by then. A
 * grant without the customer is of a request that nothing put behind the lockbox, no guard rail of
 * the customer's either, or that said of itself that it needs none. Where the provider's own people
 * had to say yes first, they did: each once, named then, neither the engineer nor one of the
 * customer's approvers; and none of them said yes for the customer too. What is for practice has
 * its approvals and no grant.
 */
final class NoGrantWithoutAnothersApproval implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    Map<CommandId, LoggedCommand> commands =
        run.commands().stream()
            .map(Logged::message)
            .collect(Collectors.toMap(LoggedCommand::id, one -> one, (first, second) -> first));
    return new Told(run)
        .byTenant().values().stream()
            .flatMap(history -> new Reading(commands).read(history).stream())
            .toList();
  }

  /** What was asked for and who was named, and who said yes since. */
  private record Waiting(
      RequestOpened opening, List<Stage> stages, ApproverMode mode, List<Set<PersonId>> yeses) {
    static Waiting of(RequestOpened event, List<Stage> stages, ApproverMode mode) {
      var yeses = new ArrayList<Set<PersonId>>();
      stages.forEach(stage -> yeses.add(new HashSet<>()));
      return new Waiting(event, stages, mode, yeses);
    }
  }

  /** One tenant's history, read from its beginning. */
  private final class Reading {
    private final Map<CommandId, LoggedCommand> commands;
    private final Map<RequestId, Waiting> waiting = new HashMap<>();
    private final Set<RequestId> unasked = new HashSet<>();
    private final List<Broken> broken = new ArrayList<>();
    private Set<PersonId> registry = Set.of();
    private Settings settings = Settings.DEFAULTS;
    private final InsideFirst inside = new InsideFirst(this::broken);

    Reading(Map<CommandId, LoggedCommand> commands) {
      this.commands = commands;
    }

    List<Broken> read(List<Logged<Recorded>> history) {
      history.forEach(this::read);
      return broken;
    }

    private void read(Logged<Recorded> entry) {
      switch (entry.message().event()) {
        case TenantRegistered event -> registry = Membership.ids(event.membership().approvers());
        case ApproversReplaced event -> registry = Membership.ids(event.approvers());
        case MembersReplaced event -> registry = Membership.ids(event.approvers());
        case SettingsChanged event -> settings = event.settings();
        case RequestOpened event -> {
          inside.passed(entry, event);
          waiting.put(
              event.request(),
              Waiting.of(
                  event,
                  List.of(new Stage(Optional.empty(), event.approvers(), 1)),
                  ApproverMode.SNAPSHOT));
        }
        case ApprovalsRequired event ->
            waiting.computeIfPresent(
                event.request(),
                (request, before) -> Waiting.of(before.opening(), event.stages(), event.mode()));
        case ApprovalGiven event -> yes(entry, event, event.by(), event.stage());
        case RequestApproved event -> {
          mustBeInEarnest(entry, event);
          lastYes(entry, event, event.by());
        }
        case PracticeCompleted event -> lastYes(entry, event, event.by());
        case AccessScheduled event when !unasked.contains(event.request()) -> {
          mustBeInEarnest(entry, event);
          lastYes(entry, event, event.by());
        }
        case GrantedWithoutCustomer event -> {
          inside.passed(entry, event);
          unasked.add(event.request());
          if (isBehindTheLockbox(event) && !inside.said(event.request(), event.cause())) {
            broken(entry, event, "granted without the customer, behind whose lockbox it is");
          }
        }
        case EvaluationEvent event -> inside.read(entry, event, registry);
        case GrantedByRule event -> {
          inside.passed(entry, event);
          unasked.add(event.request());
          if (settings.policy().access().automatic().stream()
              .noneMatch(
                  rule -> rule.id().equals(event.rule()) && rule.effect() == Effect.APPROVE)) {
            broken(entry, event, "granted by rule %s, which there is not".formatted(event.rule()));
          }
        }
        default -> {} // nothing else grants
      }
    }

    private void mustBeInEarnest(Logged<Recorded> entry, RequestEvent event) {
      var request = waiting.get(event.request());
      if (request != null && request.opening().isPractice()) {
        broken(entry, event, "granted, and is for practice");
      }
    }

    private void lastYes(Logged<Recorded> entry, RequestEvent event, Provenance by) {
      var stages = Optional.ofNullable(waiting.get(event.request())).map(Waiting::stages);
      yes(entry, event, by, stages.map(List::size).orElse(1) - 1);
      granted(entry, event);
    }

    private void yes(Logged<Recorded> entry, RequestEvent event, Provenance by, int stage) {
      var request = waiting.get(event.request());
      if (request == null || stage >= request.stages().size()) {
        broken(entry, event, "approved and never opened");
        return;
      }
      var who = by.actor();
      var hasSaidSo = request.yeses().stream().anyMatch(who::mayBeOneOf);
      request.yeses().get(stage).add(who);
      if (hasSaidSo) {
        broken(entry, event, "%s counted twice".formatted(who));
      }
      if (who.mayBe(request.opening().asked().engineer())) {
        broken(entry, event, "%s approved their own request".formatted(who));
      }
      if (request.mode() == ApproverMode.SNAPSHOT
          && !request.stages().get(stage).approvers().contains(who)) {
        broken(entry, event, "%s was not named at opening".formatted(who));
      }
      if (!registry.contains(who) && !isAssigned(who)) {
        broken(entry, event, "%s was no approver of the tenant by then".formatted(who));
      }
      if (inside.hasYesOf(event.request(), who)) {
        broken(entry, event, "%s said yes for the provider too".formatted(who));
      }
      checkCause(entry, event, by);
    }

    private boolean isAssigned(PersonId who) {
      return settings.policy().assignments().let(who, CustomerRole::approves);
    }

    private boolean isBehindTheLockbox(GrantedWithoutCustomer event) {
      return settings.enrolment().coversAnyOf(event.asked().resources())
          || event.asked().resources().stream().anyMatch(one -> isRailed(event.request(), one));
    }

    private boolean isRailed(RequestId request, ResourceName resource) {
      return settings.policy().guardRails().given().stream()
          .anyMatch(rail -> rail.isAbout(resource, inside.tags(request)));
    }

    private void checkCause(Logged<Recorded> entry, RequestEvent event, Provenance by) {
      var cause = commands.get(entry.message().cause());
      if (cause == null
          || !(cause.command() instanceof Approve approve)
          || !approve.request().equals(event.request())
          || !approve.by().equals(by.attempt())
          || !approve.content().equals(by.content())) {
        broken(entry, event, "there is no such approval on the command log, but " + cause);
      }
    }

    private void granted(Logged<Recorded> entry, RequestEvent event) {
      var request = waiting.get(event.request());
      if (request == null) {
        return; // said above
      }
      for (var stage = 0; stage < request.stages().size(); stage++) {
        var quorum = request.stages().get(stage).quorum();
        var had = request.yeses().get(stage).size();
        if (had < quorum) {
          broken(
              entry,
              event,
              "stage %d needed the yes of %d people and had %d".formatted(stage, quorum, had));
        }
      }
    }

    private void broken(Logged<Recorded> entry, RequestEvent event, String why) {
      broken.add(Broken.of(NoGrantWithoutAnothersApproval.this, event.request(), entry, why));
    }
  }
}
