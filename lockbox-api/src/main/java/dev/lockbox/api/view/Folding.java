package dev.lockbox.api.view;

import dev.lockbox.api.view.Keys.Place;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.ExclusionSnapshot;
import dev.lockbox.events.message.FreezeSnapshot;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What one event changes in the view. Takes a tenant's events in exactly their sequence: one that
 * was folded before is a replay and changes nothing; a gap, or a version that disagrees, is a
 * {@link BrokenHistory}.
 */
final class Folding {
  private static final byte[] NOTHING = new byte[0];

  private final KeyValueStore<Bytes, byte[]> requests;
  private final KeyValueStore<Bytes, byte[]> index;
  private final GrantFolding grants;
  private final KeyValueStore<Bytes, byte[]> timeline;
  private final KeyValueStore<Bytes, byte[]> decisions;
  private final KeyValueStore<Bytes, byte[]> tenants;
  private final KeyValueStore<Bytes, byte[]> freezes;
  private final RolesFolding roles;
  private final KeyValueStore<Bytes, byte[]> exclusions;
  private final KeyValueStore<Bytes, byte[]> exclusionEvents;
  private final KeyValueStore<Bytes, byte[]> history;
  private final KeyValueStore<Bytes, byte[]> changes;
  private final KeyValueStore<Bytes, byte[]> times;
  private final KeyValueStore<Bytes, byte[]> sequences;
  private final SessionFolding sessions;
  private final UsualFolding usual;
  private final KeyValueStore<Bytes, byte[]> pseudonyms;
  private final SubscriptionFolding subscriptions;

  /**
   * @param stores by name
   */
  Folding(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
    this.requests = stores.apply(ViewStores.REQUESTS);
    this.index = stores.apply(ViewStores.INDEX);
    this.grants = new GrantFolding(stores.apply(ViewStores.GRANTS), index);
    this.timeline = stores.apply(ViewStores.TIMELINE);
    this.decisions = stores.apply(ViewStores.DECISIONS);
    this.tenants = stores.apply(ViewStores.TENANTS);
    this.freezes = stores.apply(ViewStores.FREEZES);
    this.roles = new RolesFolding(stores.apply(ViewStores.ROLES));
    this.exclusions = stores.apply(ViewStores.EXCLUSIONS);
    this.exclusionEvents = stores.apply(ViewStores.EXCLUSION_EVENTS);
    this.history = stores.apply(ViewStores.HISTORY);
    this.changes = stores.apply(ViewStores.CHANGES);
    this.times = stores.apply(ViewStores.TIMES);
    this.sequences = stores.apply(ViewStores.SEQUENCES);
    this.sessions = new SessionFolding(stores);
    this.pseudonyms = stores.apply(ViewStores.PSEUDONYMS);
    this.usual = new UsualFolding(stores.apply(ViewStores.USUAL));
    this.subscriptions = new SubscriptionFolding(stores.apply(ViewStores.SUBSCRIPTIONS));
  }

  /**
   * @param framed the event as it stood on the topic
   * @return whether anything changed; false for a replay
   */
  boolean fold(Recorded recorded, byte[] framed) {
    var tenant = recorded.event().tenant();
    var last = lastSequence(tenant);
    if (recorded.sequence() <= last) {
      return false;
    }
    if (recorded.sequence() != last + 1) {
      throw new BrokenHistory(tenant, "sequence", last + 1, recorded.sequence());
    }
    // Queries do not wait for us: who finds a session in another store finds its events here.
    recorded.event().about().ifPresent(request -> keep(request, recorded, framed));
    switch (recorded.event()) {
      case RequestEvent event -> fold(recorded, event);
      case TenantEvent event -> fold(recorded, event);
      case GrantsEvent event -> fold(recorded, event);
      case RolesEvent event -> checkVersion(recorded, roles.fold(event));
      case ExclusionEvent event -> checkVersion(recorded, tenant(tenant).version());
      case SessionEvent event -> {
        checkVersion(recorded, standing(event));
        sessions.fold(recorded.sequence(), event, framed);
      }
      case CommandRefused refused -> checkVersion(recorded, standing(refused));
    }
    recorded.event().about().ifPresent(request -> answer(request, recorded));
    history.put(
        Keys.history(tenant, recorded.sequence()), Chronicle.entry(recorded.event(), framed));
    if (recorded.event() instanceof TenantEvent) {
      changes.put(Keys.history(tenant, recorded.sequence()), NOTHING);
    }
    if (recorded.event() instanceof ExclusionEvent event) {
      fold(recorded.sequence(), event);
    }
    times.putIfAbsent(Keys.tenant(tenant), bytes(recorded.sequence()));
    times.put(Keys.time(tenant, When.of(recorded)), NOTHING);
    answer(tenant, recorded);
    sequences.put(Keys.tenant(tenant), bytes(recorded.sequence()));
    return true;
  }

  private void fold(Recorded recorded, RequestEvent event) {
    var request = event.request();
    var before = request(request);
    var after = after(before, recorded, event);
    checkVersion(recorded, after.version());
    after.opened().ifPresent(opened -> name(request.tenant(), opened));
    usual.fold(before, event);
    subscriptions.fold(request.tenant(), before, after);
    grants.fold(request, before, after, this::request);
    requests.put(
        Keys.request(request), Stored.REQUEST.toBytes(new RequestSnapshot(request, after)));
    place(request, before)
        .ifPresent(place -> index.delete(indexKey(request.tenant(), before, place)));
    place(request, before).ifPresent(place -> index.delete(allKey(request.tenant(), place)));
    place(request, after)
        .ifPresent(place -> index.put(indexKey(request.tenant(), after, place), NOTHING));
    place(request, after).ifPresent(place -> index.put(allKey(request.tenant(), place), NOTHING));
  }

  private void name(TenantId tenant, Opening opened) {
    var engineer = new EngineerId(tenant, opened.asked().engineer());
    opened
        .details()
        .requester()
        .pseudonym()
        .map(given -> given.text().getBytes(StandardCharsets.UTF_8))
        .ifPresent(given -> pseudonyms.put(Keys.engineer(engineer), given));
  }

  /**
   * A request that the processor could not read is faulted from there on, and its versions are
   * counted anew from there too: the record says from what.
   */
  static AccessRequest after(AccessRequest before, Recorded recorded, RequestEvent event) {
    return AccessRequest.evolve(before, event) instanceof Faulted faulted
        ? new Faulted(
            faulted.opened(),
            faulted.faultedAt(),
            new Trail(recorded.version(), faulted.trail().accepted()))
        : AccessRequest.evolve(before, event);
  }

  private void fold(Recorded recorded, TenantEvent event) {
    var after = Tenant.evolve(tenant(event.tenant()), event);
    checkVersion(recorded, after.version());
    if (after instanceof Tenant.Registered registered) {
      tenants.put(
          Keys.tenant(event.tenant()),
          Stored.TENANT.toBytes(new TenantSnapshot(event.tenant(), registered)));
    }
  }

  /** Requests stay as they are: what is frozen is looked up when they are shown. */
  private void fold(Recorded recorded, GrantsEvent event) {
    checkVersion(recorded, tenant(event.tenant()).version());
    var key = Keys.tenant(event.tenant());
    var before =
        Optional.ofNullable(freezes.get(key))
            .map(bytes -> Stored.FREEZES.fromBytes(bytes).state())
            .orElse(Freezes.NONE);
    var after = new FreezeSnapshot(event.tenant(), Freezes.evolve(before, event));
    freezes.put(key, Stored.FREEZES.toBytes(after));
  }

  /** After the event itself, and the exclusion last: a look back goes from here to there. */
  private void fold(long sequence, ExclusionEvent event) {
    exclusionEvents.put(Keys.exclusion(event.exclusion(), sequence), NOTHING);
    var key = Keys.exclusion(event.exclusion());
    var before =
        Optional.ofNullable(exclusions.get(key))
            .map(bytes -> Stored.EXCLUSION.fromBytes(bytes).state())
            .orElse(Exclusion.UNKNOWN);
    var after = new ExclusionSnapshot(event.exclusion(), Exclusion.evolve(before, event));
    exclusions.put(key, Stored.EXCLUSION.toBytes(after));
  }

  private void keep(RequestId request, Recorded recorded, byte[] framed) {
    timeline.put(Keys.timeline(request, recorded.sequence()), framed);
  }

  /** Last of all: who waits for an answer reads at once what it led to. */
  private void answer(RequestId request, Recorded recorded) {
    Attempts.answered(recorded.event())
        .ifPresent(
            attempt -> decisions.put(Keys.decision(request, attempt), bytes(recorded.sequence())));
  }

  private void answer(TenantId tenant, Recorded recorded) {
    Attempts.answeredOfCustomer(recorded.event())
        .ifPresent(
            attempt -> decisions.put(Keys.decision(tenant, attempt), bytes(recorded.sequence())));
  }

  /** The version of what it is about, which it leaves as it was. */
  private long standing(Event event) {
    return event
        .about()
        .map(request -> request(request).version())
        .orElseGet(() -> tenant(event.tenant()).version());
  }

  private static void checkVersion(Recorded recorded, long expected) {
    if (recorded.version() != expected) {
      throw new BrokenHistory(
          recorded.event().tenant(),
          "version at sequence " + recorded.sequence(),
          expected,
          recorded.version());
    }
  }

  private AccessRequest request(RequestId request) {
    return Optional.ofNullable(requests.get(Keys.request(request)))
        .map(bytes -> Stored.REQUEST.fromBytes(bytes).state())
        .orElse(AccessRequest.UNOPENED);
  }

  private Tenant tenant(TenantId tenant) {
    return Optional.ofNullable(tenants.get(Keys.tenant(tenant)))
        .<Tenant>map(bytes -> Stored.TENANT.fromBytes(bytes).state())
        .orElse(Tenant.UNREGISTERED);
  }

  private long lastSequence(TenantId tenant) {
    return Optional.ofNullable(sequences.get(Keys.tenant(tenant))).map(Folding::number).orElse(0L);
  }

  private static Bytes indexKey(TenantId tenant, AccessRequest state, Place place) {
    return Keys.index(tenant, Optional.of(WireState.recorded(state)), place);
  }

  private static Bytes allKey(TenantId tenant, Place place) {
    return Keys.index(tenant, Optional.empty(), place);
  }

  /** Where it stands in the lists; empty while nothing is known of it. */
  private static Optional<Place> place(RequestId request, AccessRequest state) {
    return since(state).map(time -> Place.of(time, request));
  }

  /** When a reader first heard of it: its opening, or the end that overtook it. */
  private static Optional<Instant> since(AccessRequest state) {
    return state
        .opened()
        .map(Opening::openedAt)
        .or(
            () ->
                switch (state) {
                  case Closing closing -> Optional.of(closing.end().closedAt());
                  case Closed closed -> Optional.of(closed.closedAt());
                  case Faulted faulted -> Optional.of(faulted.faultedAt());
                  case Unopened none -> Optional.empty();
                  case AccessRequest.Evaluated evaluated -> Optional.empty();
                  case AccessRequest.Passed passed -> Optional.empty();
                  case AccessRequest.Pending pending -> Optional.empty();
                  case AccessRequest.Scheduled scheduled -> Optional.empty();
                  case AccessRequest.Granted granted -> Optional.empty();
                });
  }

  static long number(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }

  static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
