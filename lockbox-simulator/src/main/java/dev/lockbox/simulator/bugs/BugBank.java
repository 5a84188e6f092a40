package dev.lockbox.simulator.bugs;

import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every defect the simulator must find: of the rules, and of the shell. */
public final class BugBank {
  private BugBank() {}

  public static List<Bug> all() {
    return Stream.of(
            ofRules(),
            ofGroups(),
            DialogueBugs.all(),
            PauseBugs.all(),
            ReviewBugs.all(),
            ReadingBugs.all(),
            EvaluationBugs.all(),
            InsideBugs.all(),
            RulesBugs.all(),
            SigningBugs.all(),
            PaceBugs.all(),
            PracticeBugs.all(),
            ExclusionBugs.all(),
            StartBugs.all(),
            ClosingBugs.all(),
            SessionBugs.all(),
            TargetBugs.all(),
            RolesBugs.all(),
            ofTime(),
            TenantBugs.all(),
            ofTheFold(),
            ofTheShell())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Bug> ofRules() {
    return List.of(
        rules(
            "approves-at-the-deadline",
            "<= for <: an approval at the deadline is taken",
            BrokenRules.approvesAtTheDeadline()),
        rules(
            "rings-late",
            "> for >=: an alarm at the deadline is too early",
            BrokenRules.ringsLate()),
        rules(
            "rings-early",
            "an alarm is taken a millisecond before the deadline",
            BrokenRules.ringsEarly()),
        rules(
            "engineer-approves",
            "an engineer approves their own request",
            BrokenRules.letsTheEngineerApprove()),
        rules(
            "newcomers-approve",
            "whoever became an approver later may approve an older request",
            BrokenRules.forgetsWhoWasNamedAtOpening()),
        rules(
            "leavers-approve",
            "whoever is no approver any more may approve an older request",
            BrokenRules.forgetsWhoLeft()),
        rules(
            "denied-is-not-final",
            "an approval of a closed request is taken",
            BrokenRules.approvesWhatIsClosed()),
        rules(
            "approves-twice",
            "a second approval starts the grant anew",
            BrokenRules.approvesTwice()),
        rules(
            "denial-of-a-grant-lost",
            "a denial that meets a grant is refused",
            BrokenRules.losesADenialAfterTheGrant()),
        rules(
            "late-no-lost",
            "a withdrawal behind the deadline is refused",
            BrokenRules.losesANoAfterTheDeadline()),
        rules(
            "ticket-leaves-the-grant",
            "a resolved ticket does not end its grant",
            BrokenRules.keepsAGrantWhenTheTicketIsResolved()),
        rules(
            "ticket-first-forgotten",
            "a ticket that is resolved before its request leaves no trace",
            BrokenRules.forgetsATicketThatCameFirst()),
        rules(
            "closed-first-opens",
            "a request that was closed before it was opened can be opened",
            BrokenRules.opensWhatWasClosedBefore()),
        rules(
            "strangers-deny",
            "a denial of somebody who is no approver is taken",
            BrokenRules.takesAStrangersNo()),
        rules(
            "anybody-withdraws",
            "a withdrawal in another engineer's name is taken",
            BrokenRules.letsAnybodyWithdraw()),
        rules(
            "editors-do-not-wait",
            "whoever just changed the rules approves under them",
            BrokenRules.letsNobodyWait()),
        rules(
            "anybody-finishes",
            "access is ended for whoever says to be its engineer",
            BrokenRules.letsAnybodyFinish()),
        rules(
            "finished-grant-stays",
            "an engineer who is done keeps the access",
            BrokenRules.keepsAGrantThatIsFinished()),
        rules(
            "repeats-not-recognised",
            "an attempt made twice is decided twice",
            BrokenRules.doesNotRecogniseRepeats()),
        rules(
            "memory-too-short",
            "only the newest attempt is remembered",
            BrokenRules.remembersOneAttemptOnly()),
        rules(
            "stale-yes",
            "an approval of a version that is gone is taken",
            BrokenRules.takesAYesToAnyVersion()),
        rules(
            "a-yes-counts-twice",
            "one person's yes counts twice towards the quorum",
            BrokenRules.countsAYesTwice()),
        rules(
            "one-yes-for-all",
            "one yes suffices, whatever quorum and stages are set",
            BrokenRules.takesOneYesForAll()),
        rules(
            "narrowing-forgotten",
            "the second yes grants what the first one took away",
            BrokenRules.forgetsANarrowing()),
        rules(
            "narrow-yes-grants-all",
            "a yes to less grants all that was asked for",
            BrokenRules.grantsAllToANarrowYes()),
        rules(
            "rule-changers-approve",
            "whoever made themselves an approver may approve what is open",
            BrokenRules.forgetsWhoChangedTheRules()),
        rules(
            "settings-ignored",
            "enrolment, tickets, quorum and stages that a tenant has set do not hold",
            BrokenRules.forgetsTheSettings()),
        rules(
            "catalogue-ignored",
            "what the catalogue does not list can be asked for",
            BrokenRules.forgetsTheCatalogue()),
        rules(
            "clock-from-opening",
            "access is counted from the request, not from the approval",
            BrokenRules.startsTheClockAtOpening()),
        rules(
            "clock-from-the-deadline",
            "access is counted from the deadline, not from the approval",
            BrokenRules.countsTheGrantFromTheDeadline()),
        rules(
            "a-millisecond-more",
            "access lasts a millisecond longer than was settled",
            BrokenRules.grantsAMillisecondMore()),
        rules("another-time", "events are told with whole seconds", BrokenRules.tellsAnotherTime()),
        rules(
            "engineer-named",
            "the engineer is among those who may decide",
            BrokenRules.namesTheEngineerToo()));
  }

  private static List<Bug> ofGroups() {
    return List.of(
        rules(
            "inner-groups-ignored",
            "whoever is in a group within a group is in neither",
            BrokenRules.looksIntoNoInnerGroup()),
        rules(
            "routes-ignored",
            "whatever is asked for needs the same stages",
            BrokenRules.followsNoRoute()),
        rules(
            "any-stage",
            "whoever may say yes in one stage may in another",
            BrokenRules.countsAYesInAnyStage()),
        rules(
            "group-members-approve",
            "whoever is in a group is an approver by that",
            BrokenRules.letsWhoeverIsInAGroupApprove()),
        rules(
            "subscriptions-mind-the-case",
            "a subscription that is written otherwise is not behind the lockbox",
            BrokenRules.mindsTheCaseOfSubscriptions()));
  }

  private static List<Bug> ofTime() {
    return List.of(
        rules(
            "suspect-ignored",
            "a clock that nobody vouches for grants like any other",
            BrokenRules.trustsASuspectClock()),
        rules(
            "frozen-ignored",
            "grants are given while they are frozen",
            BrokenRules.grantsWhatIsFrozen()),
        rules(
            "deadlines-by-append-time",
            "what was past its deadline no longer is, once the clock is put back",
            BrokenRules.judgesDeadlinesByTheAppendTime()),
        rules(
            "access-from-effective-time",
            "access is counted from the latest time there was, not from the approval's own",
            BrokenRules.countsAccessFromTheEffectiveTime()),
        rules(
            "suspect-takes-no-no",
            "a denial is refused while the clock is suspect",
            BrokenRules.takesNoNoAtASuspectMoment()),
        rules(
            "frozen-takes-no-no",
            "a revocation is refused while grants are frozen",
            BrokenRules.takesNoNoWhileFrozen()),
        rules(
            "suspect-expires-nothing",
            "silence is no no while the clock is suspect",
            BrokenRules.expiresNothingAtASuspectMoment()));
  }

  private static List<Bug> ofTheFold() {
    return List.of(
        new Bug(
            "fold-extends-grants",
            "the live fold gives a grant an hour more than its event says",
            Variant.folding(
                (state, event) -> {
                  var after = AccessRequest.evolve(state, event);
                  return after instanceof Granted
                      ? Altered.later(after, Duration.ofHours(1))
                      : after;
                })));
  }

  private static List<Bug> ofTheShell() {
    return Arrays.stream(Flaw.values()).map(Bug::shell).toList();
  }
}
