package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.TENANT_EXISTS;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;

import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.Tenant.Unregistered;
import java.time.Instant;
import java.util.Set;

/** Says yes or no to a command about a tenant itself. */
public final class TenantDecider {
  private TenantDecider() {}

  /**
   * @param at when the command was appended
   */
  public static Decision<TenantEvent> decide(Tenant state, TenantCommand command, Instant at) {
    return state
        .trail()
        .<TenantEvent>answerTo(command.by(), command.content())
        .orElseGet(
            () ->
                switch (command) {
                  case RegisterTenant register -> register(state, register, at);
                  case ReplaceApprovers replace -> replaceApprovers(state, replace, at);
                });
  }

  private static Decision<TenantEvent> register(Tenant state, RegisterTenant register, Instant at) {
    return switch (state) {
      case Registered registered ->
          refuse(TENANT_EXISTS, "tenant %s is registered already".formatted(register.tenant()));
      case Unregistered none when register.membership().approvers().isEmpty() ->
          noApprovers(register.tenant());
      case Unregistered none ->
          accept(new TenantRegistered(register.tenant(), at, by(register), register.membership()));
    };
  }

  private static Decision<TenantEvent> replaceApprovers(
      Tenant state, ReplaceApprovers replace, Instant at) {
    Set<Member> approvers = replace.approvers();
    return switch (state) {
      case Unregistered none ->
          refuse(UNKNOWN_TENANT, "tenant %s is not registered".formatted(replace.tenant()));
      case Registered registered when approvers.isEmpty() -> noApprovers(replace.tenant());
      case Registered registered ->
          accept(new ApproversReplaced(replace.tenant(), at, by(replace), approvers));
    };
  }

  private static Decision<TenantEvent> noApprovers(TenantId tenant) {
    return refuse(NO_APPROVERS, "tenant %s needs at least one approver".formatted(tenant));
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
