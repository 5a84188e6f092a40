package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import java.util.regex.Pattern;

/**
 * With what an action is to be done, for example {@code container=etcd}.
 *
 * @param value printable ASCII, 1 to 512 characters; never a personal text
 */
public record Argument(ActionName action, Code name, String value) {
  private static final Pattern VALUE = Pattern.compile("[ -~]{1,512}");

  public Argument {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the value of argument %s of %s must match %s".formatted(name, action, VALUE.pattern()));
    }
  }
}
