package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.JUSTIFICATION;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Cast.RESOURCES;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands, in as few words as a test of the shell needs. Unsaid: of Contoso, opened by Eva. */
final class Say {
  private Say() {}

  static RequestId request(String id) {
    return new RequestId(CONTOSO, id);
  }

  static RegisterTenant register(TenantId tenant, String... approvers) {
    return new RegisterTenant(
        tenant,
        attempt(OPERATOR, "register"),
        new Membership("Premier", members(approvers), Set.of(), Set.of()));
  }

  /** Who approves, and who administers. */
  static ReplaceMembers replaceAll(
      TenantId tenant, String decision, String approver, String... admins) {
    return new ReplaceMembers(
        tenant,
        attempt(OPERATOR, decision),
        members(approver),
        members(admins),
        Set.of(),
        Optional.empty());
  }

  static ReplaceApprovers replace(TenantId tenant, String decision, String... approvers) {
    return new ReplaceApprovers(tenant, attempt(OPERATOR, decision), members(approvers));
  }

  static OpenRequest open(String id) {
    return open(request(id));
  }

  static OpenRequest open(RequestId request) {
    return open(request, JUSTIFICATION);
  }

  static OpenRequest open(RequestId request, String justification) {
    return open(request, EVA, justification, RESOURCES);
  }

  static OpenRequest open(String id, ResourceName resource) {
    return open(request(id), EVA, JUSTIFICATION, List.of(resource));
  }

  static OpenRequest openBy(PersonId engineer, String id) {
    return open(request(id), engineer, JUSTIFICATION, RESOURCES);
  }

  private static OpenRequest open(
      RequestId request, PersonId engineer, String justification, List<ResourceName> resources) {
    return new OpenRequest(
        request,
        attempt(JIT, "open"),
        new Asked(
            engineer,
            new PersonalText(engineer, justification),
            Optional.empty(),
            ACTIONS,
            resources,
            Optional.empty()));
  }

  /** For access that begins later. */
  static OpenRequest openForLater(String id, Instant start) {
    var open = open(id);
    var later = Said.nothing().startAt(start).details();
    return new OpenRequest(open.request(), open.by(), open.asked(), later, Facts.NONE);
  }

  static OpenRequest openForOneUse(String id) {
    var open = open(id);
    var once = Said.nothing().singleUse().details();
    return new OpenRequest(open.request(), open.by(), open.asked(), once, Facts.NONE);
  }

  static Approve approve(String id, PersonId by, String decision, long ifVersion) {
    return new Approve(
        request(id), attempt(by, decision), Optional.empty(), ifVersion, Optional.empty());
  }

  /** For one use, whatever was asked for. */
  static Approve approveOnce(String id, PersonId by, String decision, long ifVersion) {
    var once = new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), true);
    var less = new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), once);
    return new Approve(
        request(id), attempt(by, decision), Optional.empty(), ifVersion, Optional.of(less));
  }

  static Deny deny(String id, PersonId by, String decision) {
    return new Deny(request(id), attempt(by, decision), Optional.empty());
  }

  static Withdraw withdraw(String id) {
    return new Withdraw(request(id), attempt(JIT, "withdraw"), EVA);
  }

  static EnforceDeadline alarm(String id) {
    return new EnforceDeadline(request(id));
  }

  private static Attempt attempt(PersonId actor, String decision) {
    return new Attempt(actor, new DecisionId(decision));
  }

  private static Set<Member> members(String... people) {
    return Stream.of(people)
        .map(person -> Member.of(person, person + "@customer.example"))
        .collect(Collectors.toSet());
  }
}
