package dev.lockbox.api.stream;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.Speaker;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.RequestId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class StreamsTest {
  private static final Speaker SPEAKER = new Speaker("https://issuer.example", true);
  private static final Caller ANNA =
      new Caller(Cast.ANNA, CONTOSO, Set.of(), Optional.empty(), SPEAKER);
  private static final StreamSettings SETTINGS =
      new StreamSettings(
          3, 2, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(4));

  private final History history = new History();
  private final FakeFeed feed = new FakeFeed();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private long nanos;
  private final Streams streams = new Streams(SETTINGS, Runnable::run, meters, () -> nanos);

  /** A history whose events are told as their sequences. */
  private static final class FakeFeed implements Feed {
    private final List<Recorded> happened = new ArrayList<>();
    private final List<Runnable> followers = new ArrayList<>();
    private boolean isReadable = true;

    void happens(List<Recorded> more) {
      happened.addAll(more);
      List.copyOf(followers).forEach(Runnable::run);
    }

    @Override
    public Runnable follow(Runnable news) {
      followers.add(news);
      return () -> followers.remove(news);
    }

    @Override
    public long last() {
      return happened.size();
    }

    @Override
    public String name() {
      return "event";
    }

    @Override
    public List<Recorded> after(long sequence, int limit) {
      if (!isReadable) {
        throw new ProblemException(Code.NO_ROLE, "not any more");
      }
      return happened.stream().filter(one -> one.sequence() > sequence).limit(limit).toList();
    }

    @Override
    public Optional<Long> show(Recorded recorded) {
      return Optional.of(recorded.sequence());
    }

    @Override
    public AliveJson alive(long sequence) {
      return new AliveJson(sequence, null);
    }
  }

  /** Takes as many as it is told to. */
  private static final class Reader extends BaseSubscriber<Event<Object>> {
    private final List<Object> read = new ArrayList<>();
    private boolean isEnded;
    private boolean isBroken;

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // nothing is asked for yet
    }

    @Override
    protected void hookOnNext(Event<Object> event) {
      read.add(event.getData());
    }

    @Override
    protected void hookOnComplete() {
      isEnded = true;
    }

    @Override
    protected void hookOnError(Throwable why) {
      isBroken = true;
    }
  }

  private Reader reader(long after, int asksFor) {
    var reader = new Reader();
    streams.open(ANNA, feed, after).subscribe(reader);
    if (asksFor > 0) {
      reader.request(asksFor);
    }
    return reader;
  }

  private void requests(int many) {
    for (var one = 0; one < many; one++) {
      var request = new RequestId(CONTOSO, "req-" + feed.happened.size());
      feed.happens(history.open(request, MORNING));
    }
  }

  private void registered() {
    feed.happens(history.register(CONTOSO, Samples.MEMBERSHIP));
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
    streams.lookAfterAll();
  }

  @Test
  void aReaderIsHandedWhatItAsksForAndNoMore() {
    registered();
    requests(200);
    var reader = reader(0, 3);
    assertThat(reader.read).containsExactly(1L, 2L, 3L);
    reader.request(100);
    assertThat(reader.read).hasSize(103).endsWith(103L);
    reader.request(100);
    assertThat(reader.read).hasSize(202).endsWith(201L, new AliveJson(201, null));
    requests(1);
    assertThat(reader.read).endsWith(202L);
  }

  @Test
  void whoComesBackGoesOnBehindWhatTheyReadLast() {
    registered();
    requests(4);
    assertThat(reader(3, 10).read).containsExactly(4L, 5L, new AliveJson(5, null));
  }

  @Test
  void whatIsNotKeptIsSaidToBeMissing() {
    registered();
    requests(4);
    feed.happened.subList(0, 3).clear();
    assertThat(reader(1, 10).read)
        .containsExactly(new GapJson(1, 4), 4L, 5L, new AliveJson(5, null));
  }

  @Test
  void aStreamSaysAgainAndAgainThatItIsAlive() {
    registered();
    var reader = reader(1, 10);
    assertThat(reader.read).containsExactly(new AliveJson(1, null));
    pass(Duration.ofSeconds(5));
    assertThat(reader.read).hasSize(2);
  }

  @Test
  void aSlowReaderIsCutOffAndOthersAreNot() {
    registered();
    var slow = reader(0, 1);
    var quick = reader(0, 100);
    pass(Duration.ofSeconds(29));
    assertThat(slow.isBroken).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(slow.isBroken).isTrue();
    assertThat(slow.isEnded).isFalse();
    assertThat(quick.isBroken).isFalse();
    assertThat(meters.get("lockbox.streams.cut.off").counter().count()).isEqualTo(1);
    assertThat(feed.followers).hasSize(1);
  }

  @Test
  void aStreamEndsAfterAWhile() {
    registered();
    var reader = reader(0, 100);
    pass(Duration.ofMinutes(4));
    assertThat(reader.isEnded).isTrue();
    assertThat(feed.followers).isEmpty();
    assertThat(meters.get("lockbox.streams.open").gauge().value()).isZero();
  }

  @Test
  void whoMayReadNoMoreIsToldNothingMore() {
    registered();
    var reader = reader(1, 100);
    feed.isReadable = false;
    requests(1);
    assertThat(reader.isEnded).isTrue();
    assertThat(reader.read).containsExactly(new AliveJson(1, null));
  }

  @Test
  void thereIsRoomForSoManyOfOneCallerAndSoManyInAll() {
    registered();
    var first = reader(0, 1);
    reader(0, 1);
    assertTooMany(ANNA);
    var bob = new Caller(Cast.DORA, CONTOSO, Set.of(), Optional.empty(), SPEAKER);
    var third = new Reader();
    streams.open(bob, feed, 0).subscribe(third);
    assertTooMany(new Caller(Cast.CARLA, CONTOSO, Set.of(), Optional.empty(), SPEAKER));
    first.cancel();
    reader(0, 1);
  }

  private void assertTooMany(Caller caller) {
    assertThatThrownBy(() -> streams.open(caller, feed, 0))
        .isInstanceOfSatisfying(
            ProblemException.class,
            no -> assertThat(no.problem().code()).isEqualTo(Code.TOO_MANY_STREAMS));
  }
}
