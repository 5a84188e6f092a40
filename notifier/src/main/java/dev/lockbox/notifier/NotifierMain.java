package dev.lockbox.notifier;

import dev.lockbox.service.ServiceMain;
import java.util.Map;

/** {@code notifier [--config FILE]}: runs until it is told to stop. */
public final class NotifierMain {
  private NotifierMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run("notifier", args, config -> NotifierService.start(Map.of(), config)::close);
  }
}
