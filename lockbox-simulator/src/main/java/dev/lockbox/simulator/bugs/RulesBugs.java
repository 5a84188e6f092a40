package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.ReasonCodes;
import dev.lockbox.domain.rules.Width;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.Rulebook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What goes wrong about what a tenant denies, demands, and has decided beforehand. */
final class RulesBugs {
  private static final Duration A_DAY = Duration.ofDays(1);

  private RulesBugs() {}

  /** Other rules for whoever asks for something. */
  private static Rulebook asking(BiFunction<ApprovalRules, OpenRequest, ApprovalRules> change) {
    return (state, command, rules, known, at) ->
        command instanceof OpenRequest open
            ? decide(state, command, rules.map(now -> change.apply(now, open)), known, at)
            : decide(state, command, rules, known, at);
  }

  private static ApprovalRules havingTheLongest(ApprovalRules now, OpenRequest open) {
    var longest = now.longestAccess(open.asked().actions(), open.asked().resources());
    return with(
        capped(now, AccessCap.NONE), new AccessLimits(now.limits().pendingWindow(), longest));
  }

  private static ApprovalRules capped(ApprovalRules now, AccessCap cap) {
    var deployment = now.deployment();
    var settings = now.settings();
    return new ApprovalRules(
            now.version(),
            now.approvers(),
            now.changers(),
            now.waiting(),
            now.limits(),
            settings.limits().isPresent() ? settings.with(settings.policy().with(cap)) : settings,
            deployment.with(deployment.limits(), cap))
        .with(now.keys());
  }

  private static ApprovalRules with(ApprovalRules now, AccessLimits limits) {
    return new ApprovalRules(
            now.version(),
            now.approvers(),
            now.changers(),
            now.waiting(),
            limits,
            now.settings(),
            now.deployment())
        .with(now.keys());
  }

  static List<Bug> all() {
    return List.of(
        rules(
            "approves-before-it-denies",
            "a rule that denies does not hold where one approves",
            under(OpenRequest.class, RulesBugs::withoutDenying)),
        rules(
            "who-says-no-time-has-the-longest",
            "a yes grants to who says no time as much as may be asked for",
            asking(RulesBugs::havingTheLongest)),
        rules(
            "asked-for-a-whole-day",
            "access may be asked for as long as it may last at all",
            asking((now, open) -> capped(now, AccessCap.of(A_DAY)))),
        rules(
            "cap-ignored",
            "nobody may ask for more than is granted to who says no time",
            asking((now, open) -> capped(now, AccessCap.NONE))),
        rules(
            "rules-approve-more",
            "a rule approves whatever it is about, for any reason and in any spelling",
            under(OpenRequest.class, RulesBugs::approvingAnything)),
        rules(
            "rule-makers-are-approved",
            "a rule approves for whoever made the rules",
            beforehand(RulesBugs::withoutChangers, at -> at)),
        rules(
            "rules-approve-at-any-time",
            "a rule approves while the clock is suspect or grants are frozen",
            beforehand(now -> now, at -> Moment.at(at.appended()))),
        rules(
            "denied-can-be-asked",
            "what is denied is asked of approvers",
            under(OpenRequest.class, access -> denying(access, List.of()))),
        rules(
            "denied-meanwhile-approved",
            "what is denied since it was asked for can be approved still",
            under(Approve.class, access -> denying(access, List.of()))),
        rules(
            "hours-ignored",
            "access begins whenever it is approved",
            under(RequestCommand.class, RulesBugs::atAnyTime)),
        rules(
            "any-reason-will-do",
            "a request is taken for a reason that its customer does not know",
            byPolicy(OpenRequest.class, RulesBugs::forAnyReason)),
        rules(
            "asked-too-widely",
            "a request is taken for more at once than its customer lets",
            byPolicy(OpenRequest.class, RulesBugs::asWideAsTheyLike)),
        rules(
            "guard-rails-ignored",
            "what a guard rail wants behind the lockbox is granted without the customer",
            RulesBugs::pastTheRails),
        rules(
            "conditions-forgotten",
            "what is granted by a rule is granted under no conditions",
            BrokenRules.telling(RulesBugs::unconditional)));
  }

  /** The decider, where this is asked, with other rules of the tenant's. */
  private static Rulebook under(
      Class<? extends RequestCommand> asked, UnaryOperator<AccessRules> change) {
    return byPolicy(asked, old -> old.with(change.apply(old.access())));
  }

  private static Policy forAnyReason(Policy old) {
    return old.with(ReasonCodes.ANY);
  }

  private static Policy asWideAsTheyLike(Policy old) {
    return old.with(Width.ANY);
  }

  /** It is looked at as it should be, and then nobody is asked. */
  private static Decision<RequestEvent> pastTheRails(
      AccessRequest state,
      RequestCommand command,
      Optional<ApprovalRules> rules,
      Asking asking,
      Moment at) {
    var decided = decide(state, command, rules, asking, at);
    var ignoring = decide(state, command, rules.map(RulesBugs::unrailed), asking, at);
    return decided instanceof Accepted<RequestEvent> yes
            && ignoring instanceof Accepted<RequestEvent> other
            && yes.events().getFirst() instanceof RequestEvaluated found
            && other.events().getLast() instanceof GrantedWithoutCustomer granted
        ? new Accepted<>(List.of(found, granted))
        : decided;
  }

  private static ApprovalRules unrailed(ApprovalRules now) {
    return with(now, old -> old.with(GuardRails.NONE));
  }

  private static Rulebook byPolicy(
      Class<? extends RequestCommand> asked, UnaryOperator<Policy> change) {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            asked.isInstance(command) ? rules.map(now -> with(now, change)) : rules,
            asking,
            at);
  }

  private static ApprovalRules with(ApprovalRules now, UnaryOperator<Policy> change) {
    var policy = change.apply(now.settings().policy());
    return Altered.withSettings(now, Altered.withPolicy(now.settings(), policy));
  }

  /** The decider, where a rule approves under these circumstances. */
  private static Rulebook beforehand(
      UnaryOperator<ApprovalRules> rules, UnaryOperator<Moment> moment) {
    return (state, command, now, asking, at) -> {
      var decision = decide(state, command, now.map(rules), asking, moment.apply(at));
      var isByRule =
          command instanceof OpenRequest
              && decision instanceof Accepted<RequestEvent> yes
              && yes.events().stream().anyMatch(GrantedByRule.class::isInstance);
      return isByRule ? decision : decide(state, command, now, asking, at);
    };
  }

  private static ApprovalRules withoutChangers(ApprovalRules now) {
    return new ApprovalRules(
            now.version(),
            now.approvers(),
            Set.of(),
            now.waiting(),
            now.limits(),
            now.settings(),
            now.deployment())
        .with(now.keys());
  }

  private static AccessRules withoutDenying(AccessRules access) {
    var isApproving =
        access.automatic().stream().anyMatch(rule -> rule.effect() == AutoRule.Effect.APPROVE);
    return isApproving
        ? with(
            access,
            access.automatic().stream()
                .filter(rule -> rule.effect() == AutoRule.Effect.APPROVE)
                .toList())
        : access;
  }

  private static AccessRules approvingAnything(AccessRules access) {
    return with(
        access,
        access.automatic().stream()
            .map(
                rule ->
                    rule.effect() == AutoRule.Effect.APPROVE
                        ? new AutoRule(rule.id(), rule.effect(), inAnyCase(rule.when()))
                        : rule)
            .toList());
  }

  private static Match inAnyCase(Match when) {
    return new Match(
        List.of(new Glob("*")),
        when.resources(),
        Set.of(),
        when.risk(),
        when.accessFor(),
        when.schedule());
  }

  private static AccessRules with(AccessRules access, List<AutoRule> automatic) {
    return new AccessRules(
        access.denied(), access.highRisk(), access.conditions(), automatic, access.hours());
  }

  private static AccessRules denying(AccessRules access, List<Denial> denied) {
    return new AccessRules(
        denied, access.highRisk(), access.conditions(), access.automatic(), access.hours());
  }

  private static AccessRules atAnyTime(AccessRules access) {
    return new AccessRules(
        access.denied(),
        access.highRisk(),
        access.conditions(),
        access.automatic(),
        Optional.empty());
  }

  private static RequestEvent unconditional(RequestEvent event) {
    return event instanceof GrantedByRule granted
        ? new GrantedByRule(
            granted.request(),
            granted.at(),
            granted.by(),
            granted.asked(),
            granted.approvers(),
            granted.rule(),
            Conditions.NONE,
            granted.accessUntil())
        : event;
  }
}
