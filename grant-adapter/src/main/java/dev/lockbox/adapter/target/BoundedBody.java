package dev.lockbox.adapter.target;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer, of which no more is read than may be; a larger one is a failure. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> kept = BodySubscribers.ofByteArray();
  private final int bytesMax;
  private @Nullable Subscription source;
  private long bytesSeen;

  BoundedBody(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return kept.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = subscription;
    kept.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    bytesSeen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytesSeen <= bytesMax) {
      kept.onNext(buffers);
    } else if (source != null) {
      source.cancel();
      source = null;
      kept.onError(new IOException("the answer is larger than %s bytes".formatted(bytesMax)));
    }
  }

  @Override
  public void onError(Throwable failure) {
    kept.onError(failure);
  }

  @Override
  public void onComplete() {
    kept.onComplete();
  }
}
