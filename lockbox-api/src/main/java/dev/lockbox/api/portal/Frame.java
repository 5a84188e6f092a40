package dev.lockbox.api.portal;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param name of whoever is signed in
 * @param csrf what each form sends back, so that no other site's form counts
 */
public record Frame(String name, String csrf, List<Place> places) {
  public Frame {
    places = List.copyOf(places);
  }
}
