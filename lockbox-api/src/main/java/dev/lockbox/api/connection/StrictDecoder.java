package dev.lockbox.api.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes only what every reader of HTTP on the way takes to be the same (RFC 9112), so that nobody
 * hides a request within another. What is not is marked as unreadable, which the server answers
 * with 400 (413 for what is too large) and closes the connection; nothing that comes behind it is
 * read.
 *
 * <p>The library refuses much of it: two lengths, a length beside chunks, chunks that are not the
 * last coding, sizes out of bounds, line feeds alone. It folds lines and passes over codings that
 * it does not know, which others on the way may not.
 */
final class StrictDecoder extends HttpRequestDecoder {
  private static final byte LINE_FEED = '\n';

  /** To the letter: of others the library makes these, or answers as if it knew them. */
  private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");

  private final long bodyBytesMax;
  private final Patience patience;
  private final Consumer<HttpRequest> heard;

  /** What comes next is of a head, and not of a body. */
  private boolean isInHead = true;

  /** The first line of this head was read. */
  private boolean isBegun;

  private boolean isRefused;

  /**
   * @param bodyBytesMax of a body that is announced; one that is not is counted elsewhere
   * @param heard is told of every request that is passed on, in their order
   */
  StrictDecoder(
      HttpDecoderConfig lengths,
      long bodyBytesMax,
      Patience patience,
      Consumer<HttpRequest> heard) {
    super(lengths);
    this.bodyBytesMax = bodyBytesMax;
    this.patience = patience;
    this.heard = heard;
  }

  /** Whether a part of a request is still being sent, be it of one that was refused. */
  boolean isOwedMore() {
    return isRefused || !isInHead;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    super.handlerAdded(ctx);
    patience.awaits(ctx, Patience.Part.HEAD);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    patience.awaits(ctx, Patience.Part.NOTHING);
    super.channelInactive(ctx);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out)
      throws Exception {
    if (!isRefused && isInHead && isFolded(bytes)) {
      var unread = (HttpRequest) createInvalidMessage();
      refuse(unread, new IllegalArgumentException("a line is folded"));
      heard.accept(unread);
      out.add(unread);
    }
    if (isRefused) {
      bytes.skipBytes(bytes.readableBytes());
    } else {
      read(ctx, bytes, out);
    }
    patience.awaits(ctx, awaited(bytes));
  }

  private void read(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out) throws Exception {
    var before = out.size();
    super.decode(ctx, bytes, out);
    for (var at = before; at < out.size(); at++) {
      var part = out.get(at);
      if (!isRefused && isGarbledBody(part)) {
        cutOff(ctx);
      }
      if (isRefused) {
        ReferenceCountUtil.release(out.remove(at--));
      } else {
        look(part);
      }
    }
  }

  /**
   * A body that goes wrong on its way is no shorter body, for which the server would take it.
   * Nobody is answered, since an answer may be on its way already.
   */
  private void cutOff(ChannelHandlerContext ctx) {
    isRefused = true;
    ctx.close();
  }

  private static boolean isGarbledBody(Object part) {
    return part instanceof HttpContent body
        && !(part instanceof HttpRequest)
        && body.decoderResult().isFailure();
  }

  private void look(Object part) {
    if (part instanceof HttpRequest request) {
      isInHead = false;
      isBegun = false;
      heard.accept(request);
      judge(request);
    }
    if (part instanceof LastHttpContent) {
      isInHead = true;
    }
  }

  private void judge(HttpRequest request) {
    var fault = Framing.fault(request);
    if (request.decoderResult().isFailure()) {
      isRefused = true;
    } else if (fault.isPresent()) {
      refuse(request, new IllegalArgumentException(fault.get()));
    } else if (HttpUtil.getContentLength(request, 0L) > bodyBytesMax) {
      refuse(request, new TooLongFrameException("the body is too large"));
    }
  }

  private void refuse(HttpRequest request, Exception why) {
    request.setDecoderResult(DecoderResult.failure(why));
    isRefused = true;
  }

  @Override
  protected HttpMessage createMessage(String[] firstLine) throws Exception {
    if (!VERSIONS.contains(firstLine[2])) {
      throw new IllegalArgumentException("the version is neither HTTP/1.0 nor HTTP/1.1");
    }
    isBegun = true;
    return super.createMessage(firstLine);
  }

  /** Whoever is refused has as long to take the answer as others have to send a body. */
  private Patience.Part awaited(ByteBuf bytes) {
    if (isRefused || !isInHead) {
      return Patience.Part.BODY;
    }
    return isBegun || bytes.isReadable() ? Patience.Part.HEAD : Patience.Part.NOTHING;
  }

  /**
   * Whether one of the lines of the head that are here begins with white space, which continues the
   * one before (obs-fold). The library has read whole lines only, so a line begins where it
   * stopped.
   */
  private boolean isFolded(ByteBuf bytes) {
    var end = bytes.writerIndex();
    var at = isBegun ? bytes.readerIndex() : afterEmptyLines(bytes);
    while (at < end) {
      var first = bytes.getByte(at);
      if (first == ' ' || first == '\t') {
        return true;
      }
      if (first == '\r' || first == '\n') {
        return false;
      }
      var feed = bytes.indexOf(at, end, LINE_FEED);
      at = feed < 0 ? end : feed + 1;
    }
    return false;
  }

  /** Before a request, some clients send empty lines, which are passed over. */
  private static int afterEmptyLines(ByteBuf bytes) {
    var at = bytes.readerIndex();
    while (at < bytes.writerIndex() && (bytes.getByte(at) == '\r' || bytes.getByte(at) == '\n')) {
      at++;
    }
    return at;
  }
}
