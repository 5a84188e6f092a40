package dev.lockbox.processor;

import dev.lockbox.service.ServiceMain;
import java.util.Map;

/** {@code lockbox-processor [--config FILE]}: runs until it is told to stop. */
public final class ProcessorMain {
  private ProcessorMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run(
        "lockbox-processor", args, config -> ProcessorService.start(Map.of(), config)::close);
  }
}
