package dev.lockbox.simulator.history;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.simulator.log.Brokers;
import dev.lockbox.simulator.log.Coordinator;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Group;
import dev.lockbox.simulator.log.Partition;
import dev.lockbox.simulator.node.Change;
import dev.lockbox.simulator.node.Instance;
import dev.lockbox.simulator.node.Kept;
import dev.lockbox.simulator.node.Memory;
import dev.lockbox.simulator.node.Seen;
import dev.lockbox.simulator.node.Setting;
import dev.lockbox.simulator.node.Snapshot;
import dev.lockbox.simulator.node.Topics;
import dev.lockbox.simulator.node.Watcher;
import dev.lockbox.simulator.oracle.Evidence;
import dev.lockbox.simulator.oracle.Spoilt;
import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.People;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything there is in one run: brokers, topics, three processors, and people. */
final class World {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  static final int BROKERS = 3;

  static final int INSTANCES = 3;

  /** Those of the processors, and the API's. */
  static final int HOSTS = INSTANCES + 1;

  private static final int ALL = 1_000;

  /** Longer than any deadline can be away, also one that was given by a clock that was ahead. */
  private static final Duration LONG = Duration.ofDays(60);

  /** The time of a grant is up, then that for closing behind it, then that for reading. */
  private static final int DEADLINES_IN_A_ROW = 3;

  /** Longer than anybody may do nothing in a session. */
  private static final Duration A_WHILE = Duration.ofMinutes(30);

  private final Brokers brokers = new Brokers(START, BROKERS);

  private final Topics topics = Topics.on(brokers);

  private final Setting setting;

  private final People people;

  private final List<Instance> instances;

  private final List<Spoilt> spoilt = new ArrayList<>();

  private final boolean ticking;

  private Duration apiAhead = Duration.ZERO;

  private boolean muted;

  private int heardTimes;

  private Optional<EngineerId> leftIn = Optional.empty();

  World(Provided provided, boolean ticking, Variant variant, Watcher watcher) {
    this.ticking = ticking;
    var group = new Group(!variant.has(Flaw.ZOMBIES_NOT_FENCED));
    setting =
        new Setting(brokers, topics, group, new Coordinator(group), provided, variant, watcher);
    people = new People(topics, variant);
    instances =
        IntStream.range(0, INSTANCES)
            .mapToObj(number -> new Instance("processor-" + number, setting))
            .toList();
    instances.forEach(Instance::start);
    rebalance(0);
    tick();
  }

  People people() {
    return people;
  }

  Topics topics() {
    return topics;
  }

  Instance instance(int number) {
    return instances.get(number);
  }

  Instant trueTime() {
    return brokers.trueTime();
  }

  /** Whether the provider's side looks at requests before the customer is asked. */
  boolean isEvaluated() {
    return setting.deployment().evaluation().isSet();
  }

  void ask(Operation.Ask ask) {
    var request = Cast.REQUESTS.get(ask.request());
    var person = Cast.PEOPLE.get(ask.person());
    people.ask(
        ask.wish(),
        new Details(
            request,
            person,
            ask.attempt(),
            ask.variant(),
            new Reading(this, request, ask.behind()),
            people::note));
  }

  void listen() {
    people.listen();
    heardTimes++;
  }

  /** Hosts tick every few seconds; of those many ticks the last is enough. */
  void pass(Duration time) {
    brokers.pass(time);
    tick();
  }

  /** Who is stopped or dead does not tick. */
  void tick() {
    if (!ticking || muted) {
      return;
    }
    for (var instance : instances) {
      if (instance.isMember()) {
        tick(instance.name(), instance.clock());
      }
    }
    tick("api", trueTime().plus(apiAhead));
  }

  private void tick(String host, Instant shown) {
    var tick = new Written.Ticked(new HostId(host), shown);
    topics.commands().forEach(partition -> partition.append(tick));
  }

  void mute(boolean muted) {
    this.muted = muted;
  }

  void setHostClock(int host, Duration ahead) {
    if (host < INSTANCES) {
      instances.get(host).setClock(ahead);
    } else {
      apiAhead = ahead;
    }
  }

  void passToDeadline(RequestId request, Duration off) {
    seen(request)
        .flatMap(AccessRequest::deadline)
        .map(due -> Duration.between(topics.commandsOf(request.tenant()).clock(), due.plus(off)))
        .filter(Duration::isPositive)
        .ifPresent(this::pass);
  }

  void setBrokerClock(int broker, Duration ahead) {
    brokers.set(broker, ahead);
  }

  void changeLeader(int partition, int broker) {
    var all = topics.all();
    all.get(partition % all.size()).lead(broker);
  }

  void rebalance(int turn) {
    var members = instances.stream().filter(Instance::isMember).toList();
    if (members.isEmpty()) {
      return;
    }
    var given = shares(members.size(), turn);
    for (var index = 0; index < members.size(); index++) {
      members.get(index).release(given.get(index));
    }
    var generation = setting.group().nextGeneration();
    for (var index = 0; index < members.size(); index++) {
      members.get(index).join(generation, given.get(index));
    }
  }

  private static List<Set<String>> shares(int members, int turn) {
    var shares = Stream.<Set<String>>generate(TreeSet::new).limit(members).toList();
    var tasks = Instance.tasks();
    for (var index = 0; index < tasks.size(); index++) {
      shares.get((index + turn) % members).add(tasks.get(index));
    }
    return shares;
  }

  /** Twice: what intake passes on in the first round is decided in the second. */
  void work() {
    for (var round = 0; round < 2; round++) {
      if (instances.stream().anyMatch(Instance::isLost)) {
        rebalance(0);
      }
      instances.forEach(instance -> instance.poll(ALL));
      instances.forEach(Instance::commit);
    }
  }

  void look() {
    instances.forEach(Instance::look);
  }

  void resetOffsets(int task) {
    setting.group().set(Instance.tasks().get(task), 0);
  }

  void timeOut() {
    setting.coordinator().timeOut();
  }

  void compact() {
    topics.changes().forEach(changes -> changes.compact(Change::key));
    topics.states().forEach(states -> states.compact(Snapshot::request));
  }

  /**
   * Only right behind a commit that wrote something: otherwise which command meets it first would
   * depend on what is undone later.
   */
  void spoil(RequestId request) {
    var partition = Places.partitionOf(request.tenant());
    for (var instance : instances) {
      instance
          .settled(partition)
          .filter(memory -> instance.isRightBehindAWrite(partition) && isSound(memory, request))
          .ifPresent(
              memory -> {
                spoilt.add(new Spoilt(request, memory.appliedUpTo() + 1));
                instance.spoil(partition, new Change.OfRequest(request, new Kept.Garbled()));
              });
    }
  }

  private static boolean isSound(Memory memory, RequestId request) {
    return memory.requests().get(request) instanceof Kept.Readable readable
        && !(readable.state() instanceof AccessRequest.Faulted);
  }

  /** Heals everything, and gives everything time to come to its end. */
  void settle() {
    brokers.setRight();
    muted = false;
    apiAhead = Duration.ZERO;
    timeOut();
    instances.forEach(
        instance -> {
          instance.carryOn();
          instance.start();
          instance.setClock(Duration.ZERO);
          instance.poll(ALL);
          instance.commit();
        });
    rebalance(0);
    work();
    pass(A_WHILE);
    look();
    work();
    leftIn = whoIsLeftIn();
    for (var round = 0; round < DEADLINES_IN_A_ROW; round++) {
      pass(LONG);
      look();
      work();
    }
    listen();
  }

  /** Whose sessions' time is up, and nobody ends them. */
  private Optional<EngineerId> whoIsLeftIn() {
    return IntStream.range(0, Places.PARTITIONS)
        .boxed()
        .flatMap(partition -> settled(partition).stream())
        .flatMap(memory -> memory.sessions().entrySet().stream())
        .filter(one -> one.getValue().deadline().filter(this::isPast).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean isPast(Instant deadline) {
    return !deadline.isAfter(trueTime());
  }

  /** Who was still in long after everything was healed. */
  Optional<EngineerId> leftIn() {
    return leftIn;
  }

  /** Grows whenever something that is judged was committed or heard. */
  long committed() {
    return Stream.of(topics.events(), topics.states(), topics.changes())
            .flatMap(List::stream)
            .mapToLong(Partition::stableEnd)
            .sum()
        + topics.quarantine().stableEnd()
        + heardTimes;
  }

  /** Grows whenever something was written to a partition's stores, or told of it. */
  long written(int partition) {
    return Stream.of(topics.events(), topics.states(), topics.changes())
        .mapToLong(topic -> topic.get(partition).end())
        .sum();
  }

  /** What has been committed to a partition's stores, as its owner has it in memory. */
  Optional<Memory> settled(int partition) {
    return instances.stream()
        .map(instance -> instance.settled(partition))
        .flatMap(Optional::stream)
        .findFirst();
  }

  Optional<AccessRequest> seen(RequestId request) {
    return Optional.ofNullable(seen(Places.partitionOf(request.tenant())).get(request))
        .map(Snapshot::state);
  }

  /** What readers see of each request of a partition. */
  Map<RequestId, Snapshot> seen(int partition) {
    var newest = new TreeMap<RequestId, Snapshot>();
    topics
        .states()
        .get(partition)
        .settled(0)
        .forEach(entry -> newest.put(entry.value().request(), entry.value()));
    return newest;
  }

  /**
   * @param atRest after {@link #settle}
   */
  Evidence evidence(boolean atRest) {
    return new Evidence(
        topics.requests().settled(0),
        topics.commands().stream().map(partition -> partition.committed(0)).toList(),
        settled(topics.events()),
        topics.quarantine().settled(0),
        standings(),
        people.heard(),
        people.signed(),
        List.copyOf(spoilt),
        setting.provided(),
        atRest ? Evidence.Extent.AT_REST : Evidence.Extent.RUNNING);
  }

  private static <T> List<List<Entry<T>>> settled(List<Partition<T>> partitions) {
    return partitions.stream().map(partition -> partition.settled(0)).toList();
  }

  private List<Standing> standings() {
    var standings = new ArrayList<Standing>();
    for (var partition = 0; partition < Places.PARTITIONS; partition++) {
      seen(partition).values().forEach(seen -> standings.add(Seen.standing(seen)));
    }
    return standings;
  }
}
