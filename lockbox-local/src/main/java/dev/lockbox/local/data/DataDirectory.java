package dev.lockbox.local.data;

import java.nio.file.Path;

/**
 * Where everything of one local lockbox lies. Two of them share nothing.
 *
 * @param path absolute; need not exist yet
 */
public record DataDirectory(Path path) {
  /** Where it is unless somebody says otherwise; relative to where the command is called. */
  public static final String DEFAULT = ".lockbox";

  public DataDirectory {
    path = path.toAbsolutePath().normalize();
  }

  public Path broker() {
    return path.resolve("broker");
  }

  public Path registry() {
    return path.resolve("registry");
  }

  /** Each service keeps a directory of its own name in it. */
  public Path services() {
    return path.resolve("services");
  }

  public Path mail() {
    return path.resolve("mail");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path issuerKey() {
    return path.resolve("issuer-key.json");
  }

  public Path leaseKey() {
    return path.resolve("lease-key.pem");
  }

  /** By which the demo's JIT service, and commands in its place, sign. */
  public Path jitServiceKey() {
    return path.resolve("jit-service-key.pem");
  }

  Path grantAdapterKey() {
    return path.resolve("grant-adapter-key.pem");
  }

  /** By which the demo's gateway, and commands in its place, sign. */
  public Path gatewayKey() {
    return path.resolve("gateway-key.pem");
  }

  Path processorKey() {
    return path.resolve("processor-key.pem");
  }

  Path signinKey() {
    return path.resolve("signin-key");
  }

  public Path ports() {
    return path.resolve("ports.properties");
  }

  public Path story() {
    return path.resolve("story.properties");
  }

  /** There while everything runs, and after a kill. */
  public Path endpoints() {
    return path.resolve("endpoints.json");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
