package dev.lockbox.api;

import dev.lockbox.service.ServiceMain;
import java.util.Map;

/** {@code lockbox-api [--config FILE]}: runs until it is told to stop. */
public final class ApiMain {
  private ApiMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run("lockbox-api", args, config -> ApiService.start(Map.of(), config)::close);
  }
}
