package dev.lockbox.api.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a part of a request takes too long. The time is that of the whole
 * part, so a byte now and then wins nobody more. Used by the connection's event loop alone.
 */
final class Patience {
  /**
   * What is waited for. Between two requests nothing is: whoever is idle then is no concern here.
   */
  enum Part {
    NOTHING,
    HEAD,
    BODY
  }

  private final ConnectionSettings settings;
  private Part awaited = Part.NOTHING;
  private @Nullable Future<?> end;

  Patience(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** From now on this is waited for; while it is the same as before, its time goes on. */
  void awaits(ChannelHandlerContext ctx, Part part) {
    if (part == awaited) {
      return;
    }
    if (end != null) {
      end.cancel(false);
    }
    awaited = part;
    end = part == Part.NOTHING ? null : closing(ctx, part);
  }

  private Future<?> closing(ChannelHandlerContext ctx, Part part) {
    Duration within = part == Part.HEAD ? settings.headWithin() : settings.bodyWithin();
    return ctx.executor().schedule(() -> ctx.close(), within.toMillis(), TimeUnit.MILLISECONDS);
  }
}
