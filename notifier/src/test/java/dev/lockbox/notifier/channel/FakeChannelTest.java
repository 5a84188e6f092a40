package dev.lockbox.notifier.channel;

import java.util.List;

class FakeChannelTest extends ChannelContract {
  private final FakeChannel channel = new FakeChannel();

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected void otherSideGoesAway() {
    channel.goAway();
  }

  @Override
  protected void otherSideRefuses(String address) {
    channel.refuse(address);
  }

  @Override
  protected List<String> taken() {
    return channel.taken().stream().map(letter -> letter.id().value()).toList();
  }
}
