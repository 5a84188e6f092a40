package dev.lockbox.testkit;

import dev.lockbox.testkit.rig.Ground;
import dev.lockbox.testkit.rig.Registry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The happy path on Kafka as it is released, not as we start it; skipped where no Docker is. */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(SharedRegistry.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ContainerHappyPathIT {

  /** Of the clients' own version. One node: its class sets what internal topics need for that. */
  @Container
  private static final KafkaContainer KAFKA =
      new KafkaContainer(DockerImageName.parse("apache/kafka").withTag(AppInfoParser.getVersion()))
          .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

  @Test
  void aRequestTravelsTheWholeLockboxAndAnotherExpires(Registry registry)
      throws UnknownHostException {
    Assumptions.assumeTrue(
        InetAddress.getByName(KAFKA.getHost()).isLoopbackAddress(),
        "services refuse a Kafka in the clear beyond this machine, and Docker is at "
            + KAFKA.getHost());
    var ground = Ground.on(KAFKA.getBootstrapServers());
    try (var cluster = Cluster.on(ground, registry, HappyPath.SHORT).up()) {
      HappyPath.walk(cluster);
    }
  }
}
