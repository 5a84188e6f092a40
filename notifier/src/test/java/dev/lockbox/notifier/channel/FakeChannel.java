package dev.lockbox.notifier.channel;

import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Delivery.Failed;
import dev.lockbox.notifier.channel.Delivery.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A channel whose other side a test can take away; it keeps to the {@link ChannelContract}. */
public final class FakeChannel implements Channel {
  private final List<Letter> taken = new ArrayList<>();
  private final List<Letter> tried = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private boolean gone;
  private boolean broken;

  @Override
  public synchronized Delivery deliver(Letter letter) {
    tried.add(letter);
    if (broken) {
      throw new IllegalStateException("broken by the test");
    }
    if (gone) {
      return new Failed(Scope.SERVER, "nobody answers");
    }
    if (refused.contains(letter.to())) {
      return new Failed(Scope.LETTER, "550 unknown");
    }
    taken.add(letter);
    return new Accepted();
  }

  public void goAway() {
    gone = true;
  }

  public void comeBack() {
    gone = false;
  }

  public void refuse(String address) {
    refused.add(address);
  }

  public void takeAll() {
    refused.clear();
  }

  /** From now on it throws, as only a mistake of ours would. */
  public void breakDown() {
    broken = true;
  }

  public void mend() {
    broken = false;
  }

  public synchronized List<Letter> taken() {
    return List.copyOf(taken);
  }

  public synchronized List<Letter> tried() {
    return List.copyOf(tried);
  }
}
