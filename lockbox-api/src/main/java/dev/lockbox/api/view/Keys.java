package dev.lockbox.api.view;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * How the view's stores are keyed. Stores keep their keys in the order of their bytes; ids are
 * ASCII above zero, so a zero byte ends each of them and no key of one tenant is a prefix of
 * another's.
 *
 * <pre>
 *   view-requests    tenant 0 request
 *   view-index       tenant 0 state(1) newestFirst(8) request        state 0: all of them
 *   view-grants      tenant 0 engineer 0 request                       tenant: that all are there
 *   view-timeline    tenant 0 request 0 sequence(8)
 *   view-decisions   tenant 0 request 0 actor 0 decisionId             no request: at the customer itself
 *   view-tenants     tenant
 *   view-freezes     tenant
 *   view-roles       tenant 0 role/roleId, or tenant 0 engineer/engineerId
 *   view-exclusions  tenant 0 exclusion
 *   view-exclusion-events  tenant 0 exclusion 0 sequence(8)
 *   view-engineers   tenant 0 engineer
 *   view-pseudonyms  tenant 0 engineer
 *   view-usual       tenant 0 reasonCode                              none: no more
 *   view-sessions    tenant 0 request 0 session                       no session: the summary
 *   view-activity    tenant 0 newestFirst(8)                          of the sequence
 *   view-history     tenant 0 sequence(8)
 *   view-changes     tenant 0 sequence(8)
 *   view-times       tenant 0 newestFirst(8) newestFirst(8)           of the time, then of the sequence; tenant: from where on
 *   view-subscriptions  tenant 0 name                                 in small letters
 *   view-sequences   tenant
 * </pre>
 *
 * Numbers are big-endian. {@code newestFirst} is {@link Long#MAX_VALUE} less the epoch
 * milliseconds, so that the youngest comes first.
 */
final class Keys {
  private static final byte END = 0;
  private static final byte ANY_STATE = 0;

  /** Above every first byte of a non-negative number: nothing of the range lies behind it. */
  private static final byte BEHIND = (byte) 0x80;

  private Keys() {}

  static Bytes tenant(TenantId tenant) {
    return Bytes.wrap(ascii(tenant.value()));
  }

  static Bytes request(RequestId request) {
    return request(request.tenant(), request.value());
  }

  /**
   * @param request the id within its tenant
   */
  static Bytes request(TenantId tenant, String request) {
    return key(under(tenant).with(request));
  }

  static Bytes exclusion(ExclusionId exclusion) {
    return key(under(exclusion.tenant()).with(exclusion.value()));
  }

  /** Something that happened to it. */
  static Bytes exclusion(ExclusionId exclusion, long sequence) {
    return key(under(exclusion).with(sequence));
  }

  /** All that happened to it, in the order of its sequence. */
  static Range eventsOf(ExclusionId exclusion) {
    return new Range(exclusion(exclusion, 0), key(under(exclusion).with(BEHIND)));
  }

  /**
   * @param reason that was said; empty where none was
   */
  static Bytes usual(TenantId tenant, Optional<Code> reason) {
    return key(under(tenant).with(reason.map(Code::value).orElse("")));
  }

  /** Every exclusion of the tenant behind this one; from the first on when empty. */
  static Range exclusionsAfter(TenantId tenant, Optional<ExclusionId> after) {
    var from =
        after
            .map(last -> key(under(tenant).with(last.value()).with(END)))
            .orElseGet(() -> key(under(tenant)));
    return new Range(from, key(under(tenant).with(BEHIND)));
  }

  /** A subscription by its name in small letters. */
  static Bytes subscription(TenantId tenant, String name) {
    return key(under(tenant).with(name));
  }

  /** Every subscription of the tenant behind this name; from the first on when empty. */
  static Range subscriptionsAfter(TenantId tenant, String after) {
    var from = under(tenant).with(after);
    return new Range(key(after.isEmpty() ? from : from.with(END)), key(under(tenant).with(BEHIND)));
  }

  static Bytes decision(RequestId request, Attempt attempt) {
    return key(under(request).with(attempt.actor().value()).with(END).with(attempt.id().value()));
  }

  /** Of an attempt at the customer itself; no request has an empty id. */
  static Bytes decision(TenantId tenant, Attempt attempt) {
    return key(
        under(tenant).with(END).with(attempt.actor().value()).with(END).with(attempt.id().value()));
  }

  static Bytes timeline(RequestId request, long sequence) {
    return key(under(request).with(sequence));
  }

  /**
   * A role or an engineer of the provider's.
   *
   * @param key as on their topic
   */
  static Bytes roles(TenantId tenant, String key) {
    return key(under(tenant).with(key));
  }

  /**
   * All whose key begins so, behind one of them.
   *
   * @param after what follows the beginning in the key of that one; empty for all of them
   */
  static Range rolesAfter(TenantId tenant, String beginning, String after) {
    var from = under(tenant).with(beginning + after);
    return new Range(
        key(after.isEmpty() ? from : from.with(END)),
        key(under(tenant).with(beginning).with(BEHIND)));
  }

  /** The sequence in a timeline's key. */
  static long sequenceIn(Bytes key) {
    var bytes = key.get();
    return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong();
  }

  /** Every entry of the request behind {@code sequence}; 0 for all of them. */
  static Range timelineAfter(RequestId request, long sequence) {
    return new Range(timeline(request, sequence + 1), key(under(request).with(BEHIND)));
  }

  /**
   * Where a request stands in the index.
   *
   * @param state empty for the list of all states
   * @param place in that list
   */
  static Bytes index(TenantId tenant, Optional<WireState> state, Place place) {
    return key(list(tenant, state).with(place.newestFirst()).with(place.request()));
  }

  /** The list of one state, or of all, behind {@code after}; from the newest on when empty. */
  static Range indexAfter(TenantId tenant, Optional<WireState> state, Optional<Place> after) {
    var from =
        after
            .map(
                place ->
                    key(
                        list(tenant, state)
                            .with(place.newestFirst())
                            .with(place.request())
                            .with(END)))
            .orElseGet(() -> key(list(tenant, state)));
    return new Range(from, key(list(tenant, state).with(BEHIND)));
  }

  /**
   * All requests of the tenant that a reader had heard of by {@code then}, newest first.
   *
   * @param after behind this one of them; from the newest on when empty
   */
  static Range openedBy(TenantId tenant, Instant then, Optional<Place> after) {
    var all = Optional.<WireState>empty();
    var newest = key(list(tenant, all).with(Long.MAX_VALUE - then.toEpochMilli()));
    return after.isPresent()
        ? indexAfter(tenant, all, after)
        : new Range(newest, key(list(tenant, all).with(BEHIND)));
  }

  /** The place that an index key of this tenant names. */
  static Place placeIn(TenantId tenant, Bytes key) {
    var start = tenant.value().length() + 2;
    var newestFirst = ByteBuffer.wrap(key.get(), start, Long.BYTES).getLong();
    return new Place(newestFirst, idIn(key, start + Long.BYTES));
  }

  private static String idIn(Bytes key, int start) {
    var bytes = key.get();
    return new String(bytes, start, bytes.length - start, StandardCharsets.US_ASCII);
  }

  static Bytes engineer(EngineerId engineer) {
    return key(under(engineer.tenant()).with(engineer.person().value()));
  }

  /** Every engineer of the tenant. */
  static Range engineersOf(TenantId tenant) {
    return new Range(key(under(tenant)), key(under(tenant).with(BEHIND)));
  }

  /** A request of the engineer's tenant under which they may do something. */
  static Bytes grant(EngineerId engineer, RequestId request) {
    return key(grants(engineer).with(request.value()));
  }

  /** All of those of the engineer. */
  static Range grantsOf(EngineerId engineer) {
    return new Range(key(grants(engineer)), key(grants(engineer).with(BEHIND)));
  }

  /** The request's id, within its tenant, in such a key of this engineer. */
  static String grantedIn(EngineerId engineer, Bytes key) {
    var start = engineer.tenant().value().length() + engineer.person().value().length() + 2;
    return idIn(key, start);
  }

  static Bytes session(RequestId request, SessionId session) {
    return key(under(request).with(session.value()));
  }

  /** Where a request's use is summed up; no session has an empty id. */
  static Bytes summary(RequestId request) {
    return key(under(request));
  }

  /** Every session of the request, in the order of their ids. */
  static Range sessionsOf(RequestId request) {
    return new Range(key(under(request).with((byte) (END + 1))), key(under(request).with(BEHIND)));
  }

  /** Every session of the customer, and summary of a request's use. */
  static Range sessionsOf(TenantId tenant) {
    return new Range(key(under(tenant)), key(under(tenant).with(BEHIND)));
  }

  /** Whose session such a key is of. */
  static RequestId requestOfSession(TenantId tenant, Bytes key) {
    var rest = idIn(key, tenant.value().length() + 1);
    return new RequestId(tenant, rest.substring(0, rest.indexOf(END)));
  }

  static Bytes activity(TenantId tenant, long sequence) {
    return key(under(tenant).with(Long.MAX_VALUE - sequence));
  }

  /** What was done before {@code sequence}, newest first; from the newest on when empty. */
  static Range activityBefore(TenantId tenant, Optional<Long> sequence) {
    return new Range(
        sequence.map(one -> activity(tenant, one - 1)).orElseGet(() -> key(under(tenant))),
        key(under(tenant).with(BEHIND)));
  }

  static Bytes history(TenantId tenant, long sequence) {
    return key(under(tenant).with(sequence));
  }

  /** What happened at the customer behind {@code sequence}; 0 for everything. */
  static Range historyAfter(TenantId tenant, long sequence) {
    return new Range(history(tenant, sequence + 1), key(under(tenant).with(BEHIND)));
  }

  /** What happened at the customer before {@code sequence}; before the first, no range at all. */
  static Range historyBefore(TenantId tenant, long sequence) {
    return new Range(history(tenant, 1), history(tenant, sequence - 1));
  }

  /** When something happened, the newest first. */
  static Bytes time(TenantId tenant, When when) {
    return key(under(tenant).with(when.newestFirst()).with(Long.MAX_VALUE - when.sequence()));
  }

  /** What such a key says. */
  static When whenIn(Bytes key) {
    var bytes = key.get();
    var numbers = ByteBuffer.wrap(bytes, bytes.length - 2 * Long.BYTES, 2 * Long.BYTES);
    return new When(numbers.getLong(), Long.MAX_VALUE - numbers.getLong());
  }

  /**
   * What happened at the customer in the milliseconds of these instants and between, newest first.
   *
   * @param from empty for from the beginning on
   * @param until empty for up to now
   * @param after behind this one of them; from the newest on when empty
   */
  static Range times(
      TenantId tenant, Optional<Instant> from, Optional<Instant> until, Optional<When> after) {
    var newest =
        until
            .map(instant -> key(under(tenant).with(newestFirst(instant))))
            .orElseGet(() -> key(under(tenant)));
    var behind =
        after.map(
            when ->
                key(
                    under(tenant)
                        .with(when.newestFirst())
                        .with(Long.MAX_VALUE - when.sequence())
                        .with(END)));
    var oldest =
        from.map(instant -> under(tenant).with(newestFirst(instant)))
            .orElseGet(() -> under(tenant));
    return new Range(
        behind.filter(one -> one.compareTo(newest) > 0).orElse(newest), key(oldest.with(BEHIND)));
  }

  /** Whatever is before the epoch is as early as can be, and what no long holds as late. */
  static long newestFirst(Instant time) {
    var seconds = Math.clamp(time.getEpochSecond(), 0, Long.MAX_VALUE / 1000 - 1);
    return seconds == time.getEpochSecond()
        ? Long.MAX_VALUE - time.toEpochMilli()
        : Long.MAX_VALUE - seconds * 1000;
  }

  /** Both ends included. */
  record Range(Bytes from, Bytes to) {}

  /**
   * A request's place in a list, newest first.
   *
   * @param newestFirst {@link Long#MAX_VALUE} less the epoch milliseconds of its time
   * @param request the id within its tenant
   */
  record Place(long newestFirst, String request) {
    static Place of(Instant time, RequestId request) {
      return new Place(Long.MAX_VALUE - time.toEpochMilli(), request.value());
    }
  }

  private static Parts list(TenantId tenant, Optional<WireState> state) {
    return under(tenant).with(state.map(one -> one.indexed().code()).orElse(ANY_STATE));
  }

  private static Parts under(TenantId tenant) {
    return new Parts().with(tenant.value()).with(END);
  }

  private static Parts grants(EngineerId engineer) {
    return under(engineer.tenant()).with(engineer.person().value()).with(END);
  }

  private static Parts under(ExclusionId exclusion) {
    return under(exclusion.tenant()).with(exclusion.value()).with(END);
  }

  private static Parts under(RequestId request) {
    return under(request.tenant()).with(request.value()).with(END);
  }

  private static Bytes key(Parts parts) {
    return Bytes.wrap(parts.bytes.toByteArray());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A key in the making. */
  private static final class Parts {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Parts with(String text) {
      bytes.writeBytes(ascii(text));
      return this;
    }

    Parts with(byte one) {
      bytes.write(one);
      return this;
    }

    Parts with(long number) {
      bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
      return this;
    }
  }
}
