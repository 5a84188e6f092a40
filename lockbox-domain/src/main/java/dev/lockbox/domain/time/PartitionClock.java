package dev.lockbox.domain.time;

import dev.lockbox.domain.identity.HostId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a partition of the command log says of time up to one place. Whoever may write commands is
 * stamped by the broker that leads the partition, and its clock may jump; so hosts put what their
 * own clocks show on the same log, as ticks.
 *
 * <p>The broker's clock is suspect where the hosts that ticked lately disagree with it, where it is
 * behind what was trusted before, and where hosts have ticked and none of them did so lately: a
 * jump makes every tick look old at once. It is not suspect where nobody has ever ticked. Trust
 * comes back with the first tick that agrees.
 *
 * @param trusted the latest append time that was not suspect; it never runs backwards
 * @param hosts that ticked, in the order of their last ticks; at most {@value #HOSTS_MAX}
 */
public record PartitionClock(Instant trusted, List<HostClock> hosts) {
  /** Of nothing yet. */
  public static final PartitionClock UNSET = new PartitionClock(Instant.EPOCH, List.of());

  /**
   * The most a broker's clock may differ from the hosts' and from what was trusted before. Source:
   * the fault model, six ticks of five seconds.
   */
  public static final Duration DIFFERENCE_MAX = Duration.ofSeconds(30);

  /** A tick this old, by append time, says nothing any more. Source: the fault model. */
  public static final Duration RECENT = Duration.ofSeconds(60);

  /** Hosts that are remembered; of more, those that ticked last. */
  public static final int HOSTS_MAX = 32;

  public PartitionClock {
    hosts = List.copyOf(hosts);
    if (hosts.size() > HOSTS_MAX) {
      throw new IllegalArgumentException(
          "hosts must be at most %s, were %s".formatted(HOSTS_MAX, hosts.size()));
    }
  }

  /** What a record appended at this instant finds; the grants of its tenant are not looked at. */
  public Moment at(Instant appended) {
    var effective = appended.isAfter(trusted) ? appended : trusted;
    return new Moment(appended, effective, isSuspect(appended), false);
  }

  /** After a record that changed something, at a moment found by {@link #at}. */
  public PartitionClock after(Moment moment) {
    return moment.suspect() ? this : new PartitionClock(moment.effective(), hosts);
  }

  /**
   * After a tick.
   *
   * @param shown by the host's own clock
   * @param appended when the broker put the tick on the log
   */
  public PartitionClock tick(HostId host, Instant shown, Instant appended) {
    var told = new ArrayList<HostClock>();
    hosts.stream()
        .filter(other -> !other.host().equals(host) && other.isWithin(RECENT, appended))
        .forEach(told::add);
    if (told.size() == HOSTS_MAX) {
      told.removeFirst();
    }
    told.add(new HostClock(host, shown, appended));
    var next = new PartitionClock(trusted, told);
    return next.after(next.at(appended));
  }

  private boolean isSuspect(Instant appended) {
    return isBehindTheTrusted(appended) || !hosts.isEmpty() && !isVouchedFor(appended);
  }

  private boolean isBehindTheTrusted(Instant appended) {
    return Duration.between(appended, trusted).compareTo(DIFFERENCE_MAX) > 0;
  }

  private boolean isVouchedFor(Instant appended) {
    var ahead =
        hosts.stream()
            .filter(host -> host.isWithin(RECENT, appended))
            .map(HostClock::ahead)
            .sorted()
            .toList();
    return !ahead.isEmpty() && median(ahead).abs().compareTo(DIFFERENCE_MAX) <= 0;
  }

  /**
   * Of an even number, the one of the two in the middle that is nearer to the broker's clock: it
   * has the casting vote, as one clock among the others. So of two hosts one may be wrong.
   */
  private static Duration median(List<Duration> sorted) {
    var upper = sorted.get(sorted.size() / 2);
    var lower = sorted.get((sorted.size() - 1) / 2);
    return upper.abs().compareTo(lower.abs()) < 0 ? upper : lower;
  }
}
