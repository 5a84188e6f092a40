package dev.lockbox.broker.registry;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * Runs in the registry's process, in front of its own main class, and ends that process when
 * standard input ends: the pipe is held open by the parent alone, and closes however the parent
 * ends. One class file and the JDK; see {@link RegistryLauncher}.
 */
public final class RegistryChild {

  private static final String REGISTRY_MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
  private static final int PARENT_GONE = 75;

  private RegistryChild() {}

  public static void main(String[] arguments)
      throws ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InvocationTargetException {
    Thread.ofPlatform().daemon().name("parent-watch").start(RegistryChild::endWithParent);
    Class.forName(REGISTRY_MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // what is written to us means nothing; only the end does
      }
    } catch (IOException pipeBroken) {
      // as good as its end
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
