package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Requests as lines for people: one each, in columns, the newest first. */
public final class Listing {
  private static final List<String> COLUMNS =
      List.of("ID", "STATE", "VERSION", "ENGINEER", "LEFT", "ACTIONS", "JUSTIFICATION");
  private static final int WORDS_SHOWN_MAX = 48;

  private Listing() {}

  /**
   * @param requests as the API lists them
   * @param now to tell the time that is left to decide, or that access lasts
   */
  public static String of(Iterable<JsonNode> requests, Instant now) {
    if (!requests.iterator().hasNext()) {
      return "none";
    }
    var rows =
        Stream.concat(Stream.of(COLUMNS), elements(requests).map(request -> row(request, now)))
            .toList();
    return columns(rows);
  }

  /** The same of one request, which is no list of its parts. */
  public static String ofOne(JsonNode request, Instant now) {
    return of(List.of(request), now);
  }

  /** Each cell as wide as the widest below or above it. */
  static String columns(List<List<String>> rows) {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(at -> rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static List<String> row(JsonNode request, Instant now) {
    return List.of(
        text(request.path("id")),
        text(request.path("state")) + (isPractice(request) ? " (practice)" : ""),
        request.path("version").asText(),
        text(request.path("engineer")),
        left(request, now),
        joined(request.path("actions")),
        shortened(text(request.path("justification"))));
  }

  private static String line(List<String> row, int[] widths) {
    var cells = new ArrayList<String>();
    for (int at = 0; at < widths.length; at++) {
      cells.add(row.get(at) + " ".repeat(widths[at] - row.get(at).length()));
    }
    return String.join("  ", cells).stripTrailing();
  }

  /** Whether it opens nothing, whatever becomes of it. */
  static boolean isPractice(JsonNode request) {
    return request.path("practice").asBoolean();
  }

  /** Until it expires, or until access ends; nothing of what is over. */
  static String left(JsonNode request, Instant now) {
    var until =
        switch (request.path("state").asText()) {
          case "CUSTOMER_NOTIFIED", "AWAITING_INTERNAL_APPROVAL" -> request.path("decideBy");
          case "ACTIVE", "ACTIVE_UNDER_CONDITIONS", "FROZEN" -> request.path("accessUntil");
          default -> request.path("none");
        };
    return until.isTextual() ? rounded(Duration.between(now, Instant.parse(until.asText()))) : "";
  }

  private static String rounded(Duration left) {
    if (left.isNegative()) {
      return "0m";
    }
    return left.toDays() > 0
        ? "%dd%02dh".formatted(left.toDays(), left.toHoursPart())
        : left.toHours() > 0
            ? "%dh%02dm".formatted(left.toHours(), left.toMinutesPart())
            : "%dm".formatted(left.toMinutes());
  }

  static String joined(JsonNode list) {
    return elements(list).map(Listing::text).collect(Collectors.joining(","));
  }

  /** On one line, and nothing in it moves the cursor of a terminal. */
  static String text(JsonNode value) {
    return VisibleText.of(value.asText().replace("\r\n", " ").replace('\n', ' '));
  }

  static Stream<JsonNode> elements(Iterable<JsonNode> list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String shortened(String words) {
    return words.codePointCount(0, words.length()) <= WORDS_SHOWN_MAX
        ? words
        : words.substring(0, words.offsetByCodePoints(0, WORDS_SHOWN_MAX - 1)) + "…";
  }
}
