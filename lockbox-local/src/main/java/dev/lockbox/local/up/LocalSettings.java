package dev.lockbox.local.up;

import dev.lockbox.broker.Loopback;
import dev.lockbox.events.admin.Durability;
import dev.lockbox.local.data.DataDirectory;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.data.LeaseKey;
import dev.lockbox.local.data.Ports;
import dev.lockbox.local.data.Ports.Listener;
import dev.lockbox.local.data.ServiceKeys;
import dev.lockbox.local.data.SigninKey;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.issuer.DemoIssuer;
import dev.lockbox.local.people.Cast;
import dev.lockbox.local.signing.KeyFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each service is told in local mode: one copy of everything, loopback only, and a mail at
 * once for each request, since whoever tries it out waits for none. Whoever publishes signs, as it
 * should be elsewhere.
 *
 * @param adapter the name under which a grant adapter publishes; empty where none runs
 */
record LocalSettings(
    DataDirectory data, Ports ports, Endpoints endpoints, Optional<String> adapter) {

  Map<String, Object> of(Service service) {
    var settings = new HashMap<String, Object>();
    settings.put("micronaut.server.host", Loopback.HOST);
    settings.put("micronaut.server.port", ports.of(service.listener()));
    settings.put("lockbox.kafka.bootstrap-servers", endpoints.bootstrapServers());
    settings.put("lockbox.registry.url", endpoints.schemaRegistry().toString());
    settings.put("lockbox.data-dir", data.services().toString());
    settings.put("lockbox.durability.replication-factor", Durability.SINGLE.replicationFactor());
    settings.put("lockbox.durability.min-insync-replicas", Durability.SINGLE.minInsyncReplicas());
    settings.put("lockbox.oidc.issuer", endpoints.issuer().toString());
    settings.put("lockbox.oidc.audience", DemoIssuer.AUDIENCE);
    settings.put("lockbox.oidc.jwks-uri", endpoints.issuer() + "/jwks");
    settings.put("lockbox.provider", Cast.PROVIDER.value());
    settings.put("lockbox.gateways", Cast.GATEWAY.id());
    settings.put("lockbox.notifier.portal-url", endpoints.portal().toString());
    settings.put("lockbox.notifier.engineer-mail", "{id}@provider.example");
    settings.put("lockbox.notifier.group-within", "PT0S");
    settings.put("lockbox.notifier.mail.host", Loopback.HOST);
    settings.put("lockbox.notifier.mail.port", ports.of(Listener.SMTP));
    settings.put("lockbox.notifier.mail.from", "lockbox@provider.example");
    if (service == Service.API) {
      settings.put("lockbox.api.leases.key-file", LeaseKey.keptIn(data).toString());
      settings.putAll(signIn());
    }
    if (service == Service.PROCESSOR) {
      settings.put("lockbox.processor.key-file", ServiceKeys.processorIn(data).toString());
      settings.putAll(
          publishing(
              "services.local-jit", JitService.NAME.value(), ServiceKeys.jitServiceIn(data)));
      settings.putAll(
          publishing("reporters.local-gateway", Cast.GATEWAY.id(), ServiceKeys.gatewayIn(data)));
      for (var role : List.of("services", "reporters")) {
        adapter.ifPresent(
            name ->
                settings.putAll(
                    publishing(role + ".local-adapter", name, ServiceKeys.grantAdapterIn(data))));
      }
    }
    if (service == Service.GRANT_ADAPTER && adapter.isPresent()) {
      settings.put("lockbox.adapter.key-file", ServiceKeys.grantAdapterIn(data).toString());
    }
    return settings;
  }

  /** A service that may publish for every customer there is on this machine. */
  private static Map<String, Object> publishing(String as, String name, Path key) {
    var setting = "lockbox." + as;
    return Map.of(
        setting + ".name",
        name,
        setting + ".keys",
        List.of(KeyFile.read(key).publicHalf()),
        setting + ".tenants",
        List.of("*"));
  }

  /** People sign in at the issuer that gives tokens too. */
  private Map<String, Object> signIn() {
    return Map.of(
        "lockbox.signin.url",
        "http://" + endpoints.portal().getAuthority(),
        "lockbox.signin.key-file",
        SigninKey.keptIn(data).toString(),
        "lockbox.signin.issuers.demo.issuer",
        endpoints.issuer().toString(),
        "lockbox.signin.issuers.demo.client-id",
        DemoIssuer.PORTAL);
  }
}
