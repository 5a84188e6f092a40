package dev.lockbox.api.portal;

import dev.lockbox.api.view.WireState;
import dev.lockbox.domain.identity.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says for people what programs tell each other. Public, since the templates call it. */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int GROUP_CHARS = 4;

  private final Instant now;

  Words(Instant now) {
    this.now = now;
  }

  /** When the page was made. */
  public Instant now() {
    return now;
  }

  /** What somebody wrote, with nothing in it that hides. */
  public String text(String written) {
    return VisibleText.of(written.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** A name of a program's: {@code RESOURCE_SCOPE} and {@code ResourceScope} as words. */
  public String name(Object constant) {
    var words =
        constant
            .toString()
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .replace('_', ' ')
            .toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  public String state(WireState state) {
    return switch (state) {
      case CUSTOMER_NOTIFIED -> "Waiting for a decision";
      case AWAITING_INTERNAL_APPROVAL, EVALUATED -> "Waiting inside the provider";
      case SCHEDULED -> "Granted, begins later";
      case ACTIVE -> "Access is open";
      case ACTIVE_UNDER_CONDITIONS -> "Access is open, under conditions";
      case FROZEN -> "Granted, but frozen";
      case CLOSING -> "Over, being closed";
      case FAILED_TO_CLOSE -> "Over, but not known to be closed";
      case DENIED -> "Denied";
      case EXPIRED -> "Expired, nobody decided";
      case REJECTED -> "Refused by the provider";
      case WITHDRAWN -> "Withdrawn";
      case CANCELLED -> "Cancelled with its ticket";
      case REVOKED -> "Access was revoked";
      case ENDED -> "Access has ended";
      case COMPLETED -> "Finished early";
      case PRACTISED -> "Practised, nothing was opened";
      case FAULTED -> "Out of order, grants nothing";
    };
  }

  /** How a state is coloured: open, waiting, or over. */
  public String tone(WireState state) {
    return switch (state) {
      case CUSTOMER_NOTIFIED, AWAITING_INTERNAL_APPROVAL, EVALUATED -> "waiting";
      case SCHEDULED, ACTIVE, ACTIVE_UNDER_CONDITIONS -> "open";
      case FROZEN, FAILED_TO_CLOSE, FAULTED -> "alarm";
      case CLOSING,
          DENIED,
          EXPIRED,
          REJECTED,
          WITHDRAWN,
          CANCELLED,
          REVOKED,
          ENDED,
          COMPLETED,
          PRACTISED ->
          "over";
    };
  }

  public String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Where a minute makes a difference; the first whole second that is not before it. */
  public String timeToTheSecond(Instant instant) {
    var whole = instant.truncatedTo(ChronoUnit.SECONDS);
    return TO_THE_SECOND.format(whole.equals(instant) ? whole : whole.plusSeconds(1));
  }

  /** How long it is until then; nothing is left from that instant on. */
  public String left(Instant until) {
    return now.isBefore(until) ? duration(Duration.between(now, until)) + " left" : "over";
  }

  /**
   * @param iso ISO 8601
   */
  public String duration(String iso) {
    return duration(Duration.parse(iso));
  }

  /** The two largest units of it, for example {@code 3 days 4 hours}. */
  private static String duration(Duration lasting) {
    var parts = new ArrayList<String>();
    add(parts, lasting.toDays(), "day");
    add(parts, lasting.toHoursPart(), "hour");
    add(parts, lasting.toMinutesPart(), "minute");
    add(parts, lasting.toSecondsPart(), "second");
    return parts.isEmpty()
        ? "less than a second"
        : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add("%s %s%s".formatted(count, unit, count == 1 ? "" : "s"));
    }
  }

  /** A digest in groups that people can read to each other. */
  public List<String> groups(String hex) {
    return List.of(hex.split("(?<=\\G.{%s})".formatted(GROUP_CHARS)));
  }
}
