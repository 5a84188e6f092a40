package dev.lockbox.events.codec;

/**
 * A store returned bytes that were never put there, or that no reader of ours understands: a broken
 * promise, never a user's mistake.
 */
public final class Garbled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Garbled(int bytes, Throwable because) {
    super("%s bytes in a store are not what was put there: %s".formatted(bytes, because), because);
  }
}
