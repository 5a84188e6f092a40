package dev.lockbox.broker;

import java.nio.file.Path;

/** How to run another JVM like this one. */
public final class ThisJava {

  private ThisJava() {}

  public static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }
}
