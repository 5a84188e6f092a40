package dev.lockbox.api.view;

import java.net.URI;

/** Which instance keeps the view of a customer. */
public sealed interface Owner {
  /** This one. Whether it can be read here already is for the stores to say. */
  record Here() implements Owner {}

  /**
   * Another one.
   *
   * @param address where it answers, of which nothing but the instances themselves has told
   */
  record There(URI address) implements Owner {}

  /** None that is known: it is on its way from one to another. */
  record Nobody() implements Owner {}
}
