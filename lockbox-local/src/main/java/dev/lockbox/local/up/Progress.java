package dev.lockbox.local.up;

/** Told in words how far starting or stopping has come. Called from several threads. */
@FunctionalInterface
public interface Progress {
  void say(String what);
}
