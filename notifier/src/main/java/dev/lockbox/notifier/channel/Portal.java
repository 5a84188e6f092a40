package dev.lockbox.notifier.channel;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where people read a request and decide on it, signed in.
 *
 * @param base http or https, without query and fragment; a slash at its end makes no difference
 */
public record Portal(URI base) {
  public Portal {
    var scheme = base.getScheme();
    if (!("https".equals(scheme) || "http".equals(scheme))
        || base.getHost() == null
        || base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "portal-url must be http(s)://host/path, was '%s'".formatted(base));
    }
  }

  /** The request's page. Names the request, and carries nothing else. */
  URI page(RequestId request) {
    return URI.create("%s/%s".formatted(page(request.tenant()), encoded(request.value())));
  }

  /** Where the provider's own people read it. */
  URI inside(RequestId request) {
    return URI.create(
        "%s/provider/requests/%s/%s"
            .formatted(start(), encoded(request.tenant().value()), encoded(request.value())));
  }

  /** The page of all the tenant's requests. */
  URI page(TenantId tenant) {
    return URI.create("%s/tenants/%s/requests".formatted(start(), encoded(tenant.value())));
  }

  /** The page of access at the tenant that no approval covers. */
  URI exclusions(TenantId tenant) {
    return URI.create("%s/tenants/%s/exclusions".formatted(start(), encoded(tenant.value())));
  }

  private String start() {
    return base.toString().replaceAll("/+$", "");
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
