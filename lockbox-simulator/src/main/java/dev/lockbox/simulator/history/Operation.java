package dev.lockbox.simulator.history;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.Locale;

/**
 * One step of a history, as data: it names whom it is about by number and looks up the rest when it
 * is run, so that it still means something when steps before it are left out.
 */
public sealed interface Operation {
  /** Lets it happen. */
  void on(World world);

  /**
   * @param behind by how many versions what was read is out of date
   */
  record Ask(Wish wish, int request, int person, int attempt, int variant, int behind)
      implements Operation {
    @Override
    public void on(World world) {
      world.ask(this);
    }

    @Override
    public String toString() {
      return "%s asks %s of %s, attempt %s, variant %s%s"
          .formatted(
              Cast.PEOPLE.get(person),
              wish.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              Cast.REQUESTS.get(request),
              attempt,
              variant,
              behind == 0 ? "" : ", having read %s versions behind".formatted(behind));
    }
  }

  /** An earlier command again: the same attempt, another record. */
  record Retry(int back) implements Operation {
    @Override
    public void on(World world) {
      world.people().retry(back);
    }
  }

  /** An earlier record again, byte for byte. */
  record AppendTwice(int back) implements Operation {
    @Override
    public void on(World world) {
      world.people().appendTwice(back);
    }
  }

  /** An earlier command on the wrong partition. */
  record Misplace(int back) implements Operation {
    @Override
    public void on(World world) {
      world.people().misplace(back);
    }
  }

  /**
   * @param name whom its key names; see {@link dev.lockbox.simulator.people.People#litter}
   */
  record Litter(Wish.Door door, int tenant, int name) implements Operation {
    @Override
    public void on(World world) {
      world.people().litter(door, Cast.TENANTS.get(tenant), name);
    }
  }

  /**
   * A device was examined, and every customer is told.
   *
   * @param ago how long before; negative where it will have been
   */
  record Examine(int device, boolean compliant, Duration ago) implements Operation {
    @Override
    public void on(World world) {
      world.people().examined(device, compliant, ago);
    }
  }

  /** Callers read on. */
  record Listen() implements Operation {
    @Override
    public void on(World world) {
      world.listen();
    }
  }

  record Pass(Duration time) implements Operation {
    @Override
    public void on(World world) {
      world.pass(time);
    }
  }

  /**
   * Until a request's deadline, by the clock of its partition's leader, and a little more or less.
   */
  record PassToDeadline(int request, int offMillis) implements Operation {
    @Override
    public void on(World world) {
      world.passToDeadline(Cast.REQUESTS.get(request), Duration.ofMillis(offMillis));
    }
  }

  record SetBrokerClock(int broker, Duration ahead) implements Operation {
    @Override
    public void on(World world) {
      world.setBrokerClock(broker, ahead);
    }
  }

  /**
   * @param host a processor's, by its number, or the one behind them, which is the API's
   */
  record SetHostClock(int host, Duration ahead) implements Operation {
    @Override
    public void on(World world) {
      world.setHostClock(host, ahead);
    }
  }

  /** Every host that lives puts what its clock shows on the log. */
  record Tick() implements Operation {
    @Override
    public void on(World world) {
      world.tick();
    }
  }

  /** No host ticks any more, or all of them do again. */
  record MuteTicks(boolean muted) implements Operation {
    @Override
    public void on(World world) {
      world.mute(muted);
    }
  }

  record ChangeLeader(int partition, int broker) implements Operation {
    @Override
    public void on(World world) {
      world.changeLeader(partition, broker);
    }
  }

  /** Everybody reads, writes and commits, until what was asked is answered. */
  record Work() implements Operation {
    @Override
    public void on(World world) {
      world.work();
    }
  }

  record Poll(int instance, int recordsMax) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).poll(recordsMax);
    }
  }

  /** The first half of a commit. */
  record Prepare(int instance) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).prepare();
    }
  }

  record Commit(int instance) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).commit();
    }
  }

  record Abort(int instance) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).abort();
    }
  }

  record Crash(int instance) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).crash();
    }
  }

  record Start(int instance) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).start();
    }
  }

  record Stop(int instance) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).stop();
    }
  }

  record CarryOn(int instance) implements Operation {
    @Override
    public void on(World world) {
      world.instance(instance).carryOn();
    }
  }

  record Rebalance(int turn) implements Operation {
    @Override
    public void on(World world) {
      world.rebalance(turn);
    }
  }

  /** Every host looks whether an alarm is due. */
  record Look() implements Operation {
    @Override
    public void on(World world) {
      world.look();
    }
  }

  /** An operator sets a task's offset back to the beginning. */
  record ResetOffsets(int task) implements Operation {
    @Override
    public void on(World world) {
      world.resetOffsets(task);
    }
  }

  /** The broker gives up every transaction that is open. */
  record TimeOut() implements Operation {
    @Override
    public void on(World world) {
      world.timeOut();
    }
  }

  record Compact() implements Operation {
    @Override
    public void on(World world) {
      world.compact();
    }
  }

  /** What is kept of a request can no longer be read. */
  record Spoil(int request) implements Operation {
    @Override
    public void on(World world) {
      world.spoil(Cast.REQUESTS.get(request));
    }
  }
}
