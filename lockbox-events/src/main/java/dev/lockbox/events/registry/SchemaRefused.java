package dev.lockbox.events.registry;

import dev.lockbox.events.codec.Subject;

/** The registry does not take one of our schemas, or its compatibility level. */
public final class SchemaRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaRefused(Subject subject, Throwable because) {
    super("the registry refused %s: %s".formatted(subject, because.getMessage()), because);
  }
}
