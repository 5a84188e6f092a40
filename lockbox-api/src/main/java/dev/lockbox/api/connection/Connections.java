package dev.lockbox.api.connection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every connection our own reader of requests, as long as there are not too many. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private final ConnectionSettings settings;
  private final NettyHttpServerConfiguration server;
  private final AtomicInteger open = new AtomicInteger();

  Connections(
      ConnectionSettings settings, NettyHttpServerConfiguration server, MeterRegistry meters) {
    this.settings = settings;
    this.server = server;
    Gauge.builder("lockbox.api.connections", open, AtomicInteger::get)
        .description("Connections that are open at this instance")
        .register(meters);
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
    created.getBean().register(new Listening());
    return created.getBean();
  }

  private void welcome(Channel channel) {
    var ours = open.incrementAndGet();
    channel.closeFuture().addListener(closed -> open.decrementAndGet());
    if (ours > settings.max()) {
      LOG.warn("More than {} connections are open: one more is closed", settings.max());
      channel.close();
    } else {
      var codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      channel
          .pipeline()
          .replace(codec, codec, new StrictCodec(lengths(), server.getMaxRequestSize(), settings));
    }
  }

  private HttpDecoderConfig lengths() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(server.getMaxInitialLineLength())
        .setMaxHeaderSize(server.getMaxHeaderSize())
        .setMaxChunkSize(server.getMaxChunkSize())
        .setInitialBufferSize(server.getInitialBufferSize());
  }

  /** Waits for somebody to connect. */
  private final class Listening implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connected(channel) : this;
    }
  }

  private final class Connected implements NettyServerCustomizer {
    private final Channel channel;

    Connected(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onInitialPipelineBuilt() {
      welcome(channel);
    }
  }
}
