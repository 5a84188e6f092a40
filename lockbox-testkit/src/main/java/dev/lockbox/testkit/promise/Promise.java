package dev.lockbox.testkit.promise;

import dev.lockbox.testkit.run.Run;
import java.util.List;

/** Something that holds in every run, whatever was killed in it. */
public interface Promise {

  /** What is wrong in this run; empty when the promise was kept. */
  List<Broken> judge(Run run);

  default String name() {
    return getClass().getSimpleName();
  }
}
