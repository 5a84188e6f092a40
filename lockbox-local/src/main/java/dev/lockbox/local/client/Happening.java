package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened at a customer as a line for people: when, its place, what, also as the audit record
 * calls it, about what, and of what was done or denied what it was, and how often.
 */
public final class Happening {
  private Happening() {}

  /**
   * @param said an event as the API streams it
   */
  public static String line(JsonNode said) {
    var event = said.path("event");
    return Stream.of(
            Optional.of(Listing.text(event.path("at"))),
            Optional.of("#" + event.path("sequence").asText()),
            Optional.of(Listing.text(event.path("type"))),
            told("", event.path("operation")),
            told("", said.path("request")),
            told("by ", event.path("actor")),
            deed(event),
            told("refused: ", event.path("refusal")),
            told("", event.path("reason")))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("  "));
  }

  /**
   * A line each.
   *
   * @param said events as the API lists them
   */
  public static String lines(JsonNode said) {
    return said.isEmpty()
        ? "none"
        : Listing.elements(said).map(Happening::line).collect(Collectors.joining("\n"));
  }

  /** What an engineer did or was kept from, in the portal's words; empty of everything else. */
  static Optional<String> deed(JsonNode event) {
    var deed = event.path("activity").path("deed");
    return told("", deed.path("action")).map(action -> action + prevented(deed));
  }

  /** One denial stands for all that were alike in one minute. */
  private static String prevented(JsonNode deed) {
    if (!deed.path("prevented").asBoolean()) {
      return "";
    }
    var times = deed.path("times").asInt(1);
    return times > 1 ? " (prevented, %s times)".formatted(times) : " (prevented)";
  }

  private static Optional<String> told(String before, JsonNode value) {
    return value.isTextual() ? Optional.of(before + Listing.text(value)) : Optional.empty();
  }
}
