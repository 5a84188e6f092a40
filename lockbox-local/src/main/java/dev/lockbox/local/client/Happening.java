package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened at a customer as a line for people: when, its place, what, also as the audit record
 * calls it, and about what.
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

  private static Optional<String> told(String before, JsonNode value) {
    return value.isTextual() ? Optional.of(before + Listing.text(value)) : Optional.empty();
  }
}
