package dev.lockbox.api.portal;

import dev.lockbox.api.view.ActivityJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What engineers did.
 *
 * @param sought what was asked for
 * @param next path of the rest; null on the last page
 */
public record ActivityPage(Sought sought, List<ActivityJson> items, @Nullable String next) {
  public ActivityPage {
    items = List.copyOf(items);
  }

  /** The fields of the form, as they were filled in. */
  public record Sought(String engineer, String resource, String from, String until) {
    Sought(
        Optional<String> engineer,
        Optional<String> resource,
        Optional<String> from,
        Optional<String> until) {
      this(engineer.orElse(""), resource.orElse(""), from.orElse(""), until.orElse(""));
    }

    /** As a query; empty where nothing is asked for. */
    String query() {
      var given =
          Map.of("engineer", engineer, "resource", resource, "from", from, "until", until)
              .entrySet()
              .stream()
              .filter(field -> !field.getValue().isBlank())
              .map(field -> field.getKey() + "=" + Paths.encoded(field.getValue()))
              .sorted()
              .collect(Collectors.joining("&"));
      return given.isEmpty() ? "" : "?" + given;
    }
  }
}
