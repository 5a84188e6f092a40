package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.simulator.record.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I4: behind every grant stands, on the command log, the approval of another person than the
 * engineer, named when the request was opened, an approver of the tenant at that place of its
 * history, and in time.
 */
final class GrantedByAnother implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    for (var tenant : evidence.tenants()) {
      var history = evidence.historyOf(tenant);
      for (var index = 0; index < history.size(); index++) {
        var before = history.subList(0, index);
        var recorded = history.get(index);
        var objection =
            Grant.of(recorded.event())
                .filter(grant -> isAsked(before, grant))
                .flatMap(
                    grant ->
                        objection(evidence, before, recorded, grant)
                            .map(why -> "%s was granted %s".formatted(grant.request(), why)));
        if (objection.isPresent()) {
          return objection;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> objection(
      Evidence evidence, List<Recorded> before, Recorded recorded, Grant grant) {
    var opened = opening(before, grant.request());
    if (opened.isEmpty()) {
      return Optional.of("and never opened");
    }
    var who = grant.by().actor();
    if (who.equals(opened.get().asked().engineer())) {
      return Optional.of("by its own engineer");
    }
    if (isSnapshot(before, grant.request()) && !opened.get().approvers().contains(who)) {
      return Optional.of("by %s, who was not named at its opening".formatted(who));
    }
    if (yesses(before, grant) < needed(before, grant.request())) {
      return Optional.of("with too few different people's yes");
    }
    if (!registry(before).contains(who)) {
      return Optional.of("by %s, who was no approver by then".formatted(who));
    }
    var decideBy = DelayedNoLonger.decideBy(before, grant.request()).orElseThrow();
    if (!grant.at().isBefore(decideBy)) {
      return Optional.of("at %s, too late since %s".formatted(grant.at(), decideBy));
    }
    return isAsked(evidence, recorded, grant)
        ? Optional.empty()
        : Optional.of("without such an approval on the command log");
  }

  /** What was granted without asking may only be put off. */
  private static boolean isAsked(List<Recorded> before, Grant grant) {
    return before.stream()
        .map(Recorded::event)
        .filter(event -> event instanceof GrantedWithoutCustomer || event instanceof GrantedByRule)
        .noneMatch(granted -> granted.about().equals(Optional.of(grant.request())));
  }

  private static boolean isSnapshot(List<Recorded> before, RequestId request) {
    return required(before, request).allMatch(needs -> needs.mode() == ApproverMode.SNAPSHOT);
  }

  private static int needed(List<Recorded> before, RequestId request) {
    return required(before, request)
        .mapToInt(needs -> needs.stages().stream().mapToInt(Stage::quorum).sum())
        .max()
        .orElse(1);
  }

  private static Stream<ApprovalsRequired> required(List<Recorded> before, RequestId request) {
    return before.stream()
        .map(Recorded::event)
        .filter(ApprovalsRequired.class::isInstance)
        .map(ApprovalsRequired.class::cast)
        .filter(needs -> needs.request().equals(request));
  }

  private static long yesses(List<Recorded> before, Grant grant) {
    var others =
        before.stream()
            .map(Recorded::event)
            .filter(ApprovalGiven.class::isInstance)
            .map(ApprovalGiven.class::cast)
            .filter(given -> given.request().equals(grant.request()))
            .map(given -> given.by().actor())
            .filter(who -> !who.equals(grant.by().actor()))
            .distinct()
            .count();
    return others + 1;
  }

  static Optional<RequestOpened> opening(List<Recorded> history, RequestId request) {
    return history.stream()
        .map(Recorded::event)
        .filter(RequestOpened.class::isInstance)
        .map(RequestOpened.class::cast)
        .filter(opened -> opened.request().equals(request))
        .findFirst();
  }

  private static Set<PersonId> registry(List<Recorded> history) {
    Set<PersonId> approvers = Set.of();
    for (var recorded : history) {
      if (recorded.event() instanceof TenantRegistered registered) {
        approvers = Membership.ids(registered.membership().approvers());
      } else if (recorded.event() instanceof ApproversReplaced replaced) {
        approvers = Membership.ids(replaced.approvers());
      } else if (recorded.event() instanceof MembersReplaced replaced) {
        approvers = Membership.ids(replaced.approvers());
      }
    }
    return approvers;
  }

  private static boolean isAsked(Evidence evidence, Recorded recorded, Grant grant) {
    return evidence.commands().stream()
        .flatMap(List::stream)
        .anyMatch(
            entry ->
                entry.value() instanceof Written.Readable readable
                    && readable.id().equals(recorded.cause())
                    && readable.command() instanceof Approve approve
                    && approve.request().equals(grant.request())
                    && approve.by().equals(grant.by().attempt())
                    && entry.at().equals(grant.at()));
  }
}
