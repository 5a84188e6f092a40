package dev.lockbox.api.command;

import dev.lockbox.api.History;
import dev.lockbox.api.view.ViewRig;
import dev.lockbox.domain.Recorded;
import dev.lockbox.events.message.LoggedCommand;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command log with the rules right behind it, that can be told to misbehave. */
@Singleton
@Replaces(KafkaCommandLog.class)
@Requires(property = "test.edges")
public final class FakeLog implements CommandLog {
  /** What becomes of a command. */
  public enum Mood {
    /** Acknowledged and decided, and the verdict is told. */
    WELL,
    /** Acknowledged, decided and told, but the view hears of it later. */
    VIEW_BEHIND,
    /** Acknowledged, and never decided. */
    UNDECIDED,
    /** Neither acknowledged nor refused. */
    SILENT,
    /** The client library gives up. */
    FAILING
  }

  private final ViewRig rig;
  private final Verdicts verdicts;
  private final InstantSource clock;
  private volatile History history = new History();
  private final List<Recorded> withheld = new ArrayList<>();
  private volatile Mood mood = Mood.WELL;
  private volatile int appended;

  FakeLog(ViewRig rig, Verdicts verdicts, InstantSource clock) {
    this.rig = rig;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  public History history() {
    return history;
  }

  /** Is well, and has no past. */
  public synchronized void forget() {
    mood = Mood.WELL;
    withheld.clear();
    history = new History();
    appended = 0;
  }

  public synchronized void be(Mood now) {
    mood = now;
    rig.pipe(List.copyOf(withheld));
    withheld.clear();
  }

  /** How many commands came, whatever became of them. */
  public int appended() {
    return appended;
  }

  @Override
  public synchronized CompletableFuture<Void> append(LoggedCommand command) {
    appended++;
    return switch (mood) {
      case WELL -> {
        var recorded = history.decide(command, clock.instant());
        tell(recorded);
        rig.pipe(recorded);
        yield CompletableFuture.completedFuture(null);
      }
      case VIEW_BEHIND -> {
        var recorded = history.decide(command, clock.instant());
        tell(recorded);
        withheld.addAll(recorded);
        yield CompletableFuture.completedFuture(null);
      }
      case UNDECIDED -> CompletableFuture.completedFuture(null);
      case SILENT -> new CompletableFuture<>();
      case FAILING -> CompletableFuture.failedFuture(new IllegalStateException("timed out"));
    };
  }

  private void tell(List<Recorded> recorded) {
    recorded.forEach(verdicts::heard);
  }
}
