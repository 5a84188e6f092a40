package dev.lockbox.audit.ocsf;

import dev.lockbox.events.message.Bytes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record for the audit topic: an OCSF event in canonical JSON, in a CloudEvents envelope (Kafka
 * binding, binary mode).
 *
 * @param key the tenant; {@link #NO_TENANT} for what belongs to nobody
 * @param uid of the record, the same each time it is told; readers drop doubles by it
 * @param type of the CloudEvent
 * @param source where it happened, as a path
 * @param subject what it happened to
 * @param at when it happened
 * @param sequence the record's place among its tenant's; empty for a quarantined record, which has
 *     none
 * @param json the OCSF event, on one line
 */
public record AuditRecord(
    String key,
    String uid,
    String type,
    String source,
    String subject,
    Instant at,
    Optional<Long> sequence,
    Bytes json) {
  /** A key that no tenant can have: their ids start with a letter or a digit. */
  public static final String NO_TENANT = "_quarantine";

  private static final String SPEC_VERSION = "1.0";

  /** Digits of the largest sequence there can be. */
  private static final int SEQUENCE_DIGITS = 19;

  /** The envelope: header names and their values, in the order in which they are written. */
  public Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("ce_specversion", SPEC_VERSION);
    headers.put("ce_id", uid);
    headers.put("ce_type", type);
    headers.put("ce_source", source);
    headers.put("ce_subject", subject);
    headers.put("ce_time", at.toString());
    headers.put("content-type", "application/json");
    sequence.ifPresent(number -> headers.put("ce_sequence", ordered(number)));
    return headers;
  }

  /** The CloudEvents extension {@code sequence} is a text that sorts as the numbers do. */
  private static String ordered(long sequence) {
    var digits = Long.toString(sequence);
    return "0".repeat(SEQUENCE_DIGITS - digits.length()) + digits;
  }
}
