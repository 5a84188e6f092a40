package dev.lockbox.api.portal;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the navigation leads.
 *
 * @param template of the page there
 * @param isHere whether that page is shown now
 */
public record Place(String template, String name, String path, boolean isHere) {
  /**
   * The places that somebody can go to.
   *
   * @param here the template that is shown
   * @param readsEverything whether they may read everything of the customer's
   */
  static List<Place> of(Paths paths, String here, boolean readsEverything) {
    var ofRequests =
        Stream.of(
            place("waiting", "Waiting", paths.waiting(), here),
            place("grants", "Live access", paths.grants(), here),
            place("requests", "All requests", paths.requests(), here),
            place("happenings", "History", paths.happenings(), here),
            place("sessions", "Sessions", paths.sessions(), here),
            place("activity", "Activity", paths.activity(), here));
    var ofEverything = Stream.of(place("exclusions", "Without approval", paths.exclusions(), here));
    var ofRules =
        Stream.of(
            place("settings", "Rules", paths.settings(), here),
            place("keys", "Keys", paths.keys(), here));
    return Stream.of(ofRequests, readsEverything ? ofEverything : Stream.<Place>of(), ofRules)
        .flatMap(some -> some)
        .toList();
  }

  /** Where the provider's own people can go about a customer's requests. */
  static List<Place> inside(Paths paths, String here) {
    return List.of(place("inside-waiting", "Waiting inside", paths.requests(), here));
  }

  private static Place place(String template, String name, String path, String here) {
    return new Place(template, name, path, template.equals(here));
  }
}
