package dev.lockbox.domain;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.domain.rules.Narrowing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a command asks, as a list of texts. The order is frozen: fingerprints of it are remembered
 * in the log.
 */
final class Contents {
  private Contents() {}

  static List<String> of(Command command) {
    var parts = new ArrayList<String>();
    parts.add(command.name());
    switch (command) {
      case OpenRequest open -> {
        add(parts, open.asked());
        DetailsContents.add(parts, open.details());
      }
      case StartPractice start -> add(parts, start.asked());
      case Approve approve -> {
        addReason(parts, approve.reason());
        parts.add(Long.toString(approve.ifVersion()));
        approve.narrowing().ifPresent(less -> add(parts, less));
      }
      case Deny deny -> addReason(parts, deny.reason());
      case Revoke revoke -> addReason(parts, revoke.reason());
      case BeginReview begin -> parts.add(Long.toString(begin.ifVersion()));
      case ConfirmRead read -> {}
      case Withdraw withdraw -> parts.add(withdraw.engineer().value());
      case ResolveTicket resolve -> {}
      case EnforceDeadline alarm -> {}
      case FinishAccess finish -> parts.add(finish.engineer().value());
      case EvaluationCommand inside -> addInside(parts, inside);
      case DialogueCommand said -> DialogueContents.add(parts, said);
      case AcknowledgeClosing closed -> parts.add(closed.point().value());
      case SessionCommand session -> SessionContents.add(parts, session);
      case RegisterTenant register -> {
        add(parts, register.membership());
        addIfAny(parts, register.issuers());
      }
      case ReplaceApprovers replace -> addMembers(parts, replace.approvers());
      case ReplaceMembers replace -> {
        addMembers(parts, replace.approvers());
        addMembers(parts, replace.admins());
        addMembers(parts, replace.auditors());
        parts.add(replace.ifVersion().map(read -> Long.toString(read)).orElse(""));
      }
      case ChangePlan change -> {
        parts.add(change.plan());
        change.ifVersion().ifPresent(read -> parts.add(Long.toString(read)));
      }
      case ChangeIssuers change -> {
        addIssuers(parts, change.issuers());
        change.ifVersion().ifPresent(read -> addVersion(parts, read));
      }
      case ChangeSettings change -> {
        SettingsContents.add(parts, change.settings());
        change.ifVersion().ifPresent(read -> addVersion(parts, read));
      }
      case ConfirmSettings confirm -> parts.add(Long.toString(confirm.proposal()));
      case ApproverKeyCommand keys -> KeyContents.add(parts, keys);
      case ExclusionCommand asked -> ExclusionContents.add(parts, asked);
      case FreezeGrants freeze -> {
        parts.add(freeze.quarantine().value());
        parts.add(freeze.cause());
      }
      case ReleaseGrants release -> {
        parts.add(release.quarantine().value());
        parts.add(release.reason().text());
      }
      case RolesCommand roles -> RolesContents.add(parts, roles);
    }
    return parts;
  }

  /** Told apart from whatever part of the settings stands last. */
  private static void addVersion(List<String> parts, long read) {
    parts.add("ifVersion");
    parts.add(Long.toString(read));
  }

  private static void addInside(List<String> parts, EvaluationCommand command) {
    switch (command) {
      case ApproveInternally yes -> {
        addReason(parts, yes.reason());
        parts.add(Long.toString(yes.ifVersion()));
      }
      case DenyInternally no -> addReason(parts, no.reason());
    }
  }

  private static void add(List<String> parts, Asked asked) {
    parts.add(asked.engineer().value());
    parts.add(asked.justification().text());
    parts.add(asked.ticket().map(Ticket::system).orElse(""));
    parts.add(asked.ticket().map(Ticket::id).orElse(""));
    parts.add(asked.ticket().flatMap(Ticket::url).orElse(""));
    addAll(parts, asked.actions());
    addAll(parts, asked.resources());
    parts.add(asked.accessFor().map(Duration::toString).orElse(""));
  }

  static void add(List<String> parts, Narrowing less) {
    addAll(parts, less.actions().map(List::copyOf).orElse(List.of()));
    addAll(parts, less.resources().map(List::copyOf).orElse(List.of()));
    parts.add(less.accessFor().map(Duration::toString).orElse(""));
    ConditionsContents.add(parts, less.conditions());
  }

  private static void add(List<String> parts, Membership membership) {
    parts.add(membership.plan());
    addMembers(parts, membership.approvers());
    addMembers(parts, membership.admins());
    addMembers(parts, membership.auditors());
  }

  /** A set has no order of its own, so it gets one here. */
  private static void addMembers(List<String> parts, Set<Member> members) {
    addAll(
        parts,
        members.stream()
            .map(member -> member.person() + " " + member.mail().text())
            .sorted()
            .toList());
  }

  /** Said of late, and so only where there is something to say. */
  private static void addIfAny(List<String> parts, Set<Issuer> issuers) {
    if (!issuers.isEmpty()) {
      addIssuers(parts, issuers);
    }
  }

  private static void addIssuers(List<String> parts, Set<Issuer> issuers) {
    addAll(parts, issuers.stream().map(Issuer::url).sorted().toList());
  }

  static void addReason(List<String> parts, Optional<PersonalText> reason) {
    parts.add(reason.map(PersonalText::text).orElse(""));
  }

  static void addAll(List<String> parts, List<?> values) {
    parts.add(Integer.toString(values.size()));
    values.forEach(value -> parts.add(value.toString()));
  }
}
