package dev.lockbox.events.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.utils.Utils;

/** Refuses to let a service start on ground that cannot carry its promises. */
public final class StartupGuard {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final String TRANSACTIONS = "transaction.version";

  /** From this level on a transaction cannot take in a zombie's records (KIP-890). */
  private static final short TRANSACTIONS_MIN = 2;

  private StartupGuard() {}

  /**
   * To be called before anything else.
   *
   * @param kafka how any client reaches the cluster, by Kafka's names
   * @throws UnsafeDeployment naming everything that is wrong
   * @throws ClusterUnreachable when the cluster does not say
   */
  public static void check(Map<String, Object> kafka, Durability durability) {
    try (var admin = Admin.create(kafka)) {
      var problems = new ArrayList<String>(listenerProblems(admin, kafka));
      problems.addAll(featureProblems(features(admin)));
      problems.addAll(new TopicAdmin(admin).check(durability));
      if (!problems.isEmpty()) {
        throw new UnsafeDeployment(problems);
      }
    }
  }

  private static FeatureMetadata features(Admin admin) {
    return Answers.await(admin.describeFeatures().featureMetadata(), "its features", ANSWER_WITHIN);
  }

  private static List<String> featureProblems(FeatureMetadata features) {
    var finalized = features.finalizedFeatures().get(TRANSACTIONS);
    return transactionProblem(
            Optional.ofNullable(finalized).map(range -> (int) range.maxVersionLevel()))
        .stream()
        .toList();
  }

  /**
   * @param level finalized by the cluster; empty when it knows none
   */
  static Optional<String> transactionProblem(Optional<Integer> level) {
    return level.filter(found -> found >= TRANSACTIONS_MIN).isPresent()
        ? Optional.empty()
        : Optional.of(
            "cluster: %s must be at least %s, was %s"
                .formatted(
                    TRANSACTIONS,
                    TRANSACTIONS_MIN,
                    level.map(String::valueOf).orElse("not finalized")));
  }

  private static List<String> listenerProblems(Admin admin, Map<String, Object> kafka) {
    var nodes = Answers.await(admin.describeCluster().nodes(), "its brokers", ANSWER_WITHIN);
    var config = new AdminClientConfig(new HashMap<>(kafka));
    var protocol = config.getString(AdminClientConfig.SECURITY_PROTOCOL_CONFIG);
    var bootstrap = config.getList(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG).stream();
    return Listeners.problems(
        SecurityProtocol.forName(protocol),
        Stream.concat(bootstrap.map(StartupGuard::host), nodes.stream().map(Node::host)));
  }

  private static String host(String address) {
    var host = Utils.getHost(address);
    return host == null ? address : host;
  }
}
