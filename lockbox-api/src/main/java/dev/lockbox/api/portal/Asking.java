package dev.lockbox.api.portal;

import java.util.UUID;

/** A page with forms that ask for something. */
public interface Asking {
  /** Another one for each form, so that a form that is sent twice asks once. */
  default String decisionId() {
    return UUID.randomUUID().toString();
  }
}
