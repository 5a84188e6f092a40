package dev.lockbox.api.security;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.util.List;

/** Gets the keys with which the issuer signs now. */
interface KeyFetch {
  List<JWK> fetch() throws IOException;
}
