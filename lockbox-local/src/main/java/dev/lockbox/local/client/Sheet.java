package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request on a sheet for people: what is asked, and what happened to it. */
public final class Sheet {
  /** In this order, as far as the request says anything there. */
  private static final List<String> NAMES =
      List.of(
          "id",
          "state",
          "version",
          "digest",
          "engineer",
          "justification",
          "ticket",
          "actions",
          "resources",
          "accessFor",
          "conditions",
          "singleUse",
          "createdAt",
          "decideBy",
          "startsAt",
          "accessUntil",
          "asked",
          "approvals",
          "internalApprovals",
          "review",
          "dialogue",
          "advice",
          "closing",
          "lookback",
          "details");

  /** Stands above all else, so that nobody takes it for one in earnest. */
  private static final String PRACTICE = "FOR PRACTICE: goes the way of every other, opens nothing";

  private static final int NAME_WIDTH = NAMES.stream().mapToInt(String::length).max().orElse(0);

  private Sheet() {}

  /**
   * @param request as the API shows it, with its {@code events}
   * @param now to tell the time that is left
   */
  public static String of(JsonNode request, Instant now) {
    var practice = Stream.of(PRACTICE, "").filter(line -> Listing.isPractice(request));
    var fields = NAMES.stream().flatMap(name -> field(name, request.path(name)).stream());
    var left = Optional.of(Listing.left(request, now)).filter(it -> !it.isEmpty());
    var events = Listing.elements(request.path("events")).map(Sheet::event);
    return Stream.of(
            practice,
            fields,
            left.map(it -> line("left", it)).stream(),
            checks(request.path("evaluation")),
            Stream.of(""),
            events)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  /** What the provider's own checks found, a line each. */
  private static Stream<String> checks(JsonNode evaluation) {
    var outcome = field("evaluation", evaluation.path("outcome")).stream();
    return Stream.concat(outcome, Listing.elements(evaluation.path("checks")).map(Sheet::check));
  }

  private static String check(JsonNode check) {
    return "  %s%s: %s; expected %s; found %s"
        .formatted(
            Listing.text(check.path("name")),
            check.path("required").asBoolean() ? " (required)" : "",
            Listing.text(check.path("outcome")),
            Listing.text(check.path("expected")),
            Listing.text(check.path("found")));
  }

  private static Optional<String> field(String name, JsonNode value) {
    return value.isNull() || value.isMissingNode()
        ? Optional.empty()
        : Optional.of(line(name, shown(value)));
  }

  private static String line(String name, String value) {
    return name + " ".repeat(NAME_WIDTH - name.length()) + "  " + value;
  }

  private static String shown(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .filter(part -> !part.getValue().isNull())
          .map(part -> part.getKey() + "=" + shown(part.getValue()))
          .collect(Collectors.joining(" "));
    }
    return value.isArray()
        ? Listing.elements(value).map(Sheet::shown).collect(Collectors.joining(", ", "[", "]"))
        : Listing.text(value);
  }

  private static String event(JsonNode event) {
    var said =
        event.path("reason").isTextual() ? "  \"" + Listing.text(event.path("reason")) + "\"" : "";
    return "%s  %s by %s%s%s"
        .formatted(
            event.path("at").asText(),
            Listing.text(event.path("type")),
            Listing.text(event.path("actor")),
            Happening.deed(event).map(deed -> "  " + deed).orElse(""),
            said);
  }
}
