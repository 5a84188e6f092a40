package dev.lockbox.api.view;

import dev.lockbox.api.security.Reach;
import dev.lockbox.domain.AccessRequest;
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
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What happened at a customer, one after the other, in the order of its sequence. */
@Singleton
public final class Chronicle {
  private static final byte IN_A_TIMELINE = 0;
  private static final byte HERE = 1;

  private final View view;
  private final ViewStores stores;
  private final Reached reached;

  Chronicle(View view, ViewStores stores, Reached reached) {
    this.view = view;
    this.stores = stores;
    this.reached = reached;
  }

  /**
   * What is kept of an event that a timeline may keep too.
   *
   * @param framed the event as it stood on the topic
   */
  static byte[] entry(Event event, byte[] framed) {
    return event
        .about()
        .map(request -> entry(IN_A_TIMELINE, request.value().getBytes(StandardCharsets.US_ASCII)))
        .orElseGet(() -> entry(HERE, framed));
  }

  private static byte[] entry(byte kind, byte[] bytes) {
    return ByteBuffer.allocate(1 + bytes.length).put(kind).put(bytes).array();
  }

  /** The sequence of the newest event; 0 while there is none. */
  public long last(TenantId tenant) {
    return view.lastSequence(tenant);
  }

  /**
   * Those behind a sequence, oldest first. The first of them has the next one, unless what lies
   * between was folded before this was kept.
   *
   * @param limit at most so many
   */
  public List<Recorded> after(TenantId tenant, long sequence, int limit) {
    var range = Keys.historyAfter(tenant, sequence);
    var found = new ArrayList<Recorded>();
    try (var scan = stores.of(ViewStores.HISTORY, tenant).range(range.from(), range.to())) {
      while (scan.hasNext() && found.size() < limit) {
        var next = scan.next();
        found.add(read(tenant, Keys.sequenceIn(next.key), next.value));
      }
    }
    return found;
  }

  /** The event of such an entry that stands in no timeline; empty where it stands in one. */
  Optional<Recorded> ofNoRequest(TenantId tenant, byte[] entry) {
    return entry[0] == HERE
        ? Optional.of(view.decode(tenant, Arrays.copyOfRange(entry, 1, entry.length)))
        : Optional.empty();
  }

  /** The event with this sequence, which is kept. */
  Recorded at(TenantId tenant, long sequence) {
    var entry = view.get(ViewStores.HISTORY, tenant, Keys.history(tenant, sequence));
    return read(tenant, sequence, entry.orElseThrow());
  }

  private Recorded read(TenantId tenant, long sequence, byte[] entry) {
    return ofNoRequest(tenant, entry).orElseGet(() -> inTimeline(tenant, sequence, entry));
  }

  private Recorded inTimeline(TenantId tenant, long sequence, byte[] entry) {
    var rest = Arrays.copyOfRange(entry, 1, entry.length);
    var request = new RequestId(tenant, new String(rest, StandardCharsets.US_ASCII));
    return view.get(ViewStores.TIMELINE, tenant, Keys.timeline(request, sequence))
        .map(framed -> view.decode(tenant, framed))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the timeline of request %s lacks entry %s".formatted(request, sequence)));
  }

  /**
   * The newest verdict on an attempt of this person at the customer itself: its people, plan, rules
   * and keys. Empty when there is none, and for one that was folded before this was kept.
   */
  public Optional<Recorded> verdictOn(TenantId tenant, Attempt attempt) {
    return view.get(ViewStores.DECISIONS, tenant, Keys.decision(tenant, attempt))
        .map(Folding::number)
        .flatMap(sequence -> view.get(ViewStores.HISTORY, tenant, Keys.history(tenant, sequence)))
        .flatMap(entry -> ofNoRequest(tenant, entry));
  }

  /**
   * Tells somebody of each event that comes, once it can be read here, until they stop it.
   *
   * @param news must return at once
   * @return stops it
   */
  public Runnable follow(TenantId tenant, Runnable news) {
    return reached.follow(tenant, news);
  }

  /** An event as somebody may read it; empty for what they may not. */
  public Optional<StreamedJson> show(Recorded recorded, Reach reach) {
    return show(recorded, reach, new Names(view));
  }

  /** The same as one of several of one answer. */
  Optional<StreamedJson> show(Recorded recorded, Reach reach, Names names) {
    return recorded
        .event()
        .about()
        .map(
            request ->
                isReadable(request, reach)
                    ? Optional.of(new StreamedJson(request.value(), EventJson.of(recorded, names)))
                    : Optional.<StreamedJson>empty())
        .orElseGet(() -> reach.readsEverything() ? ofNoRequest(recorded, names) : Optional.empty());
  }

  /** Whether they may read what happens to a request; of an unknown one, what was refused. */
  boolean isReadable(RequestId request, Reach reach) {
    var state = view.find(request).orElse(AccessRequest.UNOPENED);
    return state.opened().filter(Opening::isInternal).isEmpty()
        && (reach.readsEverything() || reach.covers(state));
  }

  /** Of roles and engineers the provider alone reads, and elsewhere. */
  private static Optional<StreamedJson> ofNoRequest(Recorded recorded, Names names) {
    return switch (recorded.event()) {
      case SessionEvent told -> Optional.of(new StreamedJson(null, EventJson.of(recorded, names)));
      case CommandRefused no -> Optional.of(new StreamedJson(null, EventJson.of(recorded, names)));
      case TenantEvent rules ->
          Optional.of(new StreamedJson(null, EventJson.bare(recorded, names)));
      case GrantsEvent grants ->
          Optional.of(new StreamedJson(null, EventJson.bare(recorded, names)));
      case ExclusionEvent told ->
          Optional.of(new StreamedJson(null, EventJson.bare(recorded, names)));
      case RequestEvent of -> Optional.empty();
      case RolesEvent roles -> Optional.empty();
    };
  }
}
