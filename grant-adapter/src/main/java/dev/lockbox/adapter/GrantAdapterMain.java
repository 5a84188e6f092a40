package dev.lockbox.adapter;

import dev.lockbox.service.ServiceMain;
import java.util.Map;

/** {@code grant-adapter [--config FILE]}: runs until it is told to stop. */
public final class GrantAdapterMain {
  private GrantAdapterMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run(
        GrantAdapterService.NAME,
        args,
        config -> GrantAdapterService.start(Map.of(), config)::close);
  }
}
