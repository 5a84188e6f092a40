package dev.lockbox.testkit;

import dev.lockbox.testkit.rig.Registry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRegistry.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HappyPathIT {

  @Test
  void aRequestTravelsTheWholeLockboxAndAnotherExpires(Registry registry) {
    try (var cluster = Cluster.on(registry, HappyPath.SHORT).up()) {
      HappyPath.walk(cluster);
    }
  }
}
