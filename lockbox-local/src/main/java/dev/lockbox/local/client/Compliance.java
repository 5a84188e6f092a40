package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Subscriptions as lines for people: one each, in columns, with the guard rails they break. */
public final class Compliance {
  private static final List<String> COLUMNS = List.of("SUBSCRIPTION", "ENROLLED", "BREAKS", "TAGS");

  private Compliance() {}

  /**
   * @param subscriptions as the API lists them
   */
  public static String of(Iterable<JsonNode> subscriptions) {
    if (!subscriptions.iterator().hasNext()) {
      return "none";
    }
    return Listing.columns(
        Stream.concat(Stream.of(COLUMNS), Listing.elements(subscriptions).map(Compliance::row))
            .toList());
  }

  /** Whether any of them breaks a rail. */
  public static boolean isBroken(Iterable<JsonNode> subscriptions) {
    return Listing.elements(subscriptions).anyMatch(one -> !one.path("breaks").isEmpty());
  }

  private static List<String> row(JsonNode one) {
    var isAll = one.path("tagsComplete").asBoolean();
    return List.of(
        Listing.text(one.path("subscription")),
        one.path("enrolled").asBoolean() ? "yes" : "no",
        Listing.elements(one.path("breaks")).map(Compliance::rail).collect(Collectors.joining(",")),
        Listing.joined(one.path("tags")) + (isAll ? "" : ",…"));
  }

  private static String rail(JsonNode broken) {
    var id = Listing.text(broken.path("rail"));
    return broken.path("provider").asBoolean() ? id + " (provider)" : id;
  }
}
