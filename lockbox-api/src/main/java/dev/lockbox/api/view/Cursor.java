package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.Keys.Place;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where the next page starts, as text that a client hands back unread: Base64url of a layout byte,
 * a checksum (4 bytes) over the list's name and the place, and the place. The checksum binds it to
 * the list it came from; it keeps mistakes out, not attackers, and need not: the tenant is never
 * taken from a cursor, so a forged one reads nothing that the caller may not read anyway.
 */
final class Cursor {
  private static final byte LAYOUT = 1;
  private static final int HEAD_BYTES = 1 + Integer.BYTES;
  private static final int CHARS_MAX = 256;

  private Cursor() {}

  /** Behind {@code place} of the tenant's list of one state, or of all. */
  static String of(TenantId tenant, Optional<WireState> state, Place place) {
    return seal(list(tenant, state), bytes(place));
  }

  /**
   * The place that a cursor of this very list names.
   *
   * @throws ProblemException INVALID_REQUEST when it is of another list, or no cursor at all
   */
  static Place place(TenantId tenant, Optional<WireState> state, String cursor) {
    return place(tenant, unseal(list(tenant, state), cursor));
  }

  /** Behind {@code place} of the same list as it stood then. */
  static String of(TenantId tenant, Optional<WireState> state, AsOf.Time then, Place place) {
    return seal(list(tenant, state, then), bytes(place));
  }

  /**
   * The place that a cursor of this very list, as it stood then and at no other instant, names.
   *
   * @throws ProblemException INVALID_REQUEST when it is of another list, or no cursor at all
   */
  static Place place(TenantId tenant, Optional<WireState> state, AsOf.Time then, String cursor) {
    return place(tenant, unseal(list(tenant, state, then), cursor));
  }

  private static byte[] bytes(Place place) {
    var id = place.request().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(Long.BYTES + id.length).putLong(place.newestFirst()).put(id).array();
  }

  private static Place place(TenantId tenant, ByteBuffer body) {
    if (body.remaining() <= Long.BYTES || body.getLong(body.position()) < 0) {
      throw notOurs();
    }
    var newestFirst = body.getLong();
    var id = StandardCharsets.US_ASCII.decode(body).toString();
    return new Place(newestFirst, RequestIds.parse(tenant, id).value());
  }

  /** Behind entry {@code sequence} of the request's timeline. */
  static String of(RequestId request, long sequence) {
    return seal(timeline(request), ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
  }

  /**
   * The sequence that a cursor of this very timeline names, at least 1.
   *
   * @throws ProblemException INVALID_REQUEST when it is of another timeline, or no cursor at all
   */
  static long sequence(RequestId request, String cursor) {
    var body = unseal(timeline(request), cursor);
    if (body.remaining() != Long.BYTES || body.getLong(body.position()) < 1) {
      throw notOurs();
    }
    return body.getLong();
  }

  /** Behind what the tenant's engineers did at {@code sequence}, which is older. */
  static String of(TenantId tenant, long sequence) {
    return seal(activity(tenant), ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
  }

  /**
   * The sequence that a cursor of this very list names, at least 1.
   *
   * @throws ProblemException INVALID_REQUEST when it is of another list, or no cursor at all
   */
  static long sequence(TenantId tenant, String cursor) {
    var body = unseal(activity(tenant), cursor);
    if (body.remaining() != Long.BYTES || body.getLong(body.position()) < 1) {
      throw notOurs();
    }
    return body.getLong();
  }

  /**
   * Behind what happened then.
   *
   * @param request of whose history alone the list is; empty for the customer's
   */
  static String of(TenantId tenant, Optional<RequestId> request, When when) {
    var body = ByteBuffer.allocate(2 * Long.BYTES).putLong(when.newestFirst());
    return seal(happened(tenant, request), body.putLong(when.sequence()).array());
  }

  /**
   * When what a cursor of this very list names happened.
   *
   * @throws ProblemException INVALID_REQUEST when it is of another list, or no cursor at all
   */
  static When when(TenantId tenant, Optional<RequestId> request, String cursor) {
    var body = unseal(happened(tenant, request), cursor);
    if (body.remaining() != 2 * Long.BYTES) {
      throw notOurs();
    }
    var when = new When(body.getLong(), body.getLong());
    if (when.newestFirst() < 0 || when.sequence() < 1) {
      throw notOurs();
    }
    return when;
  }

  private static String happened(TenantId tenant, Optional<RequestId> request) {
    return request
        .map("happened to %s"::formatted)
        .orElseGet(() -> "happened at %s".formatted(tenant));
  }

  private static String activity(TenantId tenant) {
    return "activity %s".formatted(tenant);
  }

  private static String list(TenantId tenant, Optional<WireState> state) {
    return "requests %s %s".formatted(tenant, state.map(Enum::name).orElse("ALL"));
  }

  private static String list(TenantId tenant, Optional<WireState> state, AsOf.Time then) {
    return "%s as of %s".formatted(list(tenant, state), then.instant());
  }

  private static String timeline(RequestId request) {
    return "events %s".formatted(request);
  }

  private static String seal(String list, byte[] body) {
    var bytes =
        ByteBuffer.allocate(HEAD_BYTES + body.length)
            .put(LAYOUT)
            .putInt(checksum(list, body))
            .put(body);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static ByteBuffer unseal(String list, String cursor) {
    if (cursor.length() > CHARS_MAX) {
      throw notOurs();
    }
    var bytes = decode(cursor);
    if (bytes.length < HEAD_BYTES || bytes[0] != LAYOUT) {
      throw notOurs();
    }
    var body = Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length);
    if (ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt() != checksum(list, body)) {
      throw notOurs();
    }
    return ByteBuffer.wrap(body);
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw notOurs();
    }
  }

  private static int checksum(String list, byte[] body) {
    var crc = new CRC32();
    crc.update(list.getBytes(StandardCharsets.US_ASCII));
    crc.update(body);
    return (int) crc.getValue();
  }

  private static ProblemException notOurs() {
    return new ProblemException(Code.INVALID_REQUEST, "cursor is not of this list");
  }
}
