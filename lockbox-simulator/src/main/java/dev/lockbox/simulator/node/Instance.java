package dev.lockbox.simulator.node;

import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Fenced;
import dev.lockbox.simulator.log.Producer;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.variant.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process of the processor: one thread, one transactional producer, and the tasks it was given.
 * When it is fenced it drops everything and waits to be given tasks anew; when it is killed, what
 * it had open stays open until somebody ends it.
 */
public final class Instance {
  private static final int NO_GENERATION = -1;

  private final String name;
  private final Setting setting;
  private final Map<String, Task> tasks = new TreeMap<>();
  private final Set<String> waiting = new TreeSet<>();
  private Survivors survivors = new Survivors();
  private @Nullable Producer producer;
  private int generation = NO_GENERATION;
  private boolean stopped;
  private Duration ahead = Duration.ZERO;
  private int fenced;

  public Instance(String name, Setting setting) {
    this.name = name;
    this.setting = setting;
  }

  /** Every task there is. */
  public static List<String> tasks() {
    return Stream.concat(
            Stream.of(IntakeTask.NAME),
            IntStream.range(0, Places.PARTITIONS).mapToObj(DecideTask::name))
        .toList();
  }

  public String name() {
    return name;
  }

  public void start() {
    if (producer == null) {
      producer = setting.coordinator().begin(name);
    }
  }

  /** Killed: nothing is ended, nothing is said. */
  public void crash() {
    producer = null;
    drop();
    survivors = new Survivors();
    stopped = false;
  }

  /** SIGSTOP: it does nothing and hears nothing, and believes it has what it had. */
  public void stop() {
    stopped = producer != null;
  }

  public void carryOn() {
    stopped = false;
  }

  /** Whether it would answer the group's call. */
  public boolean isMember() {
    return producer != null && !stopped;
  }

  /** The host's clock is so much ahead of the true time. */
  public void setClock(Duration ahead) {
    this.ahead = ahead;
  }

  /** Whether it knows of no generation, and will ask for one. */
  public boolean isLost() {
    return isMember() && generation == NO_GENERATION;
  }

  /** How often it was turned away. */
  public int fenced() {
    return fenced;
  }

  /** What the host's clock shows. */
  public Instant clock() {
    return setting.brokers().trueTime().plus(ahead);
  }

  /**
   * Is told what it will keep, while it is still a member; what is taken away is committed. Whoever
   * missed a generation has lost everything: another may have gone on with it meanwhile.
   */
  public void release(Set<String> given) {
    if (generation != setting.group().generation()
        && !setting.variant().has(Flaw.MISSED_REBALANCE_IGNORED)) {
      whileItLasts(Producer::abort);
      drop();
    } else if (!given.containsAll(tasks.keySet())) {
      commit();
    }
  }

  /** Is told its tasks in a new generation of the group. */
  public void join(int newGeneration, Set<String> given) {
    generation = newGeneration;
    tasks.keySet().retainAll(given);
    waiting.clear();
    waiting.addAll(given);
    waiting.removeAll(tasks.keySet());
  }

  public void poll(int recordsMax) {
    whileItLasts(
        writing -> {
          begin();
          tasks.values().forEach(task -> task.poll(recordsMax, writing));
        });
  }

  public void look() {
    if (isMember()) {
      tasks.values().forEach(task -> task.look(clock()));
    }
  }

  /** The first half of a commit: the offsets become part of the transaction. */
  public void prepare() {
    whileItLasts(writing -> prepare(writing));
  }

  private void prepare(Producer writing) {
    if (tasks.isEmpty()) {
      return;
    }
    var positions =
        tasks.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, task -> task.getValue().position()));
    if (setting.variant().has(Flaw.OFFSETS_COMMITTED_FIRST)) {
      positions.forEach(setting.group()::set);
    } else {
      writing.note(generation, positions);
    }
  }

  public void commit() {
    whileItLasts(
        writing -> {
          prepare(writing);
          writing.commit();
        });
  }

  /** A transaction fails, and its tasks begin again where the last commit left them. */
  public void abort() {
    whileItLasts(
        writing -> {
          writing.abort();
          if (!setting.variant().has(Flaw.STORES_SURVIVE_AN_ABORT)) {
            waiting.addAll(tasks.keySet());
            tasks.clear();
          }
        });
  }

  private void whileItLasts(Consumer<Producer> work) {
    if (producer == null || stopped) {
      return;
    }
    try {
      work.accept(producer);
    } catch (Fenced turnedAway) {
      fenced++;
      drop();
      producer = setting.coordinator().begin(name);
    }
  }

  private void drop() {
    tasks.clear();
    waiting.clear();
    generation = NO_GENERATION;
  }

  private void begin() {
    for (var task : List.copyOf(waiting)) {
      if (!canBeRestored(task)) {
        continue;
      }
      setting
          .group()
          .stableOffset(task)
          .ifPresent(
              offset -> {
                tasks.put(task, begun(task, offset));
                waiting.remove(task);
              });
    }
  }

  /**
   * A restore goes up to the changelog's very end, and so waits for whoever has a transaction open
   * on it: behind that there may be committed records.
   */
  private boolean canBeRestored(String task) {
    var changelog =
        task.equals(IntakeTask.NAME)
            ? setting.topics().intakeProgress()
            : setting.topics().changes().get(partitionOf(task));
    return changelog.isSettled() || setting.variant().has(Flaw.RESTORED_UP_TO_AN_OPEN_TRANSACTION);
  }

  private static int partitionOf(String task) {
    return Integer.parseInt(task.substring(task.indexOf('-') + 1));
  }

  private Task begun(String task, long offset) {
    if (task.equals(IntakeTask.NAME)) {
      return new IntakeTask(setting.topics(), setting.variant(), this::clock, offset);
    }
    var partition = partitionOf(task);
    return new DecideTask(setting, partition, restored(partition), survivors, this::clock, offset);
  }

  private Memory restored(int partition) {
    var variant = setting.variant();
    var changelog = setting.topics().changes().get(partition);
    List<Entry<Change>> changes =
        variant.has(Flaw.RESTORED_UNCOMMITTED) ? changelog.uncommitted(0) : changelog.committed(0);
    var kept =
        variant.has(Flaw.RESTORED_ONE_SHORT) && !changes.isEmpty()
            ? changes.subList(0, changes.size() - 1)
            : changes;
    var memory = Memory.restored(kept);
    if (variant.has(Flaw.PROGRESS_FORGOTTEN_ON_RESTART)) {
      memory.forgetProgress();
    }
    return memory;
  }

  /** What it has of a partition; empty while it has uncommitted writes or does not own it. */
  public Optional<Memory> settled(int partition) {
    return owned(partition)
        .filter(task -> producer != null && producer.isClean())
        .map(DecideTask::memory);
  }

  /** Whether the last record that it decided on this partition wrote something. */
  public boolean isRightBehindAWrite(int partition) {
    return owned(partition)
        .filter(task -> task.position() == task.memory().appliedUpTo() + 1)
        .isPresent();
  }

  private Optional<DecideTask> owned(int partition) {
    return generation == setting.group().generation()
            && tasks.get(DecideTask.name(partition)) instanceof DecideTask task
        ? Optional.of(task)
        : Optional.empty();
  }

  /** What is kept of a request is spoilt, in the store and in the changelog. */
  public void spoil(int partition, Change.OfRequest spoilt) {
    owned(partition).ifPresent(task -> task.memory().apply(spoilt));
    setting.topics().changes().get(partition).append(spoilt);
  }
}
