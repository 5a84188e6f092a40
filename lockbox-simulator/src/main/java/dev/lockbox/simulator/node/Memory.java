package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Denials;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.session.Examined;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.domain.time.PartitionClock;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Places;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stores of one partition: requests, tenants, what freezes them, exclusions, denials,
 * engineers' sessions, devices, the provider's roles, progress, and what is known of time. A
 * changelog restores them.
 */
public final class Memory {
  /** Owner of the progress of records that belong to no tenant. */
  static final String NOBODY = "#";

  private static final Mark UNMARKED = new Mark(0, -1, Instant.EPOCH);
  private static final Kept NOTHING = new Kept.Readable(AccessRequest.UNOPENED);

  private final Map<RequestId, Kept> requests = new TreeMap<>();
  private final Map<TenantId, Tenant> tenants = new TreeMap<>();
  private final Map<TenantId, Freezes> freezes = new TreeMap<>();
  private final Map<ExclusionId, Exclusion> exclusions = new TreeMap<>();
  private final Map<EngineerId, Denials> denials = new HashMap<>();
  private final Map<EngineerId, Sessions> sessions = new TreeMap<>();
  private final Map<DeviceId, Examined> postures = new TreeMap<>();
  private final Map<RoleId, RoleState> roles = new TreeMap<>();
  private final Map<PersonId, Engineer> members = new TreeMap<>();
  private final Map<String, Mark> progress = new TreeMap<>();
  private PartitionClock clock = PartitionClock.UNSET;
  private long appliedUpTo = UNMARKED.offset();

  /**
   * How far a tenant's history is.
   *
   * @param sequence of its last entry
   * @param offset of the last command that wrote something for it
   * @param trusted the latest append time that was trusted by then
   */
  public record Mark(long sequence, long offset, Instant trusted) {}

  public static Memory restored(List<Entry<Change>> changelog) {
    var memory = new Memory();
    changelog.forEach(entry -> memory.apply(entry.value()));
    return memory;
  }

  void apply(Change change) {
    switch (change) {
      case Change.OfRequest request -> requests.put(request.request(), request.kept());
      case Change.OfTenant tenant -> tenants.put(tenant.tenant(), tenant.state());
      case Change.OfFreezes frozen -> freezes.put(frozen.tenant(), frozen.state());
      case Change.OfDenials denied -> denials.put(denied.engineer(), denied.state());
      case Change.OfExclusion told -> exclusions.put(told.exclusion(), told.state());
      case Change.OfSessions moved -> sessions.put(moved.engineer(), moved.state());
      case Change.OfPosture found -> postures.put(found.device(), found.known());
      case Change.OfRole defined -> roles.put(defined.role(), defined.state());
      case Change.OfMember one -> members.put(one.person(), one.state());
      case Change.OfClock ticked -> {
        resume(ticked.clock(), clock.trusted());
        appliedUpTo = Math.max(appliedUpTo, ticked.offset());
      }
      case Change.OfProgress made -> {
        progress.put(made.owner(), made.mark());
        resume(clock, made.mark().trusted());
        appliedUpTo = Math.max(appliedUpTo, made.mark().offset());
      }
    }
  }

  private void resume(PartitionClock known, Instant trusted) {
    clock = trusted.isAfter(known.trusted()) ? new PartitionClock(trusted, known.hosts()) : known;
  }

  /** A record at this moment changes something. */
  void pass(Moment moment) {
    clock = clock.after(moment);
  }

  public PartitionClock clock() {
    return clock;
  }

  public Freezes freezesOf(TenantId tenant) {
    return freezes.getOrDefault(tenant, Freezes.NONE);
  }

  public boolean isFrozen(TenantId tenant) {
    return freezesOf(tenant).isFrozen();
  }

  public Exclusion exclusion(ExclusionId exclusion) {
    return exclusions.getOrDefault(exclusion, Exclusion.UNKNOWN);
  }

  Denials denialsOf(EngineerId engineer) {
    return denials.getOrDefault(engineer, Denials.NONE);
  }

  public Map<EngineerId, Denials> denials() {
    return denials;
  }

  Sessions sessionsOf(EngineerId engineer) {
    return sessions.getOrDefault(engineer, Sessions.NONE);
  }

  public Map<EngineerId, Sessions> sessions() {
    return sessions;
  }

  /** Empty for a device that nobody examined for every tenant. */
  Optional<Examined> postureOf(DeviceId device) {
    return Optional.ofNullable(postures.get(device));
  }

  boolean isBarred(DeviceId device) {
    return postureOf(device).filter(known -> !known.compliant()).isPresent();
  }

  /** The provider's own; of any other tenant nobody is known. */
  Directory directoryOf(TenantId tenant) {
    return tenant.equals(Places.PROVIDER) ? new Staff(roles, members) : Staff.NOBODY;
  }

  public Map<RoleId, RoleState> roles() {
    return roles;
  }

  public Map<PersonId, Engineer> members() {
    return members;
  }

  public Map<ExclusionId, Exclusion> exclusions() {
    return exclusions;
  }

  public Map<TenantId, Freezes> freezes() {
    return freezes;
  }

  void forgetProgress() {
    appliedUpTo = UNMARKED.offset();
  }

  public Kept request(RequestId request) {
    return requests.getOrDefault(request, NOTHING);
  }

  public Tenant tenant(TenantId tenant) {
    return tenants.getOrDefault(tenant, Tenant.UNREGISTERED);
  }

  /** Of the tenant's last entry; 0 before the first. */
  public long sequenceOf(TenantId tenant) {
    return progress.getOrDefault(tenant.value(), UNMARKED).sequence();
  }

  long greatestSequence() {
    return progress.values().stream().mapToLong(Mark::sequence).max().orElse(0);
  }

  public long appliedUpTo() {
    return appliedUpTo;
  }

  public Map<RequestId, Kept> requests() {
    return requests;
  }

  public Map<TenantId, Tenant> tenants() {
    return tenants;
  }

  public Map<String, Mark> progress() {
    return progress;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Memory memory
        && requests.equals(memory.requests)
        && tenants.equals(memory.tenants)
        && freezes.equals(memory.freezes)
        && exclusions.equals(memory.exclusions)
        && denials.equals(memory.denials)
        && sessions.equals(memory.sessions)
        && postures.equals(memory.postures)
        && roles.equals(memory.roles)
        && members.equals(memory.members)
        && clock.equals(memory.clock)
        && progress.equals(memory.progress);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        requests,
        tenants,
        freezes,
        exclusions,
        denials,
        sessions,
        postures,
        roles,
        members,
        clock,
        progress);
  }
}
