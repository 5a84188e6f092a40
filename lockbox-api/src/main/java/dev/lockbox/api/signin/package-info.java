/**
 * People sign in with a browser, at an issuer of their customer's (OpenID Connect), and have a
 * session from then on. A session opens the pages for people and nothing else; the API takes tokens
 * alone. Imports security, problem, json, service, Micronaut HTTP and the OpenID Connect library;
 * knows nothing of Kafka. Start at {@link dev.lockbox.api.signin.SignIn}.
 */
@NullMarked
package dev.lockbox.api.signin;

import org.jspecify.annotations.NullMarked;
