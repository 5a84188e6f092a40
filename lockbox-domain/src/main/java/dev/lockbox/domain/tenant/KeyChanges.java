package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.KEY_EXISTS;
import static dev.lockbox.domain.decision.Refusal.KEY_UNKNOWN;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.NOT_OF_THE_CUSTOMER;
import static dev.lockbox.domain.decision.Refusal.SECOND_PERSON_NEEDED;
import static dev.lockbox.domain.decision.Refusal.SIGNATURE_INVALID;
import static dev.lockbox.domain.decision.Refusal.TOO_MANY_KEYS;
import static dev.lockbox.domain.tenant.TenantDecider.by;
import static dev.lockbox.domain.tenant.TenantDecider.nothingToChange;

import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.function.Function;

/**
 * Whether a key becomes one by which a person's word is taken: it takes that person, who shows that
 * they hold it, an administrator who is somebody else, and some time. Whether it is one no more
 * takes either of them, and no time.
 *
 * <p>A key helps to be granted access, so it comes no nearer to being one while nothing may be
 * granted: that time is counted by a clock that can be trusted, from its first instant to its last.
 */
record KeyChanges(Registered tenant, Moment at) {
  Decision<TenantEvent> decide(ApproverKeyCommand command) {
    return unlessHelping(decided(command), command);
  }

  private Decision<TenantEvent> unlessHelping(
      Decision<TenantEvent> decision, ApproverKeyCommand command) {
    if (command instanceof WithdrawApproverKey || !(decision instanceof Accepted<TenantEvent>)) {
      return decision;
    }
    if (at.suspect()) {
      return refuse(
          CLOCK_SUSPECT,
          "a key of tenant %s came at %s by a clock that cannot be trusted just now"
              .formatted(command.tenant(), at.appended()));
    }
    return at.frozen()
        ? refuse(
            GRANTS_FROZEN,
            "grants of customer %s are frozen until a record in quarantine is settled"
                .formatted(command.tenant()))
        : decision;
  }

  private Decision<TenantEvent> decided(ApproverKeyCommand command) {
    return switch (command) {
      case RegisterApproverKey register -> register(register);
      case ConfirmApproverKey confirm ->
          ofKnown(command, confirm.key(), key -> confirm(confirm, key));
      case WithdrawApproverKey withdraw ->
          ofKnown(command, withdraw.key(), key -> withdraw(withdraw, key));
    };
  }

  private Decision<TenantEvent> register(RegisterApproverKey register) {
    var person = register.by().actor();
    var key = register.registeredAt(at.appended());
    if (!isOfTheCustomer(person)) {
      return refuse(
          NOT_OF_THE_CUSTOMER,
          "%s neither approves nor administers for tenant %s".formatted(person, register.tenant()));
    }
    if (tenant.keys().find(key.id()).isPresent()) {
      return refuse(
          KEY_EXISTS, "tenant %s has key %s already".formatted(register.tenant(), key.id()));
    }
    if (!tenant.keys().hasRoomFor(person)) {
      return refuse(
          TOO_MANY_KEYS,
          "tenant %s has no room for another key of %s".formatted(register.tenant(), person));
    }
    return key.signed(register.payload(), register.proof())
        ? accept(
            new ApproverKeyRegistered(
                register.tenant(), at.appended(), by(register), register.key(), register.passkey()))
        : refuse(
            SIGNATURE_INVALID,
            "%s does not show that they hold key %s".formatted(person, key.id()));
  }

  private Decision<TenantEvent> ofKnown(
      ApproverKeyCommand command, KeyId id, Function<ApproverKey, Decision<TenantEvent>> then) {
    return tenant
        .keys()
        .find(id)
        .map(then)
        .orElseGet(
            () -> refuse(KEY_UNKNOWN, "tenant %s has no key %s".formatted(command.tenant(), id)));
  }

  private Decision<TenantEvent> confirm(ConfirmApproverKey confirm, ApproverKey key) {
    var person = confirm.by().actor();
    if (!administers(person)) {
      return notAnAdmin(confirm);
    }
    if (person.mayBe(key.person())) {
      return refuse(
          SECOND_PERSON_NEEDED,
          "key %s is of %s, and somebody else must agree".formatted(key.id(), key.person()));
    }
    return key.isAgreedTo()
        ? nothingToChange(confirm, tenant)
        : accept(
            new ApproverKeyConfirmed(
                confirm.tenant(), at.appended(), by(confirm), key.id(), holdsFrom(key)));
  }

  /** Counted from when everybody was told, and never back from now. */
  private Instant holdsFrom(ApproverKey key) {
    var waited = key.registeredAt().plus(tenant.settings().policy().signatures().keysWait());
    return waited.isAfter(at.effective()) ? waited : at.effective();
  }

  private Decision<TenantEvent> withdraw(WithdrawApproverKey withdraw, ApproverKey key) {
    var person = withdraw.by().actor();
    return person.equals(key.person()) || administers(person)
        ? accept(new ApproverKeyWithdrawn(withdraw.tenant(), at.appended(), by(withdraw), key.id()))
        : notAnAdmin(withdraw);
  }

  private boolean isOfTheCustomer(PersonId person) {
    return administers(person)
        || tenant.members().map(Membership::approvers).map(Membership::ids).stream()
            .anyMatch(approvers -> approvers.contains(person));
  }

  private boolean administers(PersonId person) {
    return tenant.members().map(Membership::admins).map(Membership::ids).stream()
        .anyMatch(admins -> admins.contains(person));
  }

  private static Decision<TenantEvent> notAnAdmin(ApproverKeyCommand command) {
    return refuse(
        NOT_AN_ADMIN,
        "%s does not administer tenant %s".formatted(command.by().actor(), command.tenant()));
  }
}
