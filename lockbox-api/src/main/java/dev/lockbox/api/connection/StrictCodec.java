package dev.lockbox.api.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Stands where the library's HTTP/1 codec stood, which cannot be extended: reads with {@link
 * StrictDecoder}, and writes as that one did. Used by one event loop.
 */
final class StrictCodec
    extends CombinedChannelDuplexHandler<HttpRequestDecoder, HttpResponseEncoder> {
  /** Of the requests that have no answer yet, the first first: whether it wants no body. */
  private final Queue<Boolean> bodiless = new ArrayDeque<>();

  private final StrictDecoder decoder;

  StrictCodec(HttpDecoderConfig lengths, long bodyBytesMax, ConnectionSettings settings) {
    decoder = new StrictDecoder(lengths, bodyBytesMax, new Patience(settings), this::heard);
    init(decoder, new Encoder());
  }

  private void heard(HttpRequest request) {
    bodiless.add(HttpMethod.HEAD.equals(request.method()));
  }

  private final class Encoder extends HttpResponseEncoder {
    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse answer) {
      var isInterim = answer.status().code() < 200;
      var isBodiless = isInterim ? bodiless.peek() : bodiless.poll();
      return Boolean.TRUE.equals(isBodiless) || super.isContentAlwaysEmpty(answer);
    }

    /**
     * Says no more, but takes the rest of what is being sent, until its sender closes or {@link
     * Patience} ends. Closed under their hands, they would hear of a broken connection, and never
     * read the answer that lies before it.
     */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) throws Exception {
      if (decoder.isOwedMore() && ctx.channel() instanceof DuplexChannel channel) {
        channel.config().setAutoRead(true);
        channel.shutdownOutput();
        channel.closeFuture().addListener(closed -> promise.trySuccess());
      } else {
        super.close(ctx, promise);
      }
    }
  }
}
