package dev.lockbox.local.cli;

import io.micronaut.context.exceptions.BeanContextException;
import java.util.Optional;

/** A failure in one line, for people. */
final class Sentence {
  private static final String MISSING = "Error resolving property value";

  private Sentence() {}

  /**
   * Wrong settings are wrapped by Micronaut into what it was making of them; what is wrong stands
   * in the innermost cause, or in one line of many.
   */
  static String of(Exception failure) {
    return isAboutSettings(failure) ? aboutSettings(failure) : String.valueOf(failure.getMessage());
  }

  static boolean isAboutSettings(Exception failure) {
    return failure instanceof BeanContextException;
  }

  private static String aboutSettings(Exception failure) {
    var innermost = innermost(failure);
    var message = String.valueOf(innermost.getMessage());
    return "wrong settings: "
        + missingProperty(message).orElse(message.lines().findFirst().orElse(""));
  }

  private static Optional<String> missingProperty(String message) {
    return message.lines().filter(line -> line.contains(MISSING)).findFirst();
  }

  private static Throwable innermost(Throwable failure) {
    var innermost = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      innermost = cause;
    }
    return innermost;
  }
}
