package dev.lockbox.api.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.entitlement.Holding;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Usual;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.topic.Topics;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the log has said so far. What it costs does not grow with a customer's history: single
 * looks and bounded scans. Throws {@link
 * org.apache.kafka.streams.errors.InvalidStateStoreException} while the stores are not open.
 */
@Singleton
public final class View {
  /** Index entries looked at for one page: more, and the page ends early with a next one. */
  static final int SCANNED_MAX = 1000;

  private final ViewStores stores;
  private final Format<Recorded> events;
  private final Reached reached;
  private final InstantSource clock;
  private final Unpacked<Tenant.Registered> tenants = new Unpacked<>();
  private final Unpacked<Known> requests = new Unpacked<>();
  private final Unpacked<Usual> usual = new Unpacked<>();

  View(ViewStores stores, Formats formats, Reached reached, InstantSource clock) {
    this.stores = stores;
    this.events = formats.events();
    this.reached = reached;
    this.clock = clock;
  }

  /** How the customer stands; empty while it is not registered. */
  public Optional<Tenant.Registered> find(TenantId tenant) {
    var key = Keys.tenant(tenant);
    return get(ViewStores.TENANTS, tenant, key)
        .map(bytes -> tenants.of(key, bytes, kept -> Stored.TENANT.fromBytes(kept).state()));
  }

  /** The same as it is stored ({@link Stored#TENANT}). */
  public Optional<byte[]> stored(TenantId tenant) {
    return get(ViewStores.TENANTS, tenant, Keys.tenant(tenant));
  }

  /** Where the request stands; empty when nothing is known of it. */
  public Optional<AccessRequest> find(RequestId request) {
    return known(request).map(Known::state);
  }

  private Optional<Known> known(RequestId request) {
    return known(request.tenant(), request.value());
  }

  /**
   * @param id of the request within its tenant
   */
  private Optional<Known> known(TenantId tenant, String id) {
    var key = Keys.request(tenant, id);
    return get(ViewStores.REQUESTS, tenant, key)
        .map(bytes -> requests.of(key, bytes, kept -> Known.of(Stored.REQUEST.fromBytes(kept))));
  }

  /** The request as a client reads it now; empty when nothing is known of it. */
  public Optional<RequestJson> show(RequestId request) {
    return show(request, any -> true).map(Shown::json);
  }

  private Optional<Shown> show(RequestId request, Predicate<AccessRequest> readable) {
    var tenant = request.tenant();
    return known(request)
        .filter(known -> readable.test(known.state()))
        .map(
            known ->
                known.show(
                    isFrozen(tenant),
                    waits -> usual(tenant, UsualFolding.reason(waits)),
                    clock.instant()));
  }

  /** One look, however much was ever granted. */
  private Usual usual(TenantId tenant, Optional<Code> reason) {
    var key = Keys.usual(tenant, reason);
    return get(ViewStores.USUAL, tenant, key)
        .map(bytes -> usual.of(key, bytes, UsualFolding::fromBytes))
        .orElse(Usual.NOTHING);
  }

  /** The same as its customer may read it: nothing of what never got beyond the provider. */
  Optional<Shown> showToCustomer(RequestId request, Predicate<AccessRequest> readable) {
    return show(request, readable.and(View::isBeyondTheProvider));
  }

  private static boolean isBeyondTheProvider(AccessRequest state) {
    return state.opened().filter(Opening::isInternal).isEmpty();
  }

  /** Whether the customer's grants open nothing for now. */
  public boolean isFrozen(TenantId tenant) {
    return freezes(tenant).filter(Freezes::isFrozen).isPresent();
  }

  /** What freezes the customer's grants; empty where nothing ever has. */
  Optional<Freezes> freezes(TenantId tenant) {
    return get(ViewStores.FREEZES, tenant, Keys.tenant(tenant))
        .map(bytes -> Stored.FREEZES.fromBytes(bytes).state());
  }

  /** The newest verdict on an attempt of this person at this request; empty when there is none. */
  public Optional<Recorded> verdictOn(RequestId request, Attempt attempt) {
    return get(ViewStores.DECISIONS, request.tenant(), Keys.decision(request, attempt))
        .map(Folding::number)
        .flatMap(
            sequence ->
                get(ViewStores.TIMELINE, request.tenant(), Keys.timeline(request, sequence)))
        .map(framed -> decode(request.tenant(), framed));
  }

  /** The same, as a timeline tells it. */
  Optional<EventJson> showVerdictOn(RequestId request, Attempt attempt) {
    return verdictOn(request, attempt).map(verdict -> EventJson.of(verdict, new Names(this)));
  }

  /** Why something was refused, with the request's engineer named as its customer is shown them. */
  public String shownDetail(CommandRefused refused) {
    return new Names(this).in(refused.detail(), refused.about());
  }

  /**
   * Completes with true once the view has folded this sequence; with false when it takes longer.
   */
  public CompletableFuture<Boolean> await(TenantId tenant, long sequence, Duration within) {
    return reached.await(tenant, sequence, within, () -> lastSequence(tenant));
  }

  /**
   * Those of a customer's requests that somebody may read, newest first.
   *
   * @param readable those that they may
   * @param state only those that stand there now; empty for all
   * @param limit at most so many
   * @throws dev.lockbox.api.problem.ProblemException INVALID_REQUEST when the cursor is not of this
   *     list
   */
  Page<Shown> list(
      TenantId tenant,
      Predicate<AccessRequest> readable,
      Optional<WireState> state,
      int limit,
      Optional<String> cursor) {
    return page(tenant, readable.and(View::isBeyondTheProvider), state, limit, cursor);
  }

  /** The same of those that wait for the provider's own approvers, for who may read them there. */
  public Page<RequestJson> listInside(
      TenantId tenant, Predicate<AccessRequest> readable, int limit, Optional<String> cursor) {
    return page(tenant, readable, Optional.of(WireState.AWAITING_INTERNAL_APPROVAL), limit, cursor)
        .map(Shown::json);
  }

  private Page<Shown> page(
      TenantId tenant,
      Predicate<AccessRequest> readable,
      Optional<WireState> state,
      int limit,
      Optional<String> cursor) {
    var after = cursor.map(text -> Cursor.place(tenant, state, text));
    var range = Keys.indexAfter(tenant, state, after);
    var isFrozen = isFrozen(tenant);
    var usual = new HashMap<Optional<Code>, Usual>();
    Function<Pending, Usual> usually =
        waits -> usual.computeIfAbsent(UsualFolding.reason(waits), one -> usual(tenant, one));
    var now = clock.instant();
    var items = new ArrayList<Shown>();
    try (var scan = stores.of(ViewStores.INDEX, tenant).range(range.from(), range.to())) {
      for (var scanned = 0; scan.hasNext(); scanned++) {
        var place = Keys.placeIn(tenant, scan.next().key);
        known(tenant, place.request())
            .filter(known -> readable.test(known.state()))
            .map(known -> known.show(isFrozen, usually, now))
            .filter(found -> state.isEmpty() || state.get() == found.json().state())
            .ifPresent(items::add);
        if (scan.hasNext() && (items.size() == limit || scanned == SCANNED_MAX)) {
          return new Page<>(items, Optional.of(Cursor.of(tenant, state, place)));
        }
      }
    }
    return new Page<>(items, Optional.empty());
  }

  /**
   * What happened to a request, oldest first.
   *
   * @param limit at most so many
   * @throws dev.lockbox.api.problem.ProblemException INVALID_REQUEST when the cursor is not of this
   *     timeline
   */
  Page<EventJson> timeline(
      RequestId request, WantedEvents wanted, int limit, Optional<String> cursor) {
    var after = cursor.map(text -> Cursor.sequence(request, text)).orElse(0L);
    var range = Keys.timelineAfter(request, after);
    var items = new ArrayList<EventJson>();
    var names = new Names(this);
    try (var scan =
        stores.of(ViewStores.TIMELINE, request.tenant()).range(range.from(), range.to())) {
      for (var scanned = 1; scan.hasNext(); scanned++) {
        var recorded = decode(request.tenant(), scan.next().value);
        Optional.of(EventJson.of(recorded, names)).filter(wanted::includes).ifPresent(items::add);
        if (scan.hasNext() && (items.size() == limit || scanned == SCANNED_MAX)) {
          return new Page<>(items, Optional.of(Cursor.of(request, recorded.sequence())));
        }
      }
    }
    return new Page<>(items, Optional.empty());
  }

  /**
   * The newest that happened to a request, newest first; there is no way on from there.
   *
   * @param limit at most so many
   */
  List<EventJson> newest(RequestId request, int limit) {
    var range = Keys.timelineAfter(request, 0);
    var items = new ArrayList<EventJson>();
    var names = new Names(this);
    try (var scan =
        stores.of(ViewStores.TIMELINE, request.tenant()).reverseRange(range.from(), range.to())) {
      while (scan.hasNext() && items.size() < limit) {
        items.add(EventJson.of(decode(request.tenant(), scan.next().value), names));
      }
    }
    return items;
  }

  /**
   * What engineers may do now: all that any grant allows.
   *
   * @param engineer as the customer is shown them; empty for all
   * @param action only this one; empty for all
   * @param resource only this one; empty for all
   * @throws dev.lockbox.api.problem.ProblemException TOO_MANY_GRANTS when there are too many to
   *     look at
   */
  List<EntitlementJson> entitlements(
      TenantId tenant,
      Optional<String> engineer,
      Optional<String> action,
      Optional<String> resource) {
    var holdings = isFrozen(tenant) ? Map.<String, List<Holding>>of() : holdings(tenant, engineer);
    return Held.together(holdings, action, resource, clock.instant());
  }

  private Map<String, List<Holding>> holdings(TenantId tenant, Optional<String> engineer) {
    return grants(
            tenant, grant -> engineer.map(grant.opening().shownEngineer()::equals).orElse(true))
        .entrySet()
        .stream()
        .collect(
            groupingBy(
                one -> one.getValue().opening().shownEngineer(),
                mapping(one -> holding(one.getKey(), one.getValue()), toList())));
  }

  /**
   * The engineer's grants as they are recorded, also those whose time is over. What it costs does
   * not grow with the grants of others.
   *
   * @throws dev.lockbox.api.problem.ProblemException TOO_MANY_GRANTS when there are too many to
   *     look at
   */
  public Map<RequestId, Granted> grants(EngineerId engineer) {
    var tenant = engineer.tenant();
    return get(ViewStores.GRANTS, tenant, Keys.tenant(tenant)).isPresent()
        ? grants(
            ViewStores.GRANTS,
            tenant,
            Keys.grantsOf(engineer),
            key -> Keys.grantedIn(engineer, key),
            any -> true)
        : grants(tenant, grant -> grant.opening().asked().engineer().equals(engineer.person()));
  }

  /** Of all that is active. */
  private Map<RequestId, Granted> grants(TenantId tenant, Predicate<Granted> wanted) {
    return grants(
        ViewStores.INDEX,
        tenant,
        Keys.indexAfter(tenant, Optional.of(WireState.ACTIVE), Optional.empty()),
        key -> Keys.placeIn(tenant, key).request(),
        wanted);
  }

  private Map<RequestId, Granted> grants(
      String store,
      TenantId tenant,
      Keys.Range range,
      Function<Bytes, String> id,
      Predicate<Granted> wanted) {
    var found = new LinkedHashMap<RequestId, Granted>();
    try (var scan = stores.of(store, tenant).range(range.from(), range.to())) {
      var grants = 0;
      while (scan.hasNext()) {
        var known = known(tenant, id.apply(scan.next().key));
        if (known.isPresent() && known.get().state() instanceof Granted grant) {
          grants++;
          if (wanted.test(grant)) {
            found.put(known.get().request(), grant);
          }
        }
        if (grants > Held.ITEMS_MAX) {
          throw Held.tooMany(
              "At most %s grants are looked at for one answer.".formatted(Held.ITEMS_MAX));
        }
      }
    }
    return found;
  }

  private Holding holding(RequestId request, Granted grant) {
    var isUsed = grant.isForOneUse() && sessionsUnder(request, grant).isUsed(request);
    return Holding.of(request, grant, isUsed);
  }

  /** Whether a grant for one use has had it, and that use is over. */
  public boolean isUsedUp(RequestId request, Granted grant) {
    var sessions = sessionsUnder(request, grant);
    return sessions.isUsed(request)
        && sessions.open().values().stream().noneMatch(one -> one.request().equals(request));
  }

  private Sessions sessionsUnder(RequestId request, Granted grant) {
    return sessions(new EngineerId(request.tenant(), grant.opening().asked().engineer()));
  }

  /** One by which the customer is shown this engineer; empty where none was given. */
  Optional<String> pseudonym(EngineerId engineer) {
    return get(ViewStores.PSEUDONYMS, engineer.tenant(), Keys.engineer(engineer))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** The engineer's sessions at the customer, as they stand. */
  public Sessions sessions(EngineerId engineer) {
    return get(ViewStores.ENGINEERS, engineer.tenant(), Keys.engineer(engineer))
        .map(bytes -> Stored.SESSIONS.fromBytes(bytes).state())
        .orElse(Sessions.NONE);
  }

  /** The newest that was folded; 0 while nothing was. */
  long lastSequence(TenantId tenant) {
    return get(ViewStores.SEQUENCES, tenant, Keys.tenant(tenant)).map(Folding::number).orElse(0L);
  }

  Optional<byte[]> get(String store, TenantId tenant, Bytes key) {
    byte @Nullable [] found = stores.of(store, tenant).get(key);
    return Optional.ofNullable(found);
  }

  /** An event as the fold kept it, which has been read once before. */
  Recorded decode(TenantId tenant, byte[] framed) {
    var topic = Topics.EVENTS;
    var key = Keys.tenant(tenant).get();
    try {
      return events.read(new Found(topic.name(), events.partitionOf(tenant), 0, 0, key, framed));
    } catch (Unreadable garbled) {
      throw new IllegalStateException(
          "the view keeps an event of customer %s that cannot be read".formatted(tenant), garbled);
    }
  }
}
