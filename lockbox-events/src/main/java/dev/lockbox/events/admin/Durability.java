package dev.lockbox.events.admin;

/**
 * How many copies Kafka keeps of everything, and how many of them must have a record before it
 * counts as written.
 *
 * @param replicationFactor copies, 1 to 9
 * @param minInsyncReplicas 1 to {@code replicationFactor}
 */
public record Durability(int replicationFactor, int minInsyncReplicas) {
  private static final int COPIES_MAX = 9;

  /** One broker may be lost, and nothing else happens. */
  public static final Durability DEFAULT = new Durability(3, 2);

  /** For one broker on one machine. */
  public static final Durability SINGLE = new Durability(1, 1);

  public Durability {
    if (replicationFactor < 1 || replicationFactor > COPIES_MAX) {
      throw new IllegalArgumentException(
          "replication factor must be 1 to %s, was %s".formatted(COPIES_MAX, replicationFactor));
    }
    if (minInsyncReplicas < 1 || minInsyncReplicas > replicationFactor) {
      throw new IllegalArgumentException(
          "min.insync.replicas must be 1 to the replication factor of %s, was %s"
              .formatted(replicationFactor, minInsyncReplicas));
    }
  }
}
