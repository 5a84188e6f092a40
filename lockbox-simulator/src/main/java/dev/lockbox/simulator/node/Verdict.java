package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.Examined;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** What comes of a command. Nothing has been written yet. */
sealed interface Verdict {
  /**
   * @param ended what the end of a grant brings about, and what stands before it in the record
   */
  record RequestMoved(
      RequestId request,
      AccessRequest after,
      List<? extends Event> events,
      Optional<SessionsMoved> ended)
      implements Verdict {}

  /**
   * @param ended what the end of a grant brings about, and what stands before it in the record
   */
  record Faulted(
      RequestId request, AccessRequest after, RequestFaulted event, Optional<SessionsMoved> ended)
      implements Verdict {}

  record TenantMoved(TenantId tenant, Tenant after, List<? extends Event> events)
      implements Verdict {}

  record ExclusionMoved(ExclusionId exclusion, Exclusion after, ExclusionEvent event)
      implements Verdict {}

  /** Something happened in engineers' sessions; requests and the tenant stay as they are. */
  record Attended(List<SessionsMoved> each) implements Verdict {
    List<SessionEvent> events() {
      return each.stream().flatMap(moved -> moved.events().stream()).toList();
    }
  }

  /**
   * What is known of a device for every tenant changed. Nobody's verdict: no tenant asked.
   *
   * @param ended what that brings about, tenant by tenant
   */
  record Heeded(DeviceId device, Examined known, List<SessionsMoved> ended) {}

  record SessionsMoved(EngineerId engineer, Sessions after, List<SessionEvent> events) {}

  /**
   * A role or somebody of the provider's changed.
   *
   * @param version of what changed
   */
  record RolesMoved(Change after, long version, List<RolesEvent> events) implements Verdict {}

  record GrantsMoved(TenantId tenant, Freezes after, GrantsEvent event) implements Verdict {}

  /**
   * @param version of what was asked about, which stays as it was
   */
  record SaidNo(CommandRefused event, long version) implements Verdict {}

  record Repeated() implements Verdict {}

  /** An alarm was refused: nobody asked, so nobody is told. */
  record AlarmRefused(Refusal refusal) implements Verdict {}
}
