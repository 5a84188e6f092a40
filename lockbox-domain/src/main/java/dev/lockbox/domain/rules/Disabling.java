package dev.lockbox.domain.rules;

/**
 * Whether taking anything out of the lockbox waits for another administrator, while other changes
 * of the rules may not have to.
 */
public record Disabling(boolean isSecondPersonRequired) implements Policy.Part {
  public static final Disabling FREE = new Disabling(false);
}
